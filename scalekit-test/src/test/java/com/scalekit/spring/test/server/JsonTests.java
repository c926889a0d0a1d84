package com.scalekit.spring.test.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JsonTests {

	private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

	private final User user = new User("usr_1", "nick", new Profile("Ada", List.of("a", "b"), Map.of("k", "v")), null,
			7, "kept", TIME);

	@Test
	void mergesRecordsMemberByMember() {
		User merged = merge("{\"userProfile\":1,\"user_profile\":{\"given_name\":\"Eve\"}}");
		assertThat(merged).isEqualTo(new User("usr_1", "nick", new Profile("Eve", List.of("a", "b"), Map.of("k", "v")),
				null, 7, "kept", TIME));
	}

	@Test
	void replacesListsAndMaps() {
		Profile merged = merge("{\"user_profile\":{\"groups\":[\"c\"],\"custom\":{}}}").userProfile();
		assertThat(merged).isEqualTo(new Profile("Ada", List.of("c"), Map.of()));
	}

	@Test
	void readsWhatWasNotThere() {
		assertThat(merge("{\"manager\":{\"given_name\":\"Bob\",\"groups\":[],\"custom\":{}}}").manager())
			.isEqualTo(new Profile("Bob", List.of(), Map.of()));
	}

	@Test
	void ignoresNullAndUnknownMembers() {
		assertThat(merge("{\"user_profile\":null,\"unknown\":1}")).isEqualTo(this.user);
	}

	@Test
	void emptyStringClearsWhatMayBeNull() {
		User merged = merge("{\"nick_name\":\"\",\"id\":\"\"}");
		assertThat(merged.nickName()).isNull();
		assertThat(merged.id()).isEmpty();
	}

	@Test
	void namesOfTheWireCount() {
		assertThat(merge("{\"loginCount\":8,\"update_time\":\"2026-03-04T05:06:08Z\"}"))
			.isEqualTo(new User("usr_1", "nick", this.user.userProfile(), null, 8, "kept", TIME.plusSeconds(1)));
	}

	@Test
	void wrongTypesAreInvalid() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> merge("{\"loginCount\":\"many\"}"))
			.withMessage("invalid value for field loginCount");
	}

	@Test
	void changesMembers() {
		assertThat(Json.with(this.user, Map.of("id", "usr_2", "loginCount", 9)))
			.isEqualTo(new User("usr_2", "nick", this.user.userProfile(), null, 9, "kept", TIME));
		assertThat(Json.with(this.user, Collections.singletonMap("secret", null)).secret()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> Json.with(this.user, Map.of("unknown", 1)))
			.withMessageContaining("'unknown'");
	}

	private User merge(String changes) {
		return Json.merge(this.user, Json.readObject(changes.getBytes(StandardCharsets.UTF_8)));
	}

	private record User(String id, @Nullable String nickName, Profile userProfile, @Nullable Profile manager,
			@JsonProperty("loginCount") int loginCount, @JsonIgnore @Nullable String secret, Instant updateTime) {
	}

	private record Profile(String givenName, List<String> groups, Map<String, String> custom) {
	}

}
