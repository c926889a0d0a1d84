package com.scalekit.spring;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final String ROOT = ArchitectureTests.class.getPackageName();

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void moduleIsFreeOfTheWebOfSecurityAndOfSpringBoot() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "org.springframework.security..",
					"org.springframework.web..", "org.springframework.http..", "jakarta.servlet..", "reactor..")
			.check(this.classes);
	}

	@Test
	void optionalDependenciesAreUsedWhereTheyAreNamed() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".webhooks.jdbc")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.jdbc..", "org.springframework.dao..")
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".webhooks.redis")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.data..")
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".webhooks.jdbc")
			.and()
			.doNotHaveSimpleName("TransactionalWebhookPublisher")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.transaction..")
			.check(this.classes);
	}

}
