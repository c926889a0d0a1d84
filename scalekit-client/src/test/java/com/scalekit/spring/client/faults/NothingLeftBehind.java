package com.scalekit.spring.client.faults;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a test class if a buffer was not released or an event loop was blocked.
 */
public final class NothingLeftBehind implements BeforeAllCallback, AfterAllCallback {

	private static final int BUFFERS = 100;

	private final Logger logger = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@Override
	public void beforeAll(ExtensionContext context) {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		System.gc();
		reportLeaks();
		this.logger.detachAppender(this.log);
		assertThat(List.copyOf(this.log.list)).as("leaks").isEmpty();
		requireNoBlockingCalls();
	}

	private static void requireNoBlockingCalls() {
		AssertionError failure = new AssertionError("An event loop was blocked");
		for (Error call = AllowedBlockingCalls.OTHERS.poll(); call != null; call = AllowedBlockingCalls.OTHERS.poll()) {
			failure.addSuppressed(call);
		}
		if (failure.getSuppressed().length > 0) {
			throw failure;
		}
	}

	/**
	 * Leaks are reported when further buffers are allocated.
	 */
	private static void reportLeaks() {
		for (int i = 0; i < BUFFERS; i++) {
			ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer();
			buffer.release();
		}
	}

}
