package com.scalekit.spring.webhooks;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * Publishes events inside a transaction, which rolls back if a listener throws an
 * exception. Outside of a transaction, Spring does not call
 * {@link org.springframework.transaction.event.TransactionalEventListener transactional
 * listeners} at all.
 */
public final class TransactionalWebhookPublisher implements ApplicationEventPublisher {

	private final ApplicationEventPublisher publisher;

	private final TransactionOperations transaction;

	/**
	 * Creates a publisher.
	 * @param publisher calls the listeners
	 * @param transaction the transaction to call them in, usually a
	 * {@link org.springframework.transaction.support.TransactionTemplate}
	 */
	public TransactionalWebhookPublisher(ApplicationEventPublisher publisher, TransactionOperations transaction) {
		Assert.notNull(publisher, "'publisher' must not be null");
		Assert.notNull(transaction, "'transaction' must not be null");
		this.publisher = publisher;
		this.transaction = transaction;
	}

	@Override
	public void publishEvent(Object event) {
		this.transaction.executeWithoutResult((status) -> this.publisher.publishEvent(event));
	}

}
