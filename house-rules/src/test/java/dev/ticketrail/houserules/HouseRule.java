package dev.ticketrail.houserules;

import java.util.function.Function;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** One rule of the house, and the fixture that breaks it. */
enum HouseRule {

	EVENTS_DO_NOT_KNOW_MESSAGING("events.KnowsMessaging",
			(shop) -> noClasses().that()
				.resideInAPackage(shop.events())
				.should()
				.dependOnClassesThat()
				.resideInAPackage(shop.messaging())
				.because("contracts change for other reasons than delivery does")),

	MESSAGING_DOES_NOT_KNOW_EVENTS("messaging.KnowsAnEvent",
			(shop) -> noClasses().that()
				.resideInAPackage(shop.messaging())
				.should()
				.dependOnClassesThat()
				.resideInAPackage(shop.events())
				.because("a new event must not touch the guarantees")),

	MESSAGING_KNOWS_NO_SERVICE("messaging.KnowsAService",
			(shop) -> noClasses().that()
				.resideInAPackage(shop.messaging())
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(shop.services())),

	SERVICES_DO_NOT_KNOW_EACH_OTHER("payment.KnowsOrders",
			(shop) -> slices().assignedFrom(new ServiceSlices(shop))
				.should()
				.notDependOnEachOther()
				.because("a service learns of another by its events only")),

	ONLY_EVENTS_CLASSES_APPEND_TO_THE_OUTBOX("order.AppendsByItself",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.services())
				.and()
				.haveSimpleNameNotEndingWith("Events")
				.should()
				.dependOnClassesThat()
				.haveFullyQualifiedName(shop.outbox())
				.because("there is one place where an aggregate becomes an event")),

	ONLY_THE_BROKER_PACKAGE_KNOWS_BROKERS("order.KnowsKafka",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.everything())
				.and(are(Predicates.outside(shop.broker())))
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..", "org.springframework.amqp..",
						"com.rabbitmq..")
				.because("a third broker must fit in without touching anything else")),

	ONLY_THE_BROKER_PACKAGE_KNOWS_BINDERS("messaging.inbox.KnowsABinder",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.everything())
				.and(are(Predicates.outside(shop.broker())))
				.should()
				.dependOnClassesThat()
				.resideInAPackage("org.springframework.cloud.stream.binder..")),

	NO_FIELD_IS_INJECTED("order.InjectsAField",
			(shop) -> fields().that()
				.areDeclaredInClassesThat()
				.resideInAnyPackage(shop.everything())
				.should(Conditions.notBeInjected())
				.because("a constructor shows what a class needs, and a test can call it")),

	NAMES_SAY_WHAT_A_CLASS_IS("order.OrderHelper",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.everything())
				.should()
				.haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto)")
				.orShould()
				.haveNameMatching(".*[.$]Abstract[^.$]*")),

	TIME_IS_INJECTED("order.AsksTheSystemForTheTime",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.servicesAndMessaging())
				.and()
				.haveSimpleNameNotEndingWith("AutoConfiguration")
				.should()
				.accessTargetWhere(Predicates.asksTheSystemForTheTime())
				.because("a test must be able to set the InstantSource")),

	CONTROLLERS_LIVE_IN_WEB("order.MisplacedController",
			(shop) -> classes().that(Predicates.controller(shop)).should().resideInAPackage("..web")),

	CONTROLLERS_ARE_PACKAGE_PRIVATE("order.web.PublicController",
			(shop) -> classes().that(Predicates.controller(shop)).should().bePackagePrivate()),

	CONTROLLERS_HAVE_NO_TRANSACTION("order.web.TransactionalController",
			(shop) -> classes().that(Predicates.controller(shop))
				.should(Conditions.notBeTransactional())
				.because("the use case is the transaction's boundary, not the request")),

	PACKAGES_ARE_NULL_MARKED("unmarked.InAnUnmarkedPackage",
			(shop) -> classes().that()
				.resideInAPackage(shop.root() + "..")
				.should(Conditions.liveInANullMarkedPackage())),

	NOBODY_PRINTS("order.Prints",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.everything())
				.should()
				.accessTargetWhere(Predicates.standardStream())),

	NOBODY_LOGS_WITH_THE_JDK("order.LogsWithTheJdk",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.everything())
				.should()
				.dependOnClassesThat(resideInAPackage("java.util.logging"))),

	LISTENERS_ARE_MADE_BY_THE_INBOX("order.ListensByItself",
			(shop) -> noClasses().that()
				.resideInAnyPackage(shop.services())
				.should()
				.implement(shop.root() + ".messaging.inbox.EventListener")
				.because("a listener that is not made by the inbox has none of its guarantees")),

	LISTENER_BEANS_ARE_IN_LISTENERS_CLASSES("order.HidesAListener",
			(shop) -> methods().that()
				.areDeclaredInClassesThat()
				.resideInAnyPackage(shop.services())
				.and()
				.haveRawReturnType(shop.root() + ".messaging.inbox.EventListener")
				.should()
				.beDeclaredInClassesThat()
				.haveSimpleNameEndingWith("Listeners")
				.because("what a service listens to is read in one place"));

	/** Its name below {@link Shop#FIXTURES}. */
	final String fixture;

	private final Function<Shop, ArchRule> rule;

	HouseRule(String fixture, Function<Shop, ArchRule> rule) {
		this.fixture = fixture;
		this.rule = rule;
	}

	ArchRule in(Shop shop) {
		return this.rule.apply(shop);
	}

	@Override
	public String toString() {
		return name().toLowerCase().replace('_', ' ');
	}

}
