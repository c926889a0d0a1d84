package com.scalekit.spring.test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.Handler;
import com.scalekit.spring.test.server.Operation;

/**
 * The faults that tests have scripted. A request meets the first that is meant for it and
 * not used up.
 */
final class Faults implements Handler {

	private final Handler handler;

	private final List<ScriptedFault> scripted = new ArrayList<>();

	Faults(Handler handler) {
		this.handler = handler;
	}

	synchronized void add(Operation operation, int times, String description, Fault fault) {
		this.scripted.add(new ScriptedFault(operation, times, description, fault));
	}

	synchronized void clear() {
		this.scripted.clear();
	}

	/**
	 * The faults that no request has met.
	 */
	synchronized List<String> unmet() {
		return this.scripted.stream().filter(ScriptedFault::isUnmet).map(ScriptedFault::toString).toList();
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		Fault fault = take(request);
		return (fault != null) ? fault.handle(request, this.handler) : this.handler.handle(request);
	}

	private synchronized @Nullable Fault take(ApiRequest request) {
		for (Iterator<ScriptedFault> faults = this.scripted.iterator(); faults.hasNext();) {
			ScriptedFault scripted = faults.next();
			if (scripted.operation.matches(request)) {
				scripted.remaining--;
				if (scripted.remaining == 0) {
					faults.remove();
				}
				return scripted.fault;
			}
		}
		return null;
	}

	private static final class ScriptedFault {

		private final Operation operation;

		private final int times;

		private final String description;

		private final Fault fault;

		private int remaining;

		ScriptedFault(Operation operation, int times, String description, Fault fault) {
			this.operation = operation;
			this.times = times;
			this.description = description;
			this.fault = fault;
			this.remaining = times;
		}

		boolean isUnmet() {
			return this.remaining == this.times;
		}

		@Override
		public String toString() {
			return "%s %s".formatted(this.operation, this.description);
		}

	}

}
