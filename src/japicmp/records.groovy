// The constructor of a record changes when a component is added, so it is no promise.
jApiClasses.findAll { type -> type.superclass.superclassNew == 'java.lang.Record' }
	.each { type -> type.constructors.clear() }
return jApiClasses
