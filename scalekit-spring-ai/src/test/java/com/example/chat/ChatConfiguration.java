package com.example.chat;

import java.util.List;

import org.springframework.ai.tool.execution.DefaultToolExecutionExceptionProcessor;
import org.springframework.ai.tool.execution.ToolExecutionExceptionProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.ai.AuthorizationRequiredException;

@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

	@Bean
	ToolExecutionExceptionProcessor toolExecutionExceptionProcessor() {
		return DefaultToolExecutionExceptionProcessor.builder()
			.rethrowExceptions(List.of(AuthorizationRequiredException.class))
			.build();
	}

}
