package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Requests byte by byte as they are written, over a socket.
 */
public final class Http {

	/**
	 * Status of a connection that was closed without a response.
	 */
	static final int CLOSED = 0;

	private final int port;

	public Http(int port) {
		this.port = port;
	}

	public Response post(String target, List<String> headers, byte[] body) {
		return send("POST", target, with(headers, "Content-Length: " + body.length), body);
	}

	public Response get(String target, String... headers) {
		return send("GET", target, List.of(headers), new byte[0]);
	}

	/**
	 * Sends a body in chunks.
	 */
	Response postChunks(String target, List<String> headers, byte[] body) {
		ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		int size = 8192;
		for (int i = 0; i < body.length; i += size) {
			int length = Math.min(size, body.length - i);
			chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
			chunks.write(body, i, length);
			chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return send("POST", target, with(headers, "Transfer-Encoding: chunked"), chunks.toByteArray());
	}

	/**
	 * Sends the beginning of a body in chunks, and then waits for the response.
	 */
	Response postBeginning(String target, List<String> headers, byte[] beginning) {
		ByteArrayOutputStream chunk = new ByteArrayOutputStream();
		chunk.writeBytes("7fffffff\r\n".getBytes(StandardCharsets.US_ASCII));
		chunk.writeBytes(beginning);
		return send("POST", target, with(headers, "Transfer-Encoding: chunked"), chunk.toByteArray());
	}

	/**
	 * Sends the beginning of a body and leaves the connection open.
	 */
	Socket begin(String target, List<String> headers, int length, byte[] beginning) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.getOutputStream().write(head("POST", target, with(headers, "Content-Length: " + length)));
		socket.getOutputStream().write(beginning);
		return socket;
	}

	public Response send(String method, String target, List<String> headers, byte[] body) {
		return send(method, target, headers, body, false);
	}

	/**
	 * Sends a body that may be shorter than announced.
	 */
	Response postAndStop(String target, List<String> headers, byte[] body) {
		return send("POST", target, headers, body, true);
	}

	private Response send(String method, String target, List<String> headers, byte[] body, boolean stop) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(20_000);
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			request.writeBytes(head(method, target, with(headers, "Connection: close")));
			request.writeBytes(body);
			ByteArrayOutputStream response = new ByteArrayOutputStream();
			try {
				socket.getOutputStream().write(request.toByteArray());
				if (stop) {
					socket.shutdownOutput();
				}
				read(socket.getInputStream(), response);
			}
			catch (SocketException ex) {
				// The server may answer, and close, before it has read everything
			}
			return Response.parse(response.toString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] head(String method, String target, List<String> headers) {
		return (method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", with(headers, "Host: localhost"))
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Servers may wait for the rest of a body after they have answered.
	 */
	private static void read(InputStream stream, ByteArrayOutputStream response) throws IOException {
		byte[] buffer = new byte[8192];
		for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
			response.write(buffer, 0, count);
			if (response.toString(StandardCharsets.ISO_8859_1)
				.toLowerCase(Locale.ROOT)
				.contains("\r\ncontent-length: 0")
					&& response.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
				return;
			}
		}
	}

	static List<String> with(List<String> headers, String header) {
		return Stream.concat(headers.stream(), Stream.of(header)).toList();
	}

	public record Response(int status, String head, String body) {

		private static Response parse(String text) {
			if (text.isEmpty()) {
				return new Response(CLOSED, "", "");
			}
			int end = text.indexOf("\r\n\r\n");
			return new Response(Integer.parseInt(text.split(" ", 3)[1]),
					text.substring(0, end).toLowerCase(Locale.ROOT), text.substring(end + 4));
		}

	}

}
