package com.example.reference;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.DirectoryUserEvent;
import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.events.UnknownEvent;

@Component
class AuditTrail {

	private static final Log logger = LogFactory.getLog(AuditTrail.class);

	@EventListener
	void anything(ScalekitEvent event) {
		logger.info(event.occurredAt() + " " + event.type() + " in " + event.organizationId());
	}

	@EventListener
	void directoryUser(DirectoryUserEvent event) {
		logger.info("Synchronized " + event.data().email());
	}

	@EventListener
	void unknown(UnknownEvent event) {
		logger.info("Data of " + event.type() + ": " + event.data().keySet());
	}

}
