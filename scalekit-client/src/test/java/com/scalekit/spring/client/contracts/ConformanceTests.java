package com.scalekit.spring.client.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.service.annotation.HttpExchange;

import com.scalekit.spring.client.ScalekitContracts;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contracts are the API: each operation is claimed once by each twin, with the
 * parameters, members and types of the table.
 */
class ConformanceTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void contractsAreLikeTheTable(int twin) {
		assertThat(new Conformance().check(contracts(twin)).violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void eachOperationIsClaimedOnce(int twin) {
		Map<String, Integer> claims = new Conformance().check(contracts(twin))
			.claims()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (claim) -> claim.getValue().size()));
		assertThat(claims).isEqualTo(ApiTable.load()
			.operations()
			.stream()
			.filter((operation) -> operation.alias().isEmpty())
			.collect(Collectors.toMap(ApiOperation::id, (operation) -> 1)));
	}

	@Test
	void eachContractIsListed() {
		assertThat(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ScalekitContracts.class.getPackageName())
			.stream()
			.filter((type) -> type.isInterface() && type.isAnnotatedWith(HttpExchange.class))
			.<Class<?>>map(JavaClass::reflect)).containsExactlyInAnyOrderElementsOf(ScalekitContracts.all());
	}

	private static List<Class<?>> contracts(int twin) {
		List<Class<?>> all = ScalekitContracts.all();
		return IntStream.range(0, all.size() / 2).<Class<?>>mapToObj((pair) -> all.get(2 * pair + twin)).toList();
	}

}
