package com.example.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that has been started.
 */
public final class RunningApplication {

	private final String description;

	private final ConfigurableApplicationContext context;

	private final HttpClient httpClient = HttpClient.newHttpClient();

	private RunningApplication(String description, ConfigurableApplicationContext context) {
		this.description = description;
		this.context = context;
	}

	static RunningApplication start(String description, Class<?> application, String[] properties, String[] arguments) {
		return new RunningApplication(description,
				new SpringApplicationBuilder(application).properties(properties).run(arguments));
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	public HttpResponse<String> get(String path, String header, String value) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)).header(header, value));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.httpClient.send(request.build(), BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.context.getEnvironment().getRequiredProperty("local.server.port"))
			.resolve(path);
	}

	public void stop() {
		this.context.close();
	}

	@Override
	public String toString() {
		return this.description;
	}

}
