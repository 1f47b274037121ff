package dev.ticketrail.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import dev.ticketrail.messaging.inbox.OutageException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Asks the gateway many things at once, on virtual threads, but never more than a set
 * number at a time in this process.
 */
@Component
@EnableConfigurationProperties(GatewayCalls.GatewaySettings.class)
class GatewayCalls {

	private final Semaphore permits;

	GatewayCalls(GatewaySettings settings) {
		this.permits = new Semaphore(settings.callsAtOnce());
	}

	/** Makes every call, and waits for all of them, whatever becomes of the others. */
	<Q, A> Answers<A> ask(Collection<Q> questions, Function<Q, A> call) {
		List<Future<A>> calls = new ArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Q question : questions) {
				calls.add(threads.submit(() -> askOne(question, call)));
			}
		}
		return Answers.of(calls);
	}

	private <Q, A> A askOne(Q question, Function<Q, A> call) throws InterruptedException {
		this.permits.acquire();
		try {
			return call.apply(question);
		}
		finally {
			this.permits.release();
		}
	}

	/**
	 * What came back.
	 *
	 * @param given the answers
	 * @param failure why there are not more of them, absent if there is one for each
	 * question; an outage rather than anything else, as it is no message's fault
	 */
	record Answers<A>(List<A> given, @Nullable RuntimeException failure) {

		private static <A> Answers<A> of(List<Future<A>> calls) {
			List<A> given = new ArrayList<>();
			RuntimeException failure = null;
			for (Future<A> call : calls) {
				if (call.state() == Future.State.SUCCESS) {
					given.add(call.resultNow());
				}
				else if (!(failure instanceof OutageException)) {
					failure = failureOf(call, failure);
				}
			}
			return new Answers<>(given, failure);
		}

		private static RuntimeException failureOf(Future<?> call, @Nullable RuntimeException before) {
			RuntimeException failure = switch (call.state()) {
				case FAILED -> unchecked(call.exceptionNow());
				case CANCELLED, RUNNING, SUCCESS -> unchecked(new InterruptedException());
			};
			return (before == null || failure instanceof OutageException) ? failure : before;
		}

		private static RuntimeException unchecked(Throwable failure) {
			return switch (failure) {
				case RuntimeException already -> already;
				case InterruptedException stopping -> new OutageException("payment gateway", stopping);
				default -> new IllegalStateException("The call to the payment gateway broke", failure);
			};
		}

	}

	/**
	 * Settings for the calls to the gateway.
	 *
	 * @param callsAtOnce how many calls may be in flight from this process
	 */
	@ConfigurationProperties("ticketrail.gateway")
	record GatewaySettings(@DefaultValue("32") int callsAtOnce) {

	}

}
