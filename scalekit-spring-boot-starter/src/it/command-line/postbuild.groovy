String log = new File(basedir, 'build.log').text
assert log.readLines().contains('Looney Corp')
assert !log.contains('Tomcat') && !log.contains('Netty started')
