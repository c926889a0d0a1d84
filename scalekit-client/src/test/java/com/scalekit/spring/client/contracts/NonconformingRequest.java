package com.scalekit.spring.client.contracts;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * A request that the API would refuse.
 */
public final class NonconformingRequest extends JsonObject<NonconformingRequest> {

	private NonconformingRequest(Map<String, @Nullable Object> members) {
		super(NonconformingRequest::new, members);
	}

	public static NonconformingRequest empty() {
		return new NonconformingRequest(Map.of());
	}

	public NonconformingRequest withName(int name) {
		return with("name", List.of(name));
	}

	public NonconformingRequest withDescription(boolean description) {
		return with("description", description);
	}

}
