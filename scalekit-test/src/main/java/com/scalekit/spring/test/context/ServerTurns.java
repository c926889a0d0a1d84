package com.scalekit.spring.test.context;

import java.util.concurrent.locks.ReentrantLock;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Gives the server to one test method at a time, and as good as new.
 */
final class ServerTurns {

	private final ScalekitServer server;

	private final ReentrantLock lock = new ReentrantLock();

	ServerTurns(ScalekitServer server) {
		this.server = server;
	}

	void begin() {
		this.lock.lock();
		this.server.reset();
	}

	void end() {
		if (this.lock.isHeldByCurrentThread()) {
			this.lock.unlock();
		}
	}

}
