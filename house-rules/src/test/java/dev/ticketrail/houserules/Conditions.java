package dev.ticketrail.houserules;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What the rules demand and ArchUnit has no word for. */
final class Conditions {

	private static final Set<String> INJECTION = Set.of("org.springframework.beans.factory.annotation.Autowired",
			"org.springframework.beans.factory.annotation.Value", "jakarta.inject.Inject",
			"jakarta.annotation.Resource", "jakarta.persistence.PersistenceContext");

	private static final List<String> TRANSACTION = List.of("org.springframework.transaction.annotation.Transactional",
			"jakarta.transaction.Transactional");

	private Conditions() {
	}

	static ArchCondition<JavaField> notBeInjected() {
		return condition("not be injected", (field) -> INJECTION.stream().noneMatch(field::isAnnotatedWith));
	}

	static ArchCondition<JavaClass> notBeTransactional() {
		return condition("not be transactional", (type) -> Stream.concat(Stream.of(type), type.getMethods().stream())
			.noneMatch(Conditions::isTransactional));
	}

	private static boolean isTransactional(CanBeAnnotated element) {
		return TRANSACTION.stream().anyMatch(element::isMetaAnnotatedWith);
	}

	static ArchCondition<JavaClass> liveInANullMarkedPackage() {
		return condition("live in a package with @NullMarked",
				(type) -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"));
	}

	private static <T extends HasName.AndFullName> ArchCondition<T> condition(String description, Predicate<T> holds) {
		return new ArchCondition<>(description) {
			@Override
			public void check(T element, ConditionEvents events) {
				events.add(new SimpleConditionEvent(element, holds.test(element),
						element.getFullName() + " should " + description));
			}
		};
	}

}
