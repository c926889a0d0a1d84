/**
 * A module that names those of Scalekit for Spring. No two of them share a package, or
 * the compiler would refuse them.
 */
module com.example.modules {

	requires com.scalekit.spring.boot.autoconfigure;
	requires com.scalekit.spring.client;
	requires com.scalekit.spring.security;
	requires com.scalekit.spring.test;
	requires com.scalekit.spring.webhooks;

}
