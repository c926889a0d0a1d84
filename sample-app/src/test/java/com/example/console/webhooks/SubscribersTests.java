package com.example.console.webhooks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class SubscribersTests {

	private final Subscribers subscribers = new Subscribers();

	@AfterEach
	void close() {
		this.subscribers.close();
	}

	@Test
	void areToldWhenThereIsSomethingNew() throws IOException {
		Page first = add(new Page());
		Page second = add(new Page());
		this.subscribers.signal();
		await().untilAsserted(() -> {
			assertThat(first.received).containsExactly("retry:1000", "data:new");
			assertThat(second.received).containsExactly("retry:1000", "data:new");
		});
	}

	@Test
	void areABoundedNumber() throws IOException {
		for (int i = 0; i < Subscribers.CAPACITY; i++) {
			add(new Page());
		}
		Page oneTooMany = new Page();
		assertThat(this.subscribers.add(oneTooMany)).isFalse();
		assertThat(oneTooMany.received).isEmpty();
		assertThat(this.subscribers.size()).isEqualTo(Subscribers.CAPACITY);
	}

	/**
	 * While the slow page reads, 100 signals are made, which become one.
	 */
	@Test
	void thatReadSlowlyDelayNoOtherAndMissNothing() throws Exception {
		Page slow = add(new Page());
		Page quick = add(new Page());
		slow.stopReading();
		this.subscribers.signal();
		slow.blocked.await();
		for (int i = 2; i <= 100; i++) {
			int count = quick.received.size();
			this.subscribers.signal();
			await().until(() -> quick.received.size() > count);
		}
		assertThat(slow.received).containsExactly("retry:1000");
		slow.readAgain();
		await().untilAsserted(() -> assertThat(slow.received).containsExactly("retry:1000", "data:new", "data:new"));
		assertThat(this.subscribers.size()).isEqualTo(2);
	}

	@Test
	void thatDoNotReadAreDropped() throws Exception {
		Page slow = add(new Page());
		slow.stopReading();
		this.subscribers.signal();
		slow.blocked.await();
		for (int i = 1; i < Subscriber.MAX_WAITING; i++) {
			this.subscribers.signal();
		}
		assertThat(this.subscribers.size()).isEqualTo(1);
		this.subscribers.signal();
		assertThat(this.subscribers.size()).isZero();
		slow.readAgain();
		await().until(() -> slow.completed);
		assertThat(slow.received).containsExactly("retry:1000", "data:new");
	}

	@Test
	void areLetGoWhenTheConsoleStops() throws IOException {
		Page page = add(new Page());
		this.subscribers.close();
		await().until(() -> page.completed);
		assertThat(this.subscribers.add(new Page())).isFalse();
	}

	private Page add(Page page) throws IOException {
		assertThat(this.subscribers.add(page)).isTrue();
		return page;
	}

	private static final class Page extends SseEmitter {

		private final List<String> received = Collections.synchronizedList(new ArrayList<>());

		private final CountDownLatch blocked = new CountDownLatch(1);

		private volatile CountDownLatch reading = new CountDownLatch(0);

		private volatile boolean completed;

		private void stopReading() {
			this.reading = new CountDownLatch(1);
		}

		private void readAgain() {
			this.reading.countDown();
		}

		@Override
		public void send(SseEventBuilder builder) throws IOException {
			try {
				if (this.reading.getCount() > 0) {
					this.blocked.countDown();
				}
				this.reading.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			this.received.add(builder.build()
				.stream()
				.map(DataWithMediaType::getData)
				.map(Object::toString)
				.collect(Collectors.joining())
				.trim());
		}

		@Override
		public void complete() {
			this.completed = true;
		}

	}

}
