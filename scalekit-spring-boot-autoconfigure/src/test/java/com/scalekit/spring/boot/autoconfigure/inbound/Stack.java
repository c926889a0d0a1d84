package com.scalekit.spring.boot.autoconfigure.inbound;

import org.springframework.boot.WebApplicationType;

/**
 * Web stack of an application.
 */
public enum Stack {

	MVC(WebApplicationType.SERVLET, "server.servlet.context-path"),

	WEBFLUX(WebApplicationType.REACTIVE, "spring.webflux.base-path");

	private final WebApplicationType type;

	private final String contextPathKey;

	Stack(WebApplicationType type, String contextPathKey) {
		this.type = type;
		this.contextPathKey = contextPathKey;
	}

	public WebApplicationType type() {
		return this.type;
	}

	public String contextPath(String path) {
		return "--" + this.contextPathKey + "=" + path;
	}

}
