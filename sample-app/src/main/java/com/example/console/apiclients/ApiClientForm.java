package com.example.console.apiclients;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import com.scalekit.spring.client.apiclients.ApiClient;
import com.scalekit.spring.client.apiclients.CreateApiClient;
import com.scalekit.spring.client.apiclients.UpdateApiClient;

/**
 * What is typed into the form of an API client.
 *
 * @param name the name
 * @param description what it is for, empty if nobody has said
 * @param scopes the scopes of its access tokens, with blanks between them
 * @param audience who accepts its access tokens, with blanks between them
 */
record ApiClientForm(String name, String description, String scopes, String audience) {

	ApiClientForm {
		name = TextField.valueOf(name);
		description = TextField.valueOf(description);
		scopes = String.join(" ", words(TextField.valueOf(scopes)));
		audience = String.join(" ", words(TextField.valueOf(audience)));
	}

	static ApiClientForm of(ApiClient client) {
		return new ApiClientForm(client.name(), client.description(), String.join(" ", client.scopes()),
				String.join(" ", client.audience()));
	}

	Map<String, String> values() {
		return Map.of("name", this.name, "description", this.description, "scopes", this.scopes, "audience",
				this.audience);
	}

	CreateApiClient toCreate() {
		CreateApiClient client = CreateApiClient.named(this.name).withDescription(this.description);
		client = this.scopes.isEmpty() ? client : client.withScopes(words(this.scopes));
		return this.audience.isEmpty() ? client : client.withAudience(words(this.audience));
	}

	UpdateApiClient toUpdate(Set<String> changes) {
		UpdateApiClient update = UpdateApiClient.none();
		for (String change : changes) {
			update = switch (change) {
				case "name" -> update.withName(this.name);
				case "description" -> update.withDescription(this.description);
				case "scopes" -> update.withScopes(words(this.scopes));
				default -> update.withAudience(words(this.audience));
			};
		}
		return update;
	}

	private static List<String> words(String text) {
		return List.of(StringUtils.tokenizeToStringArray(text, " ,\t"));
	}

	static @Nullable String fieldOf(String field) {
		String name = field.replaceFirst("^client\\.", "").replaceFirst("\\[.*", "");
		return Set.of("name", "description", "scopes", "audience").contains(name) ? name : null;
	}

}
