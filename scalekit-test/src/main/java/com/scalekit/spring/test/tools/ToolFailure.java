package com.scalekit.spring.test.tools;

/**
 * The failure of a tool: the service that it calls has answered with an error.
 * <pre class="code">
 * server.tools().register("gmail_send", (params) -&gt; {
 * 	throw ToolFailure.rateLimited("Too many mails");
 * });
 * </pre>
 */
public final class ToolFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * HTTP status of the service.
	 */
	private final int status;

	/**
	 * Scalekit's name of the failure.
	 */
	private final String code;

	private ToolFailure(int status, String code, String message) {
		super(message);
		this.status = status;
		this.code = code;
	}

	/**
	 * Return {@code 400}, for arguments that the service refuses.
	 * @param message what the service says
	 * @return the failure
	 */
	public static ToolFailure badRequest(String message) {
		return new ToolFailure(400, "EXEC_FAILED", message);
	}

	/**
	 * Return {@code 401}, for credentials that the service refuses.
	 * @param message what the service says
	 * @return the failure
	 */
	public static ToolFailure unauthorized(String message) {
		return new ToolFailure(401, "UNAUTHORIZED", message);
	}

	/**
	 * Return {@code 403}, for what the user may not do.
	 * @param message what the service says
	 * @return the failure
	 */
	public static ToolFailure forbidden(String message) {
		return new ToolFailure(403, "FORBIDDEN", message);
	}

	/**
	 * Return {@code 404}, for what is not there.
	 * @param message what the service says
	 * @return the failure
	 */
	public static ToolFailure notFound(String message) {
		return new ToolFailure(404, "EXEC_FAILED", message);
	}

	/**
	 * Return {@code 429}, for too many requests.
	 * @param message what the service says
	 * @return the failure
	 */
	public static ToolFailure rateLimited(String message) {
		return new ToolFailure(429, "RATE_LIMITED", message);
	}

	/**
	 * Return {@code 500}, for a service that is broken.
	 * @param message what the service says
	 * @return the failure
	 */
	public static ToolFailure failed(String message) {
		return new ToolFailure(500, "TOOL_EXEC_FAILED", message);
	}

	int status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

}
