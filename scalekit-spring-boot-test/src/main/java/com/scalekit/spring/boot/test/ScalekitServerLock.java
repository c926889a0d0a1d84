package com.scalekit.spring.boot.test;

import java.util.concurrent.locks.ReentrantLock;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Gives the server of an application context to one test method at a time, and as good as
 * new.
 */
final class ScalekitServerLock {

	private final ScalekitServer server;

	private final ReentrantLock lock = new ReentrantLock();

	ScalekitServerLock(ScalekitServer server) {
		this.server = server;
	}

	void acquire() {
		this.lock.lock();
		this.server.reset();
	}

	void verify() {
		this.server.verify();
	}

	void release() {
		if (this.lock.isHeldByCurrentThread()) {
			this.lock.unlock();
		}
	}

}
