package com.scalekit.spring.test;

import java.nio.ByteBuffer;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Refuses requests that are no HTTP, such as those with a broken percent-encoding, with
 * an error of the REST API. They do not get as far as WireMock.
 */
final class JsonErrorHttpServerFactory implements HttpServerFactory {

	@Override
	public HttpServer buildHttpServer(Options options, AdminRequestHandler adminRequestHandler,
			StubRequestHandler stubRequestHandler) {
		return new JsonErrorHttpServer(options, adminRequestHandler, stubRequestHandler);
	}

	private static final class JsonErrorHttpServer extends Jetty11HttpServer {

		JsonErrorHttpServer(Options options, AdminRequestHandler adminRequestHandler,
				StubRequestHandler stubRequestHandler) {
			super(options, adminRequestHandler, stubRequestHandler);
		}

		@Override
		protected void applyAdditionalServerConfiguration(Server jettyServer, Options options) {
			super.applyAdditionalServerConfiguration(jettyServer, options);
			jettyServer.addBean(new JsonErrorHandler());
		}

	}

	private static final class JsonErrorHandler extends ErrorHandler {

		@Override
		public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
			fields.put(HttpHeader.CONTENT_TYPE, "application/json");
			return ByteBuffer.wrap(ApiException.invalidArgument("malformed request").error().toResponse().body());
		}

	}

}
