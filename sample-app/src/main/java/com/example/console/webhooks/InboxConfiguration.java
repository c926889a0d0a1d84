package com.example.console.webhooks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.webhooks.WebhookInbox;

/**
 * Lets the recorder know of which event a delivery is, whichever inbox there is. A
 * duplicate is not published, so only the inbox hears of it.
 */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

	@Bean
	static BeanPostProcessor identifyingInbox(ObjectProvider<DeliveryRecorder> recorder) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof WebhookInbox inbox) ? identifying(inbox, recorder.getObject()) : bean;
			}

		};
	}

	private static WebhookInbox identifying(WebhookInbox inbox, DeliveryRecorder recorder) {
		return (eventId, handler) -> {
			recorder.identified(eventId);
			return inbox.once(eventId, handler);
		};
	}

}
