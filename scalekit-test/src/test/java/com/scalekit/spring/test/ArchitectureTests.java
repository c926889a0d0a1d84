package com.scalekit.spring.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("com.scalekit.spring.test");

	@Test
	void knowsTheWireFormatOnly() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.scalekit.spring.client..", "com.scalekit.spring.boot..")
			.check(CLASSES);
	}

	@Test
	void serverNeedsNoTestFramework() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("com.scalekit.spring.test")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.junit..", "org.assertj..")
			.check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching("com.scalekit.spring.(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheServerAndItsAdapterKnowWireMock() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveFullyQualifiedName(ScalekitServer.class.getName())
			.and()
			.doNotHaveFullyQualifiedName(WireMockAdapter.class.getName())
			.and()
			.doNotHaveFullyQualifiedName(SilentNotifier.class.getName())
			.and()
			.haveNameNotMatching(JsonErrorHttpServerFactory.class.getName() + ".*")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.github.tomakehurst..", "wiremock..")
			.check(CLASSES);
	}

	@Test
	void publicFaceIsSmall() {
		assertThat(CLASSES.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.map(JavaClass::getSimpleName)).containsExactlyInAnyOrder("ScalekitServer", "Builder", "Tokens",
					"Organizations", "NextRequest", "ScriptedResponse", "ReceivedRequest", "NewOrganization",
					"AutoConfigureScalekitServer", "ScalekitServerExtension");
	}

}
