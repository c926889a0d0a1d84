package com.scalekit.spring.client.mcpconfigurations;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;

/**
 * The configurations of MCP servers, which offer tools of connected accounts to agents.
 * {@link ReactiveMcpConfigurationsClient} is the reactive twin; use that one on
 * event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface McpConfigurationsClient {

	/**
	 * Return the first page of configurations, in the server's default size. {@code GET
	 * /api/v1/mcp/configs}
	 * @return the page
	 */
	default McpConfigurationPage list() {
		return list(McpConfigurationQuery.any(), null, null);
	}

	/**
	 * Return a page of the configurations that match a query. {@code GET
	 * /api/v1/mcp/configs}
	 * @param query which configurations to return
	 * @param pageSize how many configurations a page holds, 1 to 30, or {@code null} for
	 * the server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/mcp/configs")
	McpConfigurationPage list(@Query McpConfigurationQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all configurations that match a query. They are fetched page by page, as
	 * they are read. {@code GET /api/v1/mcp/configs}
	 * @param query which configurations to return
	 * @return the configurations, to be read once and by one thread
	 */
	default Stream<McpConfiguration> all(McpConfigurationQuery query) {
		return Paging.stream("/api/v1/mcp/configs", (pageToken) -> list(query, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Return a configuration. {@code GET /api/v1/mcp/configs/{config_id}}
	 * @param id the identifier of the configuration
	 * @return the configuration
	 */
	@GetExchange("/mcp/configs/{id}")
	McpConfiguration get(@PathVariable String id);

	/**
	 * Create a configuration. {@code POST /api/v1/mcp/configs}
	 * @param configuration the configuration to be created
	 * @return the created configuration
	 */
	@PostExchange("/mcp/configs")
	McpConfiguration create(@RequestBody CreateMcpConfiguration configuration);

	/**
	 * Change a configuration, except for its name. {@code PUT
	 * /api/v1/mcp/configs/{config_id}}
	 * @param id the identifier of the configuration
	 * @param changes the changes; it is not documented whether what they leave out stays
	 * as it is, so give all of it
	 * @return the changed configuration
	 */
	@PutExchange("/mcp/configs/{id}")
	McpConfiguration update(@PathVariable String id, @RequestBody UpdateMcpConfiguration changes);

	/**
	 * Delete a configuration. {@code DELETE /api/v1/mcp/configs/{config_id}}
	 * @param id the identifier of the configuration
	 */
	@DeleteExchange("/mcp/configs/{id}")
	void delete(@PathVariable String id);

	/**
	 * Return the connected accounts of a user that a configuration needs, as they are.
	 * {@code POST /api/v1/mcp/configs/{config_id}/connected_accounts}
	 * @param id the identifier of the configuration
	 * @param identifier the application's identifier of the user
	 * @return an entry for each connection of the configuration
	 */
	default List<McpConnectedAccount> listConnectedAccounts(String id, String identifier) {
		return listConnectedAccounts(id, identifier, false);
	}

	/**
	 * Return the connected accounts of a user that a configuration needs. {@code POST
	 * /api/v1/mcp/configs/{config_id}/connected_accounts}
	 * @param id the identifier of the configuration
	 * @param identifier the application's identifier of the user
	 * @param includeAuthLink whether to create the accounts that are missing, and links
	 * with which the user authorizes them
	 * @return an entry for each connection of the configuration
	 */
	@Idempotent
	@Enveloped("connected_accounts")
	@PostExchange("/mcp/configs/{id}/connected_accounts")
	List<McpConnectedAccount> listConnectedAccounts(@PathVariable String id,
			@BodyMember("identifier") String identifier, @BodyMember("include_auth_link") boolean includeAuthLink);

	/**
	 * Create a token with which an agent calls the MCP server for a user. {@code POST
	 * /api/v1/mcp/configs/{mcp_config_id}/tokens}
	 * @param id the identifier of the configuration
	 * @param token the token to be created
	 * @return the token
	 * @throws ScalekitApiException.BadRequest if an account that the configuration needs
	 * is not active
	 */
	@PostExchange("/mcp/configs/{id}/tokens")
	McpSessionToken createSessionToken(@PathVariable String id, @RequestBody CreateMcpSessionToken token);

}
