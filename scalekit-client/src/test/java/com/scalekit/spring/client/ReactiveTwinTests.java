package com.scalekit.spring.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each reactive contract is its blocking twin in another programming model, documentation
 * included. With {@code -Dtwins.write=true} it is written anew; format it afterwards.
 */
class ReactiveTwinTests {

	private static final Path SOURCES = Path.of("src", "main", "java");

	@ParameterizedTest
	@MethodSource("pairs")
	void reactiveTwinMirrorsTheBlockingOne(Class<?> blocking, Class<?> reactive) throws IOException {
		assertThat(reactive.getName()).isEqualTo(blocking.getPackageName() + ".Reactive" + blocking.getSimpleName());
		String expected = ReactiveTwin.of(blocking.getSimpleName(), Files.readString(source(blocking)));
		if (Boolean.getBoolean("twins.write")) {
			Files.writeString(source(reactive), expected);
		}
		assertThat(unformatted(Files.readString(source(reactive)))).isEqualTo(unformatted(expected));
	}

	private static Path source(Class<?> type) {
		return SOURCES.resolve(type.getName().replace('.', '/') + ".java");
	}

	/**
	 * The formatter decides where lines end.
	 */
	private static String unformatted(String source) {
		return source.replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\s+", "");
	}

	static Stream<Class<?>[]> pairs() {
		List<Class<?>> contracts = ScalekitContracts.all();
		return IntStream.range(0, contracts.size() / 2)
			.mapToObj((pair) -> new Class<?>[] { contracts.get(2 * pair), contracts.get(2 * pair + 1) });
	}

}
