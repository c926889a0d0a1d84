package com.example.reference.welcome;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.OrganizationEvent;

@Component
class Welcome {

	private final List<String> names = new CopyOnWriteArrayList<>();

	@EventListener
	void created(OrganizationEvent.Created event) {
		this.names.add(event.data().displayName());
	}

	List<String> names() {
		return this.names;
	}

}
