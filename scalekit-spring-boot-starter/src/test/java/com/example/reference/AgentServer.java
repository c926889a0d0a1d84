package com.example.reference;

import java.time.Duration;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.mcpconfigurations.CreateMcpConfiguration;
import com.scalekit.spring.client.mcpconfigurations.CreateMcpSessionToken;
import com.scalekit.spring.client.mcpconfigurations.McpConfiguration;
import com.scalekit.spring.client.mcpconfigurations.McpConfigurationsClient;
import com.scalekit.spring.client.mcpconfigurations.ToolMapping;

@Service
class AgentServer {

	private final McpConfigurationsClient configurations;

	AgentServer(McpConfigurationsClient configurations) {
		this.configurations = configurations;
	}

	McpConfiguration create() {
		return this.configurations.create(CreateMcpConfiguration.named("sales")
			.withToolMappings(ToolMapping.ofConnection("gmail").withTools("gmail_send"),
					ToolMapping.ofConnection("slack")));
	}

	String token(String configurationId, String userId) {
		return this.configurations
			.createSessionToken(configurationId,
					CreateMcpSessionToken.forIdentifier(userId).withExpiry(Duration.ofMinutes(10)))
			.token();
	}

}
