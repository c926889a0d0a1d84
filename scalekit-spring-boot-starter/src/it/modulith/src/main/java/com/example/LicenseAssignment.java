package com.example;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.MembershipEvent;

@Component
class LicenseAssignment {

	private final Licenses licenses;

	LicenseAssignment(Licenses licenses) {
		this.licenses = licenses;
	}

	@ApplicationModuleListener
	void joined(MembershipEvent.Created event) {
		this.licenses.assign(event.organization().id(), event.user().email());
	}

}
