package dev.ticketrail.payment;

import java.util.Collection;
import java.util.function.Function;

import org.springframework.context.annotation.Primary;

/** Planted: an outage of the gateway is taken for the message's fault. */
@Primary
public class ImpatientCalls extends CallsInTurn {

	@Override
	<Q, A> Answers<A> ask(Collection<Q> questions, Function<Q, A> call) {
		Answers<A> answers = super.ask(questions, call);
		return (answers.failure() == null) ? answers
				: new Answers<>(answers.given(), new IllegalStateException("The gateway does not answer"));
	}

}
