package com.example.reference;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.MembershipEvent;

@Component
class Seats {

	private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

	@EventListener
	void joined(MembershipEvent.Created event) {
		take(event.organization().id(), event.user().email());
	}

	private void take(String organizationId, String email) {
		this.taken.computeIfAbsent(organizationId, (id) -> ConcurrentHashMap.newKeySet()).add(email);
	}

	int taken(String organizationId) {
		return this.taken.getOrDefault(organizationId, Set.of()).size();
	}

}
