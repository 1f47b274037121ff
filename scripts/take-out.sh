#!/usr/bin/env bash
# Takes out the line that gives a guarantee, one at a time, and shows that the test named here fails without it:
#   scripts/take-out.sh            all of them, about a minute each
#   scripts/take-out.sh inbox mail those whose name contains one of the words
# Works on a copy of what is committed. Ends with an error if a test passes, or a line is no longer there.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
copy=$(mktemp -d)/ticket-rail
words=("$@")
failed=0
trap 'git -C "$root" worktree remove --force "$copy"' EXIT
git -C "$root" worktree add -q --detach "$copy" HEAD

# name | module:file under its src/main/java/dev/ticketrail | the line's text | what stands there instead | test
guarantees() {
	cat <<'LINES'
inbox: looks at what the insert gave back|messaging:messaging/inbox/EventTransaction.java|fresh.contains(event.id())|true|messaging/conformance:KafkaDeliveryTests#eventDeliveredAHundredTimesHasItsEffectOnce
inbox: a bad batch is replayed one by one|messaging:messaging/inbox/BatchProcessor.java|			return false;|			throw ex;|messaging/conformance:KafkaDeliveryTests#poisonInTheMiddleOfABatchLeavesItsNeighboursUnharmed
inbox: an outage is no attempt|messaging:messaging/inbox/Outages.java|!WorldDown.isCauseOf(ex)|true|messaging/conformance:KafkaDeliveryTests#nothingIsLostOrCountedWhileTheWorldIsDown
inbox: a service that stops returns a message slowly|messaging:messaging/inbox/Outages.java|			breathe();||messaging/conformance:RabbitFaultTests#eventThatIsReturnedByAServiceThatStopsIsNotGivenUp
inbox: a permanent error is not retried|messaging:messaging/inbox/BatchProcessor.java|ex instanceof UnprocessableEventException \|\| ||messaging/conformance:KafkaDeliveryTests#permanentFailureIsTriedOnce
outbox: refuses without a transaction|messaging:messaging/outbox/TransactionalOutbox.java|!TransactionSynchronizationManager.isActualTransactionActive()|false|messaging/conformance:KafkaOutboxTests#appendingOutsideATransactionIsRefused
outbox: a parked row holds its aggregate back|messaging:messaging/outbox/OutboxRows.java|and parked.id <= o.id|and parked.id = o.id|messaging/conformance:RabbitOutboxTests#refusedEventParksItsAggregateAndNoOther
outbox: a returned message was not delivered|messaging:messaging/broker/RabbitAcknowledgements.java|returned != null|returned != null && returned.getReplyCode() == 0|messaging/conformance:RabbitOutboxTests#refusedEventParksItsAggregateAndNoOther
outbox: refuses what no broker takes|messaging:messaging/outbox/TransactionalOutbox.java|size > this.maxEventSize.toBytes()|false|messaging/conformance:KafkaFaultTests#eventThatNoBrokerWouldTakeIsRefusedBeforeTheCommit
dead letter: acknowledged only when its copy is|messaging:messaging/broker/RabbitDeadLetterQueues.java|return acknowledged;|return CompletableFuture.completedFuture(null);|messaging/conformance:RabbitFaultTests#badMessageStaysWithTheBrokerUntilItsDeadLetterQueueHasIt
dead letter: has room for the largest message|messaging:messaging/broker/KafkaConfiguration.java|KafkaDeadLetterQueues.LARGEST_LETTER|1_048_576|messaging/conformance:KafkaFaultTests#messageOfFiveMegabytesBecomesADeadLetterAndHoldsNobodyUp
dead letter: one redrive at a time|messaging:messaging/deadletter/DeadLetters.java|this.rows.lock(id)|this.rows.find(id)|messaging/conformance:KafkaDeliveryTests#redriveFailsWhileTheCauseIsThereAndWorksOnceWithACorrectedPayload
queue with other arguments: refuses to start|messaging:messaging/broker/RabbitConfiguration.java|(_) -> conflicts.check()|(_) -> {}|messaging/conformance:RabbitFaultTests#queueWithOtherArgumentsIsNotUsedSilently
deleted queue: is made anew|messaging:messaging/broker/RabbitMissingQueues.java|this.connections.resetConnection();||messaging/conformance:RabbitFaultTests
start: binds nothing while Kafka is away|messaging:messaging/broker/KafkaBindingService.java|			KafkaBindingService.this.kafka.require();||KafkaBindingServiceTests
inbox: a service that stops tries nothing in a hurry|messaging:messaging/inbox/BatchProcessor.java|this.outages.pause(this.settings.retryPause(attempt));||messaging/conformance:RabbitFaultTests#eventThatFailsWhileItsServiceStopsIsTriedByTheNextOne
inbox: forgets only what is old|messaging:messaging/inbox/ProcessedEvents.java|where processed_at < ?|where processed_at > ?|messaging/conformance:KafkaFaultTests#processedEventsAreForgottenAfterAMonth
outbox: one instance at a time|messaging:messaging/outbox/OutboxRelay.java|if (!holds(connection, LOCK)) {|if (false) {|messaging/conformance:KafkaOutboxTests#onlyOneInstanceEmptiesTheOutbox
outbox: a row without its acknowledgement is kept|messaging:messaging/outbox/OutboxBatch.java|unavailable = ex;|acknowledged.add(row);|OutboxBatchTests
outbox: a clock that is set back parks nothing|messaging:messaging/outbox/OutboxRows.java|parked.retry_at <= ?|parked.retry_at + interval '1 year' > ?|messaging/conformance:RabbitFaultTests#eventWaitsWhileTheQueueIsFull
dead letter: a stranger's headers are not ours|messaging:messaging/deadletter/DeadLetterSender.java|headers.keySet().removeIf((name) -> name.startsWith(DeadLetterHeaders.PREFIX));||messaging/conformance:RabbitFaultTests#badMessageOfAStrangerIsKeptAsItCame
dead letter: an outage is no redrive|messaging:messaging/deadletter/DeadLetters.java|				throw outage;||messaging/conformance:KafkaDeliveryTests#redriveWhileTheWorldIsDownCountsAsNoAttempt
backlog: what is in hand waits|messaging:messaging/broker/RabbitStatus.java|ready + this.inHand.count(subscription)|ready|messaging/conformance:RabbitDeliveryTests#nothingIsLostOrCountedWhileTheWorldIsDown
message: a number is no text|messaging:messaging/Wire.java|texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)|texts.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert)|messaging/conformance:KafkaDeliveryTests#malformedMessageBecomesADeadLetterWithItsReason
message: is not unzipped on a header's word|messaging:messaging/broker/RabbitListeners.java|container.setAfterReceivePostProcessors();||messaging/conformance:RabbitFaultTests#badMessageThatComesStraightToAQueueBecomesALetterOfItsTopic
mail: what is sent is not sent again|email-service:email/JdbcSentMarks.java|and status = 'REQUESTED'||EmailOnRabbitTests#mailAskedForByThreeEventsIsSentOnce
order: one a key|order-service:order/OrderPlacement.java|owner.equals(draft.orderId())|true|KafkaOrderJourneyTests#fiftyParallelRequestsWithOneKeyPlaceOneOrder
order: who cannot be served soon is sent away|order-service:order/PlacementQueue.java|this.queue.remove(customer)|false|AdmissionTests#ordersThatCannotBeServedSoonAreSentAwayAndTheServiceStaysReady
order: one request reads the prices for all|order-service:order/Catalogue.java|this.reading.compareAndExchange(null, mine)|null|CatalogueTests
order: placed alone where it cannot be placed together|order-service:order/PlacementQueue.java|!DatabaseOutage.isBehind(ex)|false|AdmissionTests#ordersThatArePlacedTogetherDoNotShareAMistake
order: keeps its own trace|order-service:order/OrderPlacement.java|draft.request().context()|drafts.getFirst().request().context()|AdmissionTests#ordersThatArePlacedTogetherDoNotShareATrace
order: nobody waits long for another's key|order-service:order/IdempotencyKeys.java|		doNotWaitLong();||AdmissionTests#keyThatAnotherInstanceHoldsIsRefusedSoonAndHoldsNobodyUp
order: who waits for his money is stuck|order-service:order/Orders.java| or (o.status = CANCELLED and o.paid = true and o.refunded = false)||OrderApiTests#stuckOrderIsReportedToTheOperatorOnly
stock: taken only where it is there|inventory-service:inventory/Stock.java|return quantity <= available();|return true;|KafkaInventoryJourneyTests#hundredBuyersOfTenUnitsGetExactlyTen
saga: the row is forgotten after the acknowledgement|messaging:messaging/outbox/OutboxBatch.java|unavailable = ex.getCause();|acknowledged.add(row);|saga-simulator:SagaSimulatorTests
LINES
}

wanted() {
	[ ${#words[@]} -gt 0 ] || return 0
	for word in "${words[@]}"; do
		case $1 in *"$word"*) return 0 ;; esac
	done
	return 1
}

while IFS= read -r line; do
	name=${line%%|*}
	wanted "$name" || continue
	python3 - "$copy" "$line" <<'PYTHON' || { echo "GONE    $name"; failed=1; continue; }
import re, sys
copy, line = sys.argv[1], sys.argv[2]
_, where, text, instead, _ = [part.replace("\\|", "|") for part in re.split(r"(?<!\\)\|", line)]
module, path = where.split(":")
file = f"{copy}/{module}/src/main/java/dev/ticketrail/{path}"
source = open(file).read()
sys.exit(1) if text not in source else open(file, "w").write(source.replace(text, instead, 1))
PYTHON
	where=$(printf %s "$line" | sed 's/\\|/ /g' | cut -d'|' -f2)
	test=$(printf %s "$line" | sed 's/\\|/ /g' | cut -d'|' -f5)
	module=${where%%:*}
	case $test in *:*) module=${test%%:*}; test=${test#*:} ;; esac
	if (cd "$copy" && mvn -o -B -ntp -q verify -pl "$module" -am -Dtest="$test" -Dsurefire.failIfNoSpecifiedTests=false \
		-Dspring-javaformat.skip=true -Dsaga.seeds=300) > "$copy/../log" 2>&1; then
		echo "PASSES  $name: $test does not notice"
		failed=1
	elif grep -q '<<< \(FAILURE\|ERROR\)!' "$copy/../log"; then
		echo "fails   $name: $test"
	else
		echo "BROKEN  $name: $(grep -m1 ERROR "$copy/../log")"
		failed=1
	fi
	git -C "$copy" checkout -q .
done < <(guarantees)
exit $failed
