package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;

/**
 * Web stack of an application.
 */
public enum Stack {

	MVC(WebApplicationType.SERVLET, "server.servlet.context-path", List.of()),

	/**
	 * There are two servers on the class path.
	 */
	WEBFLUX(WebApplicationType.REACTIVE, "spring.webflux.base-path",
			List.of("org.springframework.boot.tomcat.autoconfigure.actuate.web.server."
					+ "TomcatReactiveManagementContextAutoConfiguration"));

	private final WebApplicationType type;

	private final String contextPathKey;

	private final List<String> unsuitable;

	Stack(WebApplicationType type, String contextPathKey, List<String> unsuitable) {
		this.type = type;
		this.contextPathKey = contextPathKey;
		this.unsuitable = unsuitable;
	}

	public WebApplicationType type() {
		return this.type;
	}

	public String contextPath(String path) {
		return "--" + this.contextPathKey + "=" + path;
	}

	/**
	 * The property that excludes auto-configurations, and those that do not suit the
	 * stack.
	 */
	public String excluding(String... autoConfigurations) {
		return Stream.concat(this.unsuitable.stream(), Stream.of(autoConfigurations))
			.collect(Collectors.joining(",", "spring.autoconfigure.exclude=", ""));
	}

}
