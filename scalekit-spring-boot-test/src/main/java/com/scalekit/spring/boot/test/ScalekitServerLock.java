package com.scalekit.spring.boot.test;

import java.util.concurrent.locks.ReentrantLock;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Gives the server of an application context to one test method at a time, and as good as
 * new.
 */
final class ScalekitServerLock {

	private final ScalekitServer server;

	private final ApplicationTargets targets;

	private final ReentrantLock lock = new ReentrantLock();

	ScalekitServerLock(ScalekitServer server, ApplicationTargets targets) {
		this.server = server;
		this.targets = targets;
	}

	void acquire() {
		this.lock.lock();
		this.server.reset();
		this.targets.restore();
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
