package com.scalekit.spring.client.tools;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.NotRetried;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;
import com.scalekit.spring.client.http.Timeout;

/**
 * The tools of Scalekit, which act at other services through the connected accounts of
 * users. {@link ReactiveToolsClient} is the reactive twin; use that one on event-loop
 * threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface ToolsClient {

	/**
	 * Execute a tool with a connected account of a user. {@code POST
	 * /api/v1/execute_tool}
	 * @param toolName the name of the tool, such as {@code gmail_send}
	 * @param identifier the application's identifier of the user, which the account was
	 * connected with
	 * @param params the arguments, as the input schema of the tool describes them
	 * @return what the tool returns
	 * @throws ScalekitApiException.ToolError if the other service fails
	 */
	default ToolExecution execute(String toolName, String identifier, Map<String, ? extends @Nullable Object> params) {
		return execute(ExecuteTool.named(toolName).withIdentifier(identifier).withParams(params));
	}

	/**
	 * Execute a tool. It may take 60 seconds, return 16 MB, and is not tried again.
	 * {@code POST /api/v1/execute_tool}
	 * @param execution the tool, the connected account and the arguments
	 * @return what the tool returns
	 * @throws ScalekitApiException.ToolError if the other service fails
	 */
	@NotRetried
	@Timeout(seconds = 60)
	@PostExchange("/execute_tool")
	ToolExecution execute(@RequestBody ExecuteTool execution);

	/**
	 * Return the first page of tools, in the server's default size. {@code GET
	 * /api/v1/tools}
	 * @return the page
	 */
	default ToolPage list() {
		return list(ToolQuery.any(), null, null);
	}

	/**
	 * Return a page of the tools that match a query. {@code GET /api/v1/tools}
	 * @param query which tools to return
	 * @param pageSize how many tools a page holds, or {@code null} for the server's
	 * default; the range is not documented
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/tools")
	ToolPage list(@Query ToolQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all tools that match a query. They are fetched page by page, as they are
	 * read. {@code GET /api/v1/tools}
	 * @param query which tools to return, not only their names
	 * @return the tools, to be read once and by one thread
	 */
	default Stream<Tool> all(ToolQuery query) {
		return Paging.stream("/api/v1/tools", (pageToken) -> list(query, Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return a page of the tools that a user can use. {@code GET
	 * /api/v1/tools/available}
	 * @param identifier the application's identifier of the user
	 * @param pageSize how many tools a page holds, or {@code null} for the server's
	 * default; the range is not documented
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 * @throws ScalekitApiException.NotFound if no account was connected with the
	 * identifier
	 */
	@GetExchange("/tools/available")
	AvailableToolPage listAvailable(@RequestParam("identifier") String identifier,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all tools that a user can use. They are fetched page by page, as they are
	 * read. {@code GET /api/v1/tools/available}
	 * @param identifier the application's identifier of the user
	 * @return the tools, to be read once and by one thread
	 * @throws ScalekitApiException.NotFound if no account was connected with the
	 * identifier
	 */
	default Stream<Tool> allAvailable(String identifier) {
		return Paging.stream("/api/v1/tools/available",
				(pageToken) -> listAvailable(identifier, Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return a page of the tools that a user can use, each with the connected account
	 * that it acts through. {@code GET /api/v1/tools/scoped}
	 * @param query which tools to return
	 * @param pageSize how many tools a page holds, or {@code null} for the server's
	 * default; the range is not documented
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/tools/scoped")
	ScopedToolPage listScoped(@Query ScopedToolQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all tools that a user can use, each with the connected account that it acts
	 * through. They are fetched page by page, as they are read. {@code GET
	 * /api/v1/tools/scoped}
	 * @param query which tools to return
	 * @return the tools, to be read once and by one thread
	 */
	default Stream<ScopedTool> allScoped(ScopedToolQuery query) {
		return Paging.stream("/api/v1/tools/scoped", (pageToken) -> listScoped(query, Paging.PAGE_SIZE, pageToken));
	}

}
