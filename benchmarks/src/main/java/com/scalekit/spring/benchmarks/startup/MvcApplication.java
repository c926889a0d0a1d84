package com.scalekit.spring.benchmarks.startup;

import java.io.IOException;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.benchmarks.process.Launch;

/**
 * A minimal MVC application.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class MvcApplication {

	public static void main(String[] arguments) throws IOException {
		SpringApplication.run(MvcApplication.class, arguments);
		Launch.goalReached();
	}

	@RestController
	static class HelloController {

		@GetMapping("/")
		String hello() {
			return "hello";
		}

	}

}
