package com.example.stories;

import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.client.directories.DirectoriesClient;
import com.scalekit.spring.client.directories.DirectoryUser;
import com.scalekit.spring.client.directories.ReactiveDirectoriesClient;

/**
 * An application that counts the users of a directory.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class DirectoryReader {

	public static void main(String[] arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DirectoryReader.class)
			.web(WebApplicationType.NONE)
			.run(arguments);
				Stream<DirectoryUser> users = context.getBean(DirectoriesClient.class)
					.allUsers(arguments[0], arguments[1])) {
			System.out.printf("blocking: %d, reactive: %d%n", users.count(),
					context.getBean(ReactiveDirectoriesClient.class)
						.allUsers(arguments[0], arguments[1])
						.count()
						.block());
		}
	}

}
