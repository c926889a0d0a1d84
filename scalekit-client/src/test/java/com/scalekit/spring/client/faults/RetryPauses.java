package com.scalekit.spring.client.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Collects from the log how long calls wait before they are sent again.
 */
final class RetryPauses implements AutoCloseable {

	private static final Pattern PAUSE = Pattern.compile("Attempt \\d of \\d in (\\d+) ms after");

	private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory())
		.getLogger("com.scalekit.spring.client.http.RetryPolicy");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private RetryPauses() {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		this.logger.addAppender(this.appender);
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.DEBUG);
	}

	static RetryPauses collect() {
		return new RetryPauses();
	}

	List<Long> millis() {
		return this.appender.list.stream()
			.map((event) -> PAUSE.matcher(event.getFormattedMessage()))
			.filter(Matcher::find)
			.map((matcher) -> Long.valueOf(matcher.group(1)))
			.toList();
	}

	@Override
	public void close() {
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
		this.logger.detachAppender(this.appender);
	}

}
