package com.scalekit.spring.webhooks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * All that is logged while it is open, down to {@code DEBUG}.
 */
public final class CapturedLog implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger("com.scalekit");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private CapturedLog() {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this.appender);
	}

	public static CapturedLog start() {
		return new CapturedLog();
	}

	/**
	 * The level and the message of each entry.
	 */
	public List<String> entries() {
		return this.appender.list.stream()
			.map((entry) -> entry.getLevel() + " " + entry.getFormattedMessage())
			.toList();
	}

	/**
	 * Entries that an operator sees.
	 */
	public List<String> warnings() {
		return entries().stream().filter((entry) -> !entry.startsWith("DEBUG")).toList();
	}

	public String text() {
		return this.appender.list.stream()
			.map((entry) -> entry.getFormattedMessage()
					+ ((entry.getThrowableProxy() != null) ? entry.getThrowableProxy().getMessage() : ""))
			.collect(Collectors.joining("\n"));
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
	}

}
