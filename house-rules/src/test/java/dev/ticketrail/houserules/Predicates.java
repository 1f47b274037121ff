package dev.ticketrail.houserules;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;

/** What the rules speak of and ArchUnit has no word for. */
final class Predicates {

	private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

	private Predicates() {
	}

	static DescribedPredicate<JavaClass> outside(String packages) {
		return DescribedPredicate.not(resideInAPackage(packages)).as("outside " + packages);
	}

	static DescribedPredicate<JavaClass> controller(Shop shop) {
		return resideInAnyPackage(shop.services()).and(metaAnnotatedWith("org.springframework.stereotype.Controller"))
			.as("are controllers");
	}

	/**
	 * {@code now()} of any class of java.time, a system clock, {@code new Date()}.
	 * Elapsed time is measured with {@code System.nanoTime()}, which is no time of day.
	 */
	static DescribedPredicate<JavaAccess<?>> asksTheSystemForTheTime() {
		return DescribedPredicate.describe("asks the system for the time", (access) -> {
			String owner = access.getTargetOwner().getName();
			return switch (access.getName()) {
				case "now" -> owner.startsWith("java.time.") && access.getTarget().getFullName().endsWith("()");
				case "currentTimeMillis" -> owner.equals("java.lang.System");
				case "<init>" -> owner.equals("java.util.Date") && access.getTarget().getFullName().endsWith("()");
				default -> CLOCKS.contains(owner) && access.getName().startsWith("system");
			};
		});
	}

	static DescribedPredicate<JavaAccess<?>> standardStream() {
		return DescribedPredicate.describe("is a standard stream",
				(access) -> access.getTargetOwner().getName().equals("java.lang.System")
						&& Set.of("out", "err").contains(access.getName())
						|| access.getName().equals("printStackTrace"));
	}

}
