package com.scalekit.spring.client.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.client.ScalekitContracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation lists all operations as they are. With
 * {@code -Doperations.write=true} the page is written anew.
 */
class OperationsPageTests {

	private static final Path PAGE = Path.of("..", "docs", "operations.md");

	@Test
	void pageIsUpToDate() throws IOException {
		List<Class<?>> all = ScalekitContracts.all();
		String page = OperationsPage
			.render(IntStream.range(0, all.size() / 2).<Class<?>>mapToObj((pair) -> all.get(2 * pair)).toList());
		if (Boolean.getBoolean("operations.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).isEqualTo(page);
	}

}
