package com.scalekit.spring.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.logging.RefusalLog;

/**
 * Receives webhooks: verifies the signature, decodes the event, and publishes it as an
 * application event, once. Thread-safe, and independent of HTTP.
 * <p>
 * Listeners are called before the receiver returns. If one throws an exception, the
 * delivery has failed, and the next one is handled again. A listener with {@code @Async}
 * acknowledges an event before its work is done.
 */
public final class WebhookReceiver {

	/**
	 * How long listeners may take until a warning, unless another time is given. Scalekit
	 * waits 10 seconds for an answer.
	 */
	public static final Duration DEFAULT_HANDLING_TIMEOUT = Duration.ofSeconds(8);

	private static final Log logger = LogFactory.getLog(WebhookReceiver.class);

	private final RefusalLog refusals = new RefusalLog(logger, "Webhook", Clock.systemUTC());

	private final WebhookDecoder decoder = new WebhookDecoder();

	private final WebhookSignature signature;

	private final WebhookInbox inbox;

	private final ApplicationEventPublisher publisher;

	private final Duration handlingTimeout;

	/**
	 * Creates a receiver.
	 * @param signature verifies the deliveries
	 * @param inbox remembers which events were handled
	 * @param publisher calls the listeners, such as the application context or a
	 * {@link TransactionalWebhookPublisher}
	 */
	public WebhookReceiver(WebhookSignature signature, WebhookInbox inbox, ApplicationEventPublisher publisher) {
		this(signature, inbox, publisher, DEFAULT_HANDLING_TIMEOUT);
	}

	/**
	 * Creates a receiver.
	 * @param signature verifies the deliveries
	 * @param inbox remembers which events were handled
	 * @param publisher calls the listeners, such as the application context or a
	 * {@link TransactionalWebhookPublisher}
	 * @param handlingTimeout how long listeners may take until a warning
	 */
	public WebhookReceiver(WebhookSignature signature, WebhookInbox inbox, ApplicationEventPublisher publisher,
			Duration handlingTimeout) {
		Assert.notNull(signature, "'signature' must not be null");
		Assert.notNull(inbox, "'inbox' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		Assert.notNull(handlingTimeout, "'handlingTimeout' must not be null");
		this.signature = signature;
		this.inbox = inbox;
		this.publisher = publisher;
		this.handlingTimeout = handlingTimeout;
	}

	/**
	 * Receives a delivery.
	 * @param headers the headers that sign it
	 * @param body the body, byte by byte as it was received
	 * @return what became of it. An exception of a listener is logged, not thrown
	 */
	public WebhookReceipt receive(WebhookHeaders headers, byte[] body) {
		try {
			this.signature.verify(headers, body);
			return handle(this.decoder.decode(body));
		}
		catch (WebhookRefusedException ex) {
			this.refusals.refused(ex.getReason().description());
			return WebhookReceipt.refused(ex.getReason());
		}
		catch (WebhookUnreadableException ex) {
			logger.error(ex.getMessage());
			return WebhookReceipt.of(WebhookOutcome.UNREADABLE, ex.getEventId(), ex.getEventType());
		}
	}

	private WebhookReceipt handle(ScalekitEvent event) {
		WebhookOutcome outcome;
		try {
			outcome = switch (this.inbox.once(event.id(), () -> publish(event))) {
				case HANDLED -> WebhookOutcome.HANDLED;
				case DUPLICATE -> WebhookOutcome.DUPLICATE;
				case IN_PROGRESS -> WebhookOutcome.IN_PROGRESS;
			};
			if (logger.isDebugEnabled()) {
				logger.debug("%s: %s".formatted(describe(event), outcome.name().toLowerCase(Locale.ROOT)));
			}
		}
		catch (Exception ex) {
			logger.error(describe(event) + " could not be handled", ex);
			outcome = WebhookOutcome.FAILED;
		}
		return WebhookReceipt.of(outcome, event.id(), event.type());
	}

	private void publish(ScalekitEvent event) {
		long start = System.nanoTime();
		this.publisher.publishEvent(event);
		Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
		if (elapsed.compareTo(this.handlingTimeout) > 0) {
			logger.warn(describe(event) + " took " + elapsed.toMillis()
					+ " ms to handle. Scalekit may have given up waiting, and deliver it again");
		}
	}

	private static String describe(ScalekitEvent event) {
		return "Event '" + event.id() + "' of type '" + event.type() + "'";
	}

}
