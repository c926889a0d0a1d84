package com.scalekit.spring.boot.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

import com.scalekit.spring.client.ScalekitContracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.mock;

/**
 * Each contract has one bean, which an application may replace.
 */
class ScalekitContractsConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("scalekit.environment-url=https://acme.scalekit.com", "scalekit.client-id=skc_1",
				"scalekit.client-secret=test_secret");

	static List<Class<?>> contracts() {
		return ScalekitContracts.all();
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void contractHasABean(Class<?> contract) {
		this.contextRunner.run((context) -> assertBean(context, contract, "scalekit" + contract.getSimpleName()));
	}

	@Test
	void eachBeanIsThatOfAContract() {
		assertThat(ScalekitContractsConfiguration.class.getDeclaredMethods())
			.filteredOn((method) -> method.isAnnotationPresent(Bean.class))
			.extracting(Method::getReturnType)
			.isSubsetOf(contracts());
	}

	@ParameterizedTest
	@MethodSource("contracts")
	<T> void beanOfTheApplicationReplacesOurs(Class<T> contract) {
		T bean = mock(contract);
		this.contextRunner.withBean("mine", contract, () -> bean)
			.run((context) -> assertBean(context, contract, "mine"));
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void beanOfTheApplicationMayHaveTheNameOfAContract(Class<?> contract) {
		String name = StringUtils.uncapitalize(contract.getSimpleName());
		this.contextRunner.withBean(name, String.class, () -> "mine").run((context) -> {
			assertBean(context, contract, "scalekit" + contract.getSimpleName());
			assertThat(context.getBean(name)).isEqualTo("mine");
		});
	}

	private static void assertBean(ApplicationContext context, Class<?> contract, String name) {
		assertThat(context.getBeanNamesForType(contract))
			.as("bean of %s, which %s has to define", contract.getName(),
					ScalekitContractsConfiguration.class.getSimpleName())
			.containsExactly(name);
	}

}
