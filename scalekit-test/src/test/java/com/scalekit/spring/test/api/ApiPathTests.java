package com.scalekit.spring.test.api;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiPathTests {

	@Test
	void variablesHaveValues() {
		ApiPath path = ApiPath.of("/a/{id}/b/{name}:enable");
		assertThat(path.variables()).containsExactly("id", "name");
		assertThat(path.values("/a/1%2F2/b/x:y:enable")).isEqualTo(Map.of("id", "1%2F2", "name", "x:y"));
		assertThat(path.matches("/a/1/b/x")).isFalse();
		assertThat(path.matches("/a//b/:enable")).isTrue();
		assertThat(path.matches("/a/1/2/b/x:enable")).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> path.values("/a"));
	}

	@Test
	void literalComesFirst() {
		assertThat(Stream.of("/roles/{name}", "/roles/{name}:enable", "/roles/default", "/{any}/default", "/roles:all")
			.map(ApiPath::of)
			.sorted()
			.map(ApiPath::toString))
			.containsExactly("/roles:all", "/roles/default", "/roles/{name}:enable", "/roles/{name}", "/{any}/default");
	}

}
