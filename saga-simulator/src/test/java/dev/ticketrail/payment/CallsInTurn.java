package dev.ticketrail.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import dev.ticketrail.messaging.inbox.OutageException;

/**
 * Asks one after the other, in this thread, so that a seed decides what comes first. As
 * in the original, a call that fails keeps none of the others from being made.
 */
class CallsInTurn extends GatewayCalls {

	CallsInTurn() {
		super(new GatewaySettings(1));
	}

	@Override
	<Q, A> Answers<A> ask(Collection<Q> questions, Function<Q, A> call) {
		List<A> given = new ArrayList<>();
		RuntimeException failure = null;
		for (Q question : questions) {
			try {
				given.add(call.apply(question));
			}
			catch (RuntimeException ex) {
				failure = (failure == null || ex instanceof OutageException) ? ex : failure;
			}
		}
		return new Answers<>(given, failure);
	}

}
