List<File> jars(String classpath) {
	new File(basedir, classpath).text.trim().split(File.pathSeparator).collect { new File(it) }
}

List<File> own = jars('starter.txt') - jars('spring.txt')

assert own.collect { it.name.replaceFirst(/-\d.*/, '') }.sort() ==
	['scalekit-client', 'scalekit-security', 'scalekit-spring-boot-autoconfigure', 'scalekit-spring-boot-starter', 'scalekit-webhooks']
assert own*.length().sum() < 1024 * 1024
