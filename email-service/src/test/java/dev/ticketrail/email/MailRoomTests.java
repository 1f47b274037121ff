package dev.ticketrail.email;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.ticketrail.events.Customer;
import dev.ticketrail.events.EmailRequested;
import dev.ticketrail.messaging.inbox.Event;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.ITemplateEngine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailRoomTests {

	private static final EmailSettings SETTINGS = new EmailSettings("Ticket Rail <shop@ticketrail.example>",
			"buyer@ticketrail.example", 2);

	private static final LetterWriter WRITER = new LetterWriter(SETTINGS);

	private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");

	private final JsonMapper json = JsonMapper.shared();

	private MailRoom mailRoom;

	@BeforeEach
	void furnish() throws Exception {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ThymeleafAutoConfiguration.class))
			.withUserConfiguration(MailTemplates.class)
			.run((context) -> this.mailRoom = new MailRoom(new MailServer(new JavaMailSenderImpl()),
					context.getBean(ITemplateEngine.class), SETTINGS, InstantSource.fixed(NOW)));
	}

	static Stream<Letter> everyLetter() {
		Customer ada = new Customer("Ada Smith", "ada@example.com");
		return Stream.of(WRITER.welcome(Events.registered(ada)), WRITER.orderPlaced(Events.placed("ORD-1", ada)),
				WRITER.orderShipped(Events.shipped("ORD-1", ada)),
				WRITER.orderCancelled(Events.cancelled("ORD-1", ada, "OUT_OF_STOCK")),
				WRITER.paymentRefunded(Events.refunded("ORD-1", ada)), WRITER.inventoryLow(Events.low("PROD-001")));
	}

	@ParameterizedTest
	@MethodSource("everyLetter")
	void everyLetterIsHtmlWithAPlainTextAlternative(Letter letter) throws Exception {
		MimeMultipart alternatives = (MimeMultipart) pack(letter).getContent();
		assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
		BodyPart text = alternatives.getBodyPart(0);
		BodyPart html = alternatives.getBodyPart(1);
		assertThat(text.isMimeType("text/plain")).isTrue();
		assertThat(html.isMimeType("text/html")).isTrue();
		assertThat((String) html.getContent()).contains("TICKET RAIL", "style=").doesNotContain(" th:", "<th:", "null");
		assertThat((String) text.getContent()).contains("Ticket Rail").doesNotContain("[(", "[#", "null");
		for (Object value : letter.model().values()) {
			if (value instanceof String || value instanceof Number) {
				assertThat((String) html.getContent()).contains(value.toString());
				assertThat((String) text.getContent()).contains(value.toString());
			}
		}
	}

	@Test
	void orderIsShownWithItemsTotalAndAddress() throws Exception {
		MimeMultipart mail = (MimeMultipart) pack(everyLetter().toList().get(1)).getContent();
		for (int part : new int[] { 0, 1 }) {
			assertThat((String) mail.getBodyPart(part).getContent()).contains("2 × PROD-001", "59.98 GBP",
					"1 × PROD-042", "49.99 GBP", "109.97 GBP", "123 Main St", "London", "EC1A 1BB");
		}
	}

	@Test
	void messageIdIsMadeFromTheEventsId() throws Exception {
		Event<EmailRequested> event = event(request("Hello", "Ada"));
		MimeMessage mail = this.mailRoom.pack(event);
		mail.saveChanges();
		assertThat(mail.getMessageID()).isEqualTo("<" + event.id() + "@ticketrail.example>")
			.isEqualTo(this.mailRoom.pack(event).getMessageID());
		assertThat(mail.getSentDate()).isEqualTo(NOW);
	}

	@Test
	void markupInANameIsShownNotObeyed() throws Exception {
		String name = "<script>alert('&')</script>${7*7}[[${name}]]";
		MimeMultipart mail = (MimeMultipart) this.mailRoom.pack(event(request("Hello", name))).getContent();
		assertThat((String) mail.getBodyPart(1).getContent()).doesNotContain("<script>", "49")
			.contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;${7*7}[[${name}]]");
		assertThat((String) mail.getBodyPart(0).getContent()).contains("Dear " + name);
	}

	@Test
	void lineBreakInASubjectStartsNoHeader() throws Exception {
		MimeMessage mail = this.mailRoom.pack(event(request("Hello\r\nBcc: eve@example.com\r\n\r\n<b>", "Ada")));
		assertThat(mail.getSubject()).isEqualTo("Hello Bcc: eve@example.com <b>");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.com");
	}

	@Test
	void subjectInAnyLanguageSurvives() throws Exception {
		assertThat(this.mailRoom.pack(event(request("Żółta łódź 🚂", "Ada"))).getSubject()).isEqualTo("Żółta łódź 🚂");
	}

	@Test
	void templateThatIsNoneOfOursIsRefused() {
		EmailRequested request = new EmailRequested("EML-1", null, "ada@example.com", "Hello", "../application",
				Map.of("name", "Ada"));
		assertThatExceptionOfType(UnprocessableEventException.class)
			.isThrownBy(() -> this.mailRoom.pack(event(request)));
	}

	private MimeMessage pack(Letter letter) {
		EmailRequested request = new EmailRequested("EML-1", letter.orderId(), letter.to(), letter.subject(),
				letter.template().fileName(), letter.model());
		return this.mailRoom
			.pack(event(this.json.readValue(this.json.writeValueAsBytes(request), EmailRequested.class)));
	}

	private static EmailRequested request(String subject, String name) {
		return new EmailRequested("EML-1", null, "ada@example.com", subject, "welcome", Map.of("name", name));
	}

	private static Event<EmailRequested> event(EmailRequested request) {
		return new Event<>(UUID.randomUUID(), EmailRequested.TYPE, NOW, "ORD-1", "email-service", request);
	}

}
