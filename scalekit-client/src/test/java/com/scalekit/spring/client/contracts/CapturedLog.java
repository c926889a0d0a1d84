package com.scalekit.spring.client.contracts;

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
final class CapturedLog implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger("org.springframework");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Level level = this.logger.getLevel();

	private CapturedLog() {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this.appender);
	}

	static CapturedLog start() {
		return new CapturedLog();
	}

	String text() {
		return this.appender.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(this.level);
		this.logger.setAdditive(true);
	}

}
