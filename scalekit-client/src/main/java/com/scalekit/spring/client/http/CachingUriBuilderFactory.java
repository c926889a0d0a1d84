package com.scalekit.spring.client.http;

import java.net.URI;
import java.util.Map;

import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Expands the URI templates of contracts. Parsing a template takes longer than expanding
 * it, so each is parsed once.
 */
final class CachingUriBuilderFactory extends DefaultUriBuilderFactory {

	private static final int MAX_TEMPLATES = 1024;

	private final UriComponentsBuilder baseUri;

	private final ConcurrentLruCache<String, UriComponents> templates = new ConcurrentLruCache<>(MAX_TEMPLATES,
			this::parse);

	CachingUriBuilderFactory(URI baseUri) {
		super(baseUri.toString());
		this.baseUri = UriComponentsBuilder.fromUri(baseUri);
	}

	@Override
	public URI expand(String uriTemplate, Map<String, ?> uriVariables) {
		return URI.create(this.templates.get(uriTemplate).expand(uriVariables).toUriString());
	}

	private UriComponents parse(String uriTemplate) {
		UriComponentsBuilder template = UriComponentsBuilder.fromUriString(uriTemplate);
		UriComponents uri = template.build();
		return ((uri.getHost() != null) ? template : this.baseUri.cloneBuilder().uriComponents(uri)).encode().build();
	}

}
