package com.scalekit.spring.client.tools;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
 * users, for reactive code. Nothing is sent before a returned publisher is subscribed to;
 * each subscription is a call of its own. {@link ToolsClient} is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveToolsClient {

	/**
	 * Execute a tool with a connected account of a user. {@code POST
	 * /api/v1/execute_tool}
	 * @param toolName the name of the tool, such as {@code gmail_send}
	 * @param identifier the application's identifier of the user, which the account was
	 * connected with
	 * @param params the arguments, as the input schema of the tool describes them
	 * @return what the tool returns
	 */
	default Mono<ToolExecution> execute(String toolName, String identifier,
			Map<String, ? extends @Nullable Object> params) {
		return execute(ExecuteTool.named(toolName).withIdentifier(identifier).withParams(params));
	}

	/**
	 * Execute a tool. It may take 60 seconds, return 16 MB, and is not tried again.
	 * {@code POST /api/v1/execute_tool}
	 * @param execution the tool, the connected account and the arguments
	 * @return what the tool returns
	 */
	@NotRetried
	@Timeout(seconds = 60)
	@PostExchange("/execute_tool")
	Mono<ToolExecution> execute(@RequestBody ExecuteTool execution);

	/**
	 * Return the first page of tools, in the server's default size. {@code GET
	 * /api/v1/tools}
	 * @return the page
	 */
	default Mono<ToolPage> list() {
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
	Mono<ToolPage> list(@Query ToolQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all tools that match a query. They are fetched page by page, as they are
	 * requested. {@code GET /api/v1/tools}
	 * @param query which tools to return, not only their names
	 * @return the tools, each subscription starting anew
	 */
	default Flux<Tool> all(ToolQuery query) {
		return Paging.flux("/api/v1/tools", (pageToken) -> list(query, Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return a page of the tools that a user can use. {@code GET
	 * /api/v1/tools/available}
	 * @param identifier the application's identifier of the user
	 * @param pageSize how many tools a page holds, or {@code null} for the server's
	 * default; the range is not documented
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/tools/available")
	Mono<AvailableToolPage> listAvailable(@RequestParam("identifier") String identifier,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all tools that a user can use. They are fetched page by page, as they are
	 * requested. {@code GET /api/v1/tools/available}
	 * @param identifier the application's identifier of the user
	 * @return the tools, each subscription starting anew
	 */
	default Flux<Tool> allAvailable(String identifier) {
		return Paging.flux("/api/v1/tools/available",
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
	Mono<ScopedToolPage> listScoped(@Query ScopedToolQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all tools that a user can use, each with the connected account that it acts
	 * through. They are fetched page by page, as they are requested. {@code GET
	 * /api/v1/tools/scoped}
	 * @param query which tools to return
	 * @return the tools, each subscription starting anew
	 */
	default Flux<ScopedTool> allScoped(ScopedToolQuery query) {
		return Paging.flux("/api/v1/tools/scoped", (pageToken) -> listScoped(query, Paging.PAGE_SIZE, pageToken));
	}

}
