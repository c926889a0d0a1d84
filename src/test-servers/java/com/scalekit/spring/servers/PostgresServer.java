package com.scalekit.spring.servers;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server. It does not run as root, so that root runs it as the user of
 * Debian's package.
 */
public final class PostgresServer {

	private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

	private final Path programs;

	private final Path directory;

	private final int port;

	private PostgresServer(Path programs, Path directory, int port) {
		this.programs = programs;
		this.directory = directory;
		this.port = port;
	}

	/**
	 * Starts a server, or skips the test if the machine has none.
	 */
	public static PostgresServer start() throws Exception {
		Path programs = new ServerProgram("Postgres", "postgresql").require(programs());
		Path directory = Path.of(run("mktemp", "-d", "/tmp/postgres-XXXXXX"));
		PostgresServer server = new PostgresServer(programs, directory, freePort());
		run(programs + "/initdb", "-D", directory + "/data", "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync");
		run(programs + "/pg_ctl", "-D", directory + "/data", "-w", "-l", directory + "/log", "-o",
				"-F -p " + server.port + " -k " + directory + " -c listen_addresses=127.0.0.1", "start");
		return server;
	}

	/**
	 * The directory of the programs: from the path, or the newest of Debian's.
	 */
	private static Optional<Path> programs() throws IOException {
		Stream<Path> path = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
		return Stream.concat(path, debian().stream())
			.filter((directory) -> Files.isExecutable(directory.resolve("initdb"))
					&& Files.isExecutable(directory.resolve("pg_ctl")))
			.findFirst();
	}

	private static List<Path> debian() throws IOException {
		if (!Files.isDirectory(DEBIAN)) {
			return List.of();
		}
		try (Stream<Path> versions = Files.list(DEBIAN)) {
			return versions.sorted(Comparator.reverseOrder()).map((version) -> version.resolve("bin")).toList();
		}
	}

	public String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres";
	}

	public void stop() throws Exception {
		run(this.programs + "/pg_ctl", "-D", this.directory + "/data", "-m", "immediate", "stop");
		run("rm", "-r", this.directory.toString());
	}

	private static String run(String... command) throws Exception {
		List<String> words = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			words.addAll(List.of("runuser", "-u", "postgres", "--"));
		}
		words.addAll(List.of(command));
		File output = File.createTempFile("postgres", ".log");
		try {
			int status = new ProcessBuilder(words).directory(new File("/tmp"))
				.redirectErrorStream(true)
				.redirectOutput(output)
				.start()
				.waitFor();
			String text = Files.readString(output.toPath()).strip();
			if (status != 0) {
				throw new IllegalStateException(String.join(" ", words) + ": " + text);
			}
			return text;
		}
		finally {
			Files.delete(output.toPath());
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
