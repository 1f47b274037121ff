package dev.ticketrail.email;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.ticketrail.events.Customer;
import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.events.InventoryLow;
import dev.ticketrail.events.OrderCancelled;
import dev.ticketrail.events.OrderPlaced;
import dev.ticketrail.events.OrderShipped;
import dev.ticketrail.events.PaymentRefunded;
import dev.ticketrail.events.UserRegistered;
import dev.ticketrail.launcher.Ports;
import dev.ticketrail.testing.Envelopes;
import dev.ticketrail.testing.TestBroker;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From an event on the broker to a mail in a mailbox. Runs on both brokers. */
abstract class EmailJourneys {

	private static final TestMailServer mailServer = new TestMailServer(Ports.free());

	@Autowired
	private TestBroker broker;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private final Customer customer = Events.someone();

	private final String orderId = Events.newOrderId();

	@DynamicPropertySource
	static void mailServer(DynamicPropertyRegistry registry) {
		mailServer.startUnlessRunning();
		registry.add("spring.mail.port", () -> mailServer.getSmtp().getPort());
	}

	@AfterEach
	void repairMailServer() {
		mailServer.startUnlessRunning();
	}

	@Test
	void placedOrderIsAcknowledgedByOneMail() throws Exception {
		try (TestBroker.Tap requests = this.broker.tap(EmailRequested.TYPE)) {
			publish(OrderPlaced.TYPE, Events.placed(this.orderId, this.customer));
			MimeMessage mail = onlyMail();
			assertThat(mail.getSubject()).isEqualTo("We have your order " + this.orderId);
			assertThat(mail.getFrom()[0]).hasToString("Ticket Rail <shop@ticketrail.example>");
			assertThat((String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent()).contains("Ada Smith",
					"PROD-001", "59.98 GBP", "109.97 GBP", "123 Main St");
			await()
				.untilAsserted(() -> assertThat(requests.received()).filteredOn((it) -> this.orderId.equals(it.key()))
					.singleElement()
					.satisfies((it) -> assertThat(mail.getMessageID())
						.isEqualTo("<" + it.headers().get("ce_id") + "@ticketrail.example>")));
		}
	}

	@Test
	void eventThatComesAHundredTimesMakesOneMail() throws Exception {
		byte[] event = Envelopes.json(OrderPlaced.TYPE, Events.placed(this.orderId, this.customer));
		for (int i = 0; i < 100; i++) {
			this.broker.publish(OrderPlaced.TYPE, this.orderId, event);
		}
		// the same order is shipped: when that mail is there, the hundred are through as
		// well
		publish(OrderShipped.TYPE, Events.shipped(this.orderId, this.customer));
		awaitSent(2);
		assertThat(mailServer.mailsTo(this.customer.email())).extracting(MimeMessage::getSubject)
			.containsExactlyInAnyOrder("We have your order " + this.orderId,
					"Your order " + this.orderId + " is on its way");
	}

	@Test
	void eventThatTheInboxHasForgottenMakesNoSecondMail() throws Exception {
		UUID eventId = UUID.randomUUID();
		byte[] event = Envelopes.json(eventId, OrderPlaced.TYPE, Events.placed(this.orderId, this.customer));
		this.broker.publish(OrderPlaced.TYPE, this.orderId, event);
		awaitSent(1);
		this.database.sql("delete from processed_event where event_id = ?").param(eventId).update();
		this.broker.publish(OrderPlaced.TYPE, this.orderId, event);
		await().until(() -> count("processed_event where event_id = '" + eventId + "'") == 1);
		assertThat(emails("?orderId=" + this.orderId)).hasSize(1);
	}

	@Test
	void shippedOrderIsAnnouncedWithItsTrackingNumber() throws Exception {
		publish(OrderShipped.TYPE, Events.shipped(this.orderId, this.customer));
		assertThat(GreenMailUtil.getWholeMessage(onlyMail())).contains("TR-123456", "Rail Parcel");
	}

	@Test
	void cancellationIsExplainedAlsoWhenItOvertakesTheOrder() throws Exception {
		publish(OrderCancelled.TYPE, Events.cancelled(this.orderId, this.customer, "OUT_OF_STOCK"));
		assertThat(GreenMailUtil.getWholeMessage(onlyMail())).contains("out of stock");
		publish(OrderPlaced.TYPE, Events.placed(this.orderId, this.customer));
		awaitSent(2);
	}

	@Test
	void refundIsAnnouncedWithItsAmount() throws Exception {
		publish(PaymentRefunded.TYPE, Events.refunded(this.orderId, this.customer));
		assertThat(GreenMailUtil.getWholeMessage(onlyMail())).contains("109.97 GBP");
	}

	@Test
	void newUserIsWelcomed() throws Exception {
		UserRegistered user = Events.registered(this.customer);
		this.broker.publish(UserRegistered.TYPE, user.userId(), Envelopes.json(UserRegistered.TYPE, user));
		assertThat(onlyMail().getSubject()).isEqualTo("Welcome to Ticket Rail");
	}

	@Test
	void buyerOnDutyHearsOfLowStock() {
		String productId = "PROD-" + UUID.randomUUID();
		this.broker.publish(InventoryLow.TYPE, productId, Envelopes.json(InventoryLow.TYPE, Events.low(productId)));
		await().untilAsserted(
				() -> assertThat(mailServer.mailsTo("buyer@ticketrail.example")).extracting(MimeMessage::getSubject)
					.contains("Running low: Enamel mug (" + productId + ")"));
	}

	@Test
	void mailWaitsForTheMailServerAndNothingBecomesADeadLetter() {
		mailServer.stop();
		publish(OrderPlaced.TYPE, Events.placed(this.orderId, this.customer));
		await().until(() -> health("/actuator/health").contains("mail server is not available"));
		assertThat(health("/actuator/health/readiness")).contains("\"UP\"");
		assertThat(health("/actuator/health/liveness")).contains("\"UP\"");
		assertThat(emails("?orderId=" + this.orderId)).singleElement()
			.satisfies((email) -> assertThat(email).containsEntry("status", "REQUESTED"));
		mailServer.start();
		awaitSent(1);
		assertThat(count("dead_letter where topic = 'email.send' and message_key = '" + this.orderId + "'")).isZero();
	}

	@Test
	void refusedRecipientBecomesADeadLetterAndTheNextMailIsSent() {
		String refused = "refused@" + UUID.randomUUID() + ".example";
		publish(OrderPlaced.TYPE, Events.placed(this.orderId, new Customer("Nobody", refused)));
		publish(OrderPlaced.TYPE, Events.placed(Events.newOrderId(), this.customer));
		await().untilAsserted(() -> assertThat(emails("?to=" + this.customer.email())).singleElement()
			.satisfies((email) -> assertThat(email).containsEntry("status", "SENT")));
		await().untilAsserted(() -> assertThat(deadLetterReasons()).singleElement()
			.asString()
			.contains("mail server refused the recipient: 550 5.1.1 nobody of that name"));
		assertThat(emails("?to=" + refused)).singleElement()
			.satisfies((email) -> assertThat(email).containsEntry("status", "REQUESTED"));
	}

	/** By two at the same time, and by a third one when the mail has been sent. */
	@Test
	void mailAskedForByThreeEventsIsSentOnce() {
		EmailRequested request = new EmailRequested("EML-" + this.orderId, this.orderId, this.customer.email(), "Hello",
				"welcome", Map.of("name", "Ada"));
		awaitProcessed(List.of(ask(request), ask(request)));
		awaitProcessed(List.of(ask(request)));
		awaitSent(1);
	}

	private UUID ask(EmailRequested request) {
		UUID eventId = UUID.randomUUID();
		this.broker.publish(EmailRequested.TYPE, this.orderId, Envelopes.json(eventId, EmailRequested.TYPE, request));
		return eventId;
	}

	private void awaitProcessed(List<UUID> events) {
		events.forEach((event) -> await().until(() -> count("processed_event where event_id = '" + event + "'") == 1));
	}

	@Test
	void unknownOrderHasNoMails() {
		assertThat(emails("?orderId=" + this.orderId)).isEmpty();
	}

	@Test
	void mailsCanBeListedWithoutAFilter() {
		publish(OrderPlaced.TYPE, Events.placed(this.orderId, this.customer));
		awaitSent(1);
		assertThat(emails("?limit=1")).singleElement()
			.satisfies((email) -> assertThat(email).containsOnlyKeys("emailId", "orderId", "to", "subject", "template",
					"status", "requestedAt", "sentAt"));
		assertThat(statusOf("/emails?limit=0")).isEqualTo(400);
	}

	/** Patient, for a machine that is busy with other builds. */
	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

	private void publish(String topic, Object data) {
		this.broker.publish(topic, this.orderId, Envelopes.json(topic, data));
	}

	private MimeMessage onlyMail() {
		await().until(() -> !mailServer.mailsTo(this.customer.email()).isEmpty());
		awaitSent(1);
		return mailServer.mailsTo(this.customer.email()).getFirst();
	}

	private void awaitSent(int mails) {
		await().untilAsserted(() -> {
			assertThat(emails("?to=" + this.customer.email())).hasSize(mails)
				.allSatisfy((email) -> assertThat(email).containsEntry("status", "SENT"));
		});
		assertThat(mailServer.mailsTo(this.customer.email())).hasSize(mails);
	}

	private List<Map<String, Object>> emails(String query) {
		List<Map<String, Object>> emails = rest().get()
			.uri("/emails" + query)
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		assertThat(emails).isNotNull();
		return emails;
	}

	private String health(String path) {
		return rest().get().uri(path).exchange((request, response) -> new String(response.getBody().readAllBytes()));
	}

	private int statusOf(String path) {
		return rest().get().uri(path).exchange((request, response) -> response.getStatusCode().value());
	}

	private RestClient rest() {
		return RestClient.create("http://localhost:" + this.port);
	}

	private List<String> deadLetterReasons() {
		return this.database.sql("select reason from dead_letter where topic = 'email.send' and message_key = ?")
			.param(this.orderId)
			.query(String.class)
			.list();
	}

	private long count(String rows) {
		return this.database.sql("select count(*) from " + rows).query(Long.class).single();
	}

}
