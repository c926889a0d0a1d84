package com.example.reference;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;

@Service
class Tools {

	private final WebClient scalekit;

	Tools(@Qualifier("scalekitWebClient") WebClient scalekit) {
		this.scalekit = scalekit;
	}

	Mono<String> list() {
		return this.scalekit.get().uri("/api/v1/tools").retrieve().bodyToMono(String.class);
	}

}
