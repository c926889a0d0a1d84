package com.scalekit.spring.security;

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
	void moduleIsFreeOfSpringBoot() {
		noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.boot..").check(this.classes);
	}

	/**
	 * An application that only signs users in has no resource server.
	 */
	@Test
	void resourceServerIsUsedWhereItIsNamed() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".resource")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.security.oauth2.server.resource..")
			.check(this.classes);
	}

}
