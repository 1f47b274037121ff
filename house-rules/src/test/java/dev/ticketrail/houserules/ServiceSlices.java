package dev.ticketrail.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Cuts a shop into its services; what belongs to none is left out. */
record ServiceSlices(Shop shop) implements SliceAssignment {

	@Override
	public SliceIdentifier getIdentifierOf(JavaClass type) {
		return Shop.SERVICES.stream()
			.filter((service) -> (type.getPackageName() + ".").startsWith(this.shop.root() + "." + service + "."))
			.map(SliceIdentifier::of)
			.findFirst()
			.orElseGet(SliceIdentifier::ignore);
	}

	@Override
	public String getDescription() {
		return "services";
	}

}
