package dev.ticketrail.events;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Any JVM client can read our events, whatever framework it has. */
@AnalyzeClasses(packages = "dev.ticketrail.events", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTests {

	@ArchTest
	static final ArchRule eventsNeedTheJdkAndAnnotationsOnly = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "dev.ticketrail.events", "org.jspecify.annotations",
				"com.fasterxml.jackson.annotation");

	@ArchTest
	static final ArchRule eventsAreRecordsWithoutBehaviour = classes().that()
		.implement(ShopEvent.class)
		.should()
		.beRecords();

	@Test
	void springIsNotOnTheClassPath() {
		assertThatThrownBy(() -> Class.forName("org.springframework.core.SpringVersion"))
			.isInstanceOf(ClassNotFoundException.class);
	}

}
