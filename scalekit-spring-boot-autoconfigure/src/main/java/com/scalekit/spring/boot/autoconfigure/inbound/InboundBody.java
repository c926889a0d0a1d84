package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Body of a delivery while it is read and handled. Anyone can send one, as slowly as they
 * like, so that all of them share a bounded room, and have a bounded time.
 */
final class InboundBody implements AutoCloseable {

	/**
	 * How long Scalekit waits for an answer.
	 */
	static final Duration MAX_TIME = Duration.ofSeconds(10);

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private final InboundEndpoint endpoint;

	private final Semaphore room;

	private final LongSupplier nanoTime;

	private final long start;

	private boolean closed;

	/**
	 * Creates a body.
	 * @param endpoint the endpoint that refuses it
	 * @param room what is left for all bodies, in bytes
	 * @param nanoTime the time
	 */
	InboundBody(InboundEndpoint endpoint, Semaphore room, LongSupplier nanoTime) {
		this.endpoint = endpoint;
		this.room = room;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Adds what was read.
	 * @param bytes the bytes
	 * @param length how many of them were read
	 * @throws InboundBodyException if the body is refused
	 */
	synchronized void append(byte[] bytes, int length) {
		if (this.closed) {
			return;
		}
		if (this.content.size() + length > this.endpoint.maxBodySize()) {
			throw new InboundBodyException(this.endpoint.tooLarge());
		}
		if (this.nanoTime.getAsLong() - this.start > MAX_TIME.toNanos()) {
			throw new InboundBodyException(this.endpoint.tooSlow());
		}
		if (!this.room.tryAcquire(length)) {
			throw new InboundBodyException(this.endpoint.noRoom());
		}
		this.content.write(bytes, 0, length);
	}

	synchronized byte[] toByteArray() {
		return this.content.toByteArray();
	}

	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.room.release(this.content.size());
			this.content.reset();
		}
	}

}
