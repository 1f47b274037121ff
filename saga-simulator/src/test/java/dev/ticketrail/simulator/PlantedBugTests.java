package dev.ticketrail.simulator;

import java.util.Optional;

import dev.ticketrail.simulator.bugs.PlantedBug;
import dev.ticketrail.testing.invariants.Invariant;
import dev.ticketrail.testing.invariants.Invariants;
import dev.ticketrail.testing.invariants.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.fail;

/**
 * Shows that the checker can fail: each bug breaks an invariant within a few hundred
 * seeds, and the checker names the right one.
 */
class PlantedBugTests {

	private static final int SEEDS = 500;

	@Test
	void rowForgottenBeforeTheAcknowledgementLosesEvents() {
		finds(PlantedBug.ROW_FORGOTTEN_BEFORE_THE_ACKNOWLEDGEMENT, Invariant.I1, "has not been processed");
	}

	@Test
	void sendThatIsNotAwaitedLosesEvents() {
		finds(PlantedBug.SEND_NOT_AWAITED, Invariant.I1, "has not been processed");
	}

	@Test
	void rowThatSurvivesTheRollbackChargesForNoOrder() {
		finds(PlantedBug.ROW_SURVIVES_THE_ROLLBACK, Invariant.I4, "does not exist");
	}

	@Test
	void relayThatReordersAnAggregateIsSeen() {
		finds(PlantedBug.RELAY_REORDERS_AN_AGGREGATE, Invariant.I3, "order.placed");
	}

	@Test
	void messageAcknowledgedBeforeTheCommitIsLost() {
		finds(PlantedBug.ACKNOWLEDGED_BEFORE_COMMIT, Invariant.I1, "has not been processed");
	}

	@Test
	void inboxThatIsNotAskedDoesThingsTwice() {
		finds(PlantedBug.INBOX_NOT_ASKED, Invariant.I2, "had its effect");
	}

	@Test
	void swallowedDeadLetterIsMissed() {
		finds(PlantedBug.DEAD_LETTER_SWALLOWED, Invariant.I1, "is not among the dead letters");
	}

	@Test
	void outageTakenForABadMessageGivesUpGoodOnes() {
		finds(PlantedBug.OUTAGE_TAKEN_FOR_A_BAD_MESSAGE, Invariant.I7, "The gateway does not answer");
	}

	@Test
	void chargeWithoutKeyIsMadeTwice() {
		finds(PlantedBug.CHARGE_WITHOUT_KEY, Invariant.I4, "the gateway keeps");
	}

	@Test
	void refundWithoutKeyIsMadeTwice() {
		finds(PlantedBug.REFUND_WITHOUT_KEY, Invariant.I4, "is cancelled, and the gateway keeps -");
	}

	@Test
	void skippedRefundKeepsTheMoney() {
		finds(PlantedBug.REFUND_SKIPPED, Invariant.I4, "is cancelled, and the gateway keeps");
	}

	@Test
	void cancellationThatComesFirstAndIsForgottenIsCharged() {
		finds(PlantedBug.EARLY_CANCELLATION_FORGOTTEN, Invariant.I4, "is cancelled, and the gateway keeps");
	}

	@Test
	void stockThatIsNotReleasedIsMissed() {
		finds(PlantedBug.STOCK_NOT_RELEASED, Invariant.I5, "its stock has not been released");
	}

	@Test
	void unconditionalUpdateSellsWhatIsNotThere() {
		finds(PlantedBug.STOCK_UPDATED_WITHOUT_CONDITION, Invariant.I5, "there are -");
	}

	@Test
	void mailSentAgainByADuplicateIsCounted() {
		finds(PlantedBug.MAIL_SENT_AGAIN, Invariant.I2, "was received");
	}

	@Test
	void shippedOrderThatIsCancelledIsSeen() {
		finds(PlantedBug.SHIPPED_ORDER_CANCELLED, Invariant.I6, "is cancelled, and shipped");
	}

	@Test
	void idempotencyKeyThatNobodyReadsMakesTwoOrders() {
		finds(PlantedBug.IDEMPOTENCY_KEY_NOT_READ, Invariant.I2, "is a second order of the request");
	}

	private static void finds(PlantedBug bug, Invariant invariant, String what) {
		SimulatedShop shop = new SimulatedShop(bug);
		for (long seed = 1; seed <= SEEDS; seed++) {
			Optional<Violation> found = Invariants.violations(Day.facts(shop, seed))
				.stream()
				.filter((violation) -> violation.invariant() == invariant && violation.what().contains(what))
				.findFirst();
			if (found.isPresent()) {
				System.out.printf("%s, seed %d: %s%n", bug, seed, found.get().summary());
				return;
			}
		}
		fail(bug + " is not found as " + invariant + " by " + SEEDS + " seeds");
	}

}
