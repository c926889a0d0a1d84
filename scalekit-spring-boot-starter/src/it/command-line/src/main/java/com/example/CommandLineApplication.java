package com.example;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * A command-line application with the starter as its only dependency: prints the
 * organizations and exits.
 */
@SpringBootApplication
public class CommandLineApplication {

	public static void main(String[] args) throws IOException {
		HttpServer scalekit = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		scalekit.createContext("/oauth/token", (exchange) -> respond(exchange,
				"{\"access_token\":\"token\",\"token_type\":\"Bearer\",\"expires_in\":86399}"));
		scalekit.createContext("/api/v1/organizations", (exchange) -> respond(exchange,
				"{\"next_page_token\":\"\",\"total_size\":1,\"organizations\":"
						+ "[{\"id\":\"org_1\",\"display_name\":\"Looney Corp\"}],\"prev_page_token\":\"\"}"));
		scalekit.start();
		try {
			SpringApplication.run(CommandLineApplication.class,
					"--scalekit.environment-url=http://127.0.0.1:" + scalekit.getAddress().getPort(),
					"--scalekit.client-id=skc_1", "--scalekit.client-secret=test_1");
		}
		finally {
			scalekit.stop(0);
		}
	}

	private static void respond(HttpExchange exchange, String json) throws IOException {
		try (exchange; InputStream request = exchange.getRequestBody()) {
			request.readAllBytes();
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Bean
	CommandLineRunner printOrganizations(OrganizationsClient organizations) {
		return (args) -> organizations.all().map(Organization::displayName).forEach(System.out::println);
	}

}
