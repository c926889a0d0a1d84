package com.example;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;

import com.scalekit.spring.webhooks.events.OrganizationEvent;

/**
 * An application that is told of new organizations.
 */
@SpringBootApplication
public class WelcomeApplication {

	private final List<String> welcomed = new CopyOnWriteArrayList<>();

	public static void main(String[] args) {
		SpringApplication.run(WelcomeApplication.class, args);
	}

	@EventListener
	void created(OrganizationEvent.Created event) {
		this.welcomed.add(event.data().displayName());
	}

	List<String> welcomed() {
		return this.welcomed;
	}

}
