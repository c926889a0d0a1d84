List<File> jars(String classpath) {
	new File(basedir, classpath).text.trim().split(File.pathSeparator).collect { new File(it) }
}

List<File> own = jars('starter.txt') - jars('spring.txt')

assert own.collect { it.name.replaceFirst(/-\d.*/, '') }.sort() ==
	['scalekit-client', 'scalekit-spring-boot-autoconfigure', 'scalekit-spring-boot-starter']
assert own*.length().sum() < 600 * 1024
