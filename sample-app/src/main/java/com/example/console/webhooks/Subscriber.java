package com.example.console.webhooks;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page that is told when there is something new. While one signal is being sent,
 * those that follow wait, and become one.
 */
final class Subscriber implements Runnable {

	static final int MAX_WAITING = 1000;

	private final SseEmitter emitter;

	private final Executor executor;

	private final AtomicInteger waiting = new AtomicInteger();

	private volatile boolean dropped;

	Subscriber(SseEmitter emitter, Executor executor) {
		this.emitter = emitter;
		this.executor = executor;
	}

	/**
	 * Send a signal, in another thread.
	 * @return whether the page keeps up with the signals
	 */
	boolean signal() {
		int before = this.waiting.getAndIncrement();
		return before < MAX_WAITING && (before > 0 || execute());
	}

	private boolean execute() {
		try {
			this.executor.execute(this);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	/**
	 * End the connection, as soon as a signal that is being sent has ended.
	 */
	void drop() {
		this.dropped = true;
		signal();
	}

	@Override
	public void run() {
		try {
			int sent;
			do {
				sent = this.waiting.get();
				send();
			}
			while (this.waiting.addAndGet(-sent) > 0);
		}
		catch (IOException | IllegalStateException ex) {
			// The page is gone, and the container completes the emitter
		}
	}

	private void send() throws IOException {
		if (this.dropped) {
			this.emitter.complete();
		}
		else {
			this.emitter.send(SseEmitter.event().data("new"));
		}
	}

}
