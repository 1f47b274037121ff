package dev.ticketrail.houserules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

class HouseRuleTests {

	private static final JavaClasses SHOP = Modules.compiled();

	private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(Shop.FIXTURES.root());

	@ParameterizedTest
	@EnumSource
	void shopKeepsTheRule(HouseRule rule) {
		rule.in(Shop.REAL).check(SHOP);
	}

	@ParameterizedTest
	@EnumSource
	void ruleNamesWhoBreaksIt(HouseRule rule) {
		String violator = Shop.FIXTURES.root() + "." + rule.fixture;

		assertThat(FIXTURES.contain(violator)).isTrue();
		assertThat(rule.in(Shop.FIXTURES).evaluate(FIXTURES).getFailureReport().getDetails())
			.anyMatch((violation) -> violation.contains(violator));
	}

	/**
	 * Names of packages in rules outlive the packages: each must still match something.
	 */
	@Test
	void everyRoomOfTheShopIsInhabited() {
		assertThat(Shop.REAL.everything())
			.allSatisfy((room) -> assertThat(SHOP.that(resideInAPackage(room))).isNotEmpty());
		assertThat(SHOP.that(resideInAPackage(Shop.REAL.broker()))).isNotEmpty();
		assertThat(SHOP.contain(Shop.REAL.outbox())).isTrue();
	}

}
