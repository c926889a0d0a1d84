package com.scalekit.spring.benchmarks.webhooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;

import com.scalekit.spring.benchmarks.process.Memory;
import com.scalekit.spring.webhooks.events.ScalekitEvent;

/**
 * An application with a listener. Prints its port, and the memory it uses for each line
 * of input.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class WebhookApplication {

	public static void main(String[] arguments) throws IOException {
		ConfigurableApplicationContext context = SpringApplication.run(WebhookApplication.class, arguments);
		System.out.println(context.getEnvironment().getRequiredProperty("local.server.port"));
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (input.readLine() != null) {
			System.out.println(Memory.usedKilobytesAfterCollection());
			System.out.println(Memory.residentKilobytes());
		}
		Runtime.getRuntime().halt(0);
	}

	@EventListener
	void on(ScalekitEvent event) {
	}

}
