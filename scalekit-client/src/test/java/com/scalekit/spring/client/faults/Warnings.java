package com.scalekit.spring.client.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Collects what is logged as a warning or an error.
 */
public final class Warnings implements AutoCloseable {

	private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private Warnings() {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	/**
	 * Start to collect warnings.
	 * @return the warnings, to be closed by the caller
	 */
	public static Warnings collect() {
		return new Warnings();
	}

	/**
	 * The messages of the warnings.
	 * @return the messages so far
	 */
	public List<String> messages() {
		return this.appender.list.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
	}

}
