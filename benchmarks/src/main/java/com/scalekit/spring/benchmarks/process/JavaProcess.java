package com.scalekit.spring.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that answers on its standard output and ends when its standard input does, so
 * that it never outlives the one that started it.
 */
public final class JavaProcess implements AutoCloseable {

	private static final long SECONDS_TO_END = 10;

	private final Process process;

	private final BufferedReader output;

	private final BufferedWriter input;

	private JavaProcess(Process process) {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
		this.input = process.outputWriter(StandardCharsets.UTF_8);
	}

	/**
	 * Start a JVM with the class path of this one.
	 * @param mainClass the class to run
	 * @param options the options of the JVM
	 * @param arguments the arguments of the class
	 * @return the running process
	 */
	public static JavaProcess start(Class<?> mainClass, List<String> options, List<String> arguments) {
		return start(mainClass, System.getProperty("java.class.path"), options, arguments);
	}

	/**
	 * Start a JVM.
	 * @param mainClass the class to run
	 * @param classPath the class path
	 * @param options the options of the JVM
	 * @param arguments the arguments of the class
	 * @return the running process
	 */
	public static JavaProcess start(Class<?> mainClass, String classPath, List<String> options,
			List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, mainClass.getName()));
		command.addAll(arguments);
		try {
			return new JavaProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Wait for the next line of output.
	 * @return the line
	 * @throws IllegalStateException if there is none because the process has ended
	 */
	public String readLine() {
		try {
			String line = this.output.readLine();
			if (line == null) {
				throw new IllegalStateException("The process has ended: " + this.process);
			}
			return line;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Send a line of input.
	 * @param line the line
	 */
	public void writeLine(String line) {
		try {
			this.input.write(line);
			this.input.newLine();
			this.input.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * End the input and thereby the process.
	 */
	@Override
	public void close() {
		try {
			this.input.close();
			if (!this.process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			this.process.destroyForcibly();
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
