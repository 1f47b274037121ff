package dev.ticketrail.messaging.conformance;

/**
 * The event of these tests.
 *
 * @param behaviour what the handler shall do about it
 */
record Ticket(String id, Behaviour behaviour, String text) {

	static final String OPENED = "ticket.opened";

	static final String SERVED = "ticket.served";

	enum Behaviour {

		SUCCEED, FAIL, FAIL_TWICE, FAIL_FOR_GOOD, TAKE_TIME, WORLD_IS_DOWN

	}

	static Ticket of(String id, Behaviour behaviour) {
		return new Ticket(id, behaviour, "");
	}

}
