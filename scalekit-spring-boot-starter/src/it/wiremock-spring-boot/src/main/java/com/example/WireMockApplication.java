package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application that is tested with two servers: a Scalekit environment and a WireMock
 * server of its own.
 */
@SpringBootApplication
public class WireMockApplication {

	public static void main(String[] args) {
		SpringApplication.run(WireMockApplication.class, args);
	}

}
