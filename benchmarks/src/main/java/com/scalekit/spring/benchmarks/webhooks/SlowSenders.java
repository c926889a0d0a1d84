package com.scalekit.spring.benchmarks.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Senders that each announce a large body, send the beginning of it at once, and then a
 * few bytes a second.
 */
public final class SlowSenders implements AutoCloseable {

	private static final int BODY = 200 * 1024;

	private static final int INTERVAL_MILLIS = 250;

	private final List<Sender> senders = new ArrayList<>();

	private final Thread thread = new Thread(this::send);

	private volatile boolean closed;

	/**
	 * Connect.
	 * @param port the port of the application
	 * @param count the number of senders
	 * @param beginning the bytes that each sends at once
	 */
	public SlowSenders(int port, int count, int beginning) {
		try {
			for (int i = 0; i < count; i++) {
				SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", port));
				channel.configureBlocking(false);
				this.senders.add(new Sender(channel, beginning));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void send() {
		while (!this.closed) {
			this.senders.forEach(Sender::send);
			try {
				Thread.sleep(INTERVAL_MILLIS);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	/**
	 * What all of them have sent so far.
	 * @return the kilobytes
	 */
	public long sentKilobytes() {
		return this.senders.stream().mapToLong((sender) -> sender.request.position()).sum() / 1024;
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join();
			for (Sender sender : this.senders) {
				sender.channel.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Sender {

		private final SocketChannel channel;

		private final ByteBuffer request;

		private final ByteBuffer response = ByteBuffer.allocate(1024);

		private volatile boolean disconnected;

		private Sender(SocketChannel channel, int beginning) {
			this.channel = channel;
			String head = """
					POST /scalekit/webhooks HTTP/1.1\r
					Host: localhost\r
					Content-Type: application/json\r
					Content-Length: %d\r
					\r
					""".formatted(BODY);
			this.request = ByteBuffer.allocate(head.length() + BODY);
			this.request.put(head.getBytes(StandardCharsets.US_ASCII));
			this.request.limit(this.request.position() + beginning).position(0);
		}

		/**
		 * Sends as much as the application takes, and one byte more each time.
		 */
		private void send() {
			if (this.disconnected) {
				return;
			}
			try {
				if (!this.request.hasRemaining()) {
					this.request.limit(this.request.limit() + 1);
				}
				this.channel.write(this.request);
				this.response.clear();
				this.disconnected = this.channel.read(this.response) < 0;
			}
			catch (IOException ex) {
				this.disconnected = true;
			}
		}

	}

}
