package com.scalekit.spring.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Headers that sign a delivery. A header that is missing, or that has different values,
 * is {@code null}: {@link WebhookSignature} refuses the delivery.
 *
 * @param id the identifier of the delivery
 * @param timestamp when the delivery was sent, in seconds since 1970
 * @param signature the signatures, separated by spaces
 */
public record WebhookHeaders(@Nullable String id, @Nullable String timestamp, @Nullable String signature) {

	private static final String WEBHOOK = "webhook";

	/**
	 * Returns the headers of a webhook.
	 * @param headers returns the value of a header by its name in lower case, such as
	 * {@code webhook-id}, or {@code null}
	 * @return the headers
	 */
	public static WebhookHeaders from(Function<String, @Nullable String> headers) {
		return from(WEBHOOK, headers);
	}

	/**
	 * Returns the headers of a webhook from those of a message.
	 * @param headers the headers, with names in any case
	 * @return the headers
	 */
	public static WebhookHeaders from(Map<String, String> headers) {
		Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		byName.putAll(headers);
		return from(byName::get);
	}

	/**
	 * Returns the headers of a webhook where a header may be repeated.
	 * @param headers returns the values of a header by its name in lower case
	 * @return the headers
	 */
	public static WebhookHeaders fromValues(Function<String, ? extends @Nullable Collection<String>> headers) {
		return fromValues(WEBHOOK, headers);
	}

	/**
	 * Returns headers whose names begin with another word than {@code webhook}, and that
	 * may be repeated.
	 * @param prefix the first word of the names, such as {@code interceptor}
	 * @param headers returns the values of a header by its name in lower case
	 * @return the headers
	 */
	public static WebhookHeaders fromValues(String prefix,
			Function<String, ? extends @Nullable Collection<String>> headers) {
		Assert.notNull(headers, "'headers' must not be null");
		return from(prefix, (name) -> onlyValue(headers.apply(name)));
	}

	/**
	 * Returns headers whose names begin with another word than {@code webhook}.
	 * @param prefix the first word of the names, such as {@code interceptor}
	 * @param headers returns the value of a header by its name in lower case, or
	 * {@code null}
	 * @return the headers
	 */
	public static WebhookHeaders from(String prefix, Function<String, @Nullable String> headers) {
		Assert.hasText(prefix, "'prefix' must not be empty");
		Assert.notNull(headers, "'headers' must not be null");
		return new WebhookHeaders(headers.apply(prefix + "-id"), headers.apply(prefix + "-timestamp"),
				headers.apply(prefix + "-signature"));
	}

	private static @Nullable String onlyValue(@Nullable Collection<String> values) {
		List<String> distinct = (values != null) ? values.stream().distinct().toList() : List.of();
		return (distinct.size() == 1) ? distinct.get(0) : null;
	}

	/**
	 * Returns the identifier and the timestamp, but not the signature.
	 */
	@Override
	public String toString() {
		return "WebhookHeaders[id=" + this.id + ", timestamp=" + this.timestamp + "]";
	}

}
