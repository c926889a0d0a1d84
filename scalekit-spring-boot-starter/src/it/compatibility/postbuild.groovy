boolean reported = new File(basedir, 'build.log').text
	.contains('com.example.Api$Request.withName(java.lang.String):METHOD_REMOVED')
assert reported
