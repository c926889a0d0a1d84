package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instance of an application, in a process of its own that ends with this one at the
 * latest.
 */
final class Instance implements AutoCloseable {

	private final Process process;

	private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

	private final Thread reader = new Thread(this::read);

	private Instance(Process process) {
		this.process = process;
		this.reader.setDaemon(true);
		this.reader.start();
	}

	static Instance start(Stack stack, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						InstanceApplication.class.getName(), "--server.port=0",
						"--spring.main.web-application-type=" + stack.type().name().toLowerCase(Locale.ROOT),
						"--spring.datasource.generate-unique-name=true", "--logging.level.root=warn",
						"--scalekit.webhook.secret=" + InboundApplication.NEW_SECRET));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		return new Instance(builder.start());
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			lines.lines().forEach(this.output::add);
		}
		catch (IOException | RuntimeException ex) {
			this.output.add(ex.toString());
		}
	}

	/**
	 * Waits for a line of output, and prints the others.
	 */
	private String await(String prefix) throws InterruptedException {
		while (true) {
			String line = this.output.poll(30, TimeUnit.SECONDS);
			assertThat(line).as("output that starts with '" + prefix + "'").isNotNull();
			if (line.startsWith(prefix)) {
				return line.substring(prefix.length());
			}
			System.out.println(line);
		}
	}

	String name() {
		return Long.toString(this.process.pid());
	}

	Http http() throws InterruptedException {
		return new Http(Integer.parseInt(await(InstanceApplication.READY)));
	}

	/**
	 * Lets listeners get stuck after their work, and kills the process when one has.
	 * Returns the events that were being handled.
	 */
	List<String> killWhileHandling() throws InterruptedException {
		new PrintStream(this.process.getOutputStream(), true).println("get stuck");
		List<String> events = new ArrayList<>();
		events.add(await(InstanceApplication.STUCK));
		close();
		this.reader.join();
		this.output.stream()
			.filter((line) -> line.startsWith(InstanceApplication.STUCK))
			.forEach((line) -> events.add(line.substring(InstanceApplication.STUCK.length())));
		return events;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
