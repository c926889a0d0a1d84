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

	synchronized void add(Operation operation, int times, Fault fault) {
		this.scripted.add(new ScriptedFault(operation, fault, times));
	}

	synchronized void clear() {
		this.scripted.clear();
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

		private final Fault fault;

		private int remaining;

		ScriptedFault(Operation operation, Fault fault, int times) {
			this.operation = operation;
			this.fault = fault;
			this.remaining = times;
		}

	}

}
