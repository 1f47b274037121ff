package dev.ticketrail.email;

import java.io.IOException;
import java.util.Properties;

import dev.ticketrail.messaging.inbox.OutageException;
import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class MailServerTests {

	private final JavaMailSenderImpl settings = new JavaMailSenderImpl();

	private final MailServer mailServer = new MailServer(this.settings);

	private ScriptedMailServer script;

	@BeforeEach
	void start() throws IOException {
		this.script = new ScriptedMailServer();
		Properties timeouts = new Properties();
		timeouts.setProperty("mail.smtp.connectiontimeout", "2000");
		timeouts.setProperty("mail.smtp.timeout", "2000");
		this.settings.setJavaMailProperties(timeouts);
		this.settings.setProtocol("smtp");
		this.settings.setHost("localhost");
		this.settings.setPort(this.script.port());
	}

	@AfterEach
	void stop() throws IOException {
		this.mailServer.destroy();
		this.script.close();
	}

	@Test
	void oneConnectionServesManyMails() throws Exception {
		for (int i = 0; i < 10; i++) {
			this.mailServer.send(mail());
		}
		assertThat(this.script.mailsAccepted()).isEqualTo(10);
		assertThat(this.script.connectionsSoFar()).isEqualTo(1);
	}

	@Test
	void connectionThatTheServerHasDroppedIsReplaced() throws Exception {
		this.mailServer.send(mail());
		this.script.dropConnections();
		this.mailServer.send(mail());
		assertThat(this.script.mailsAccepted()).isEqualTo(2);
		assertThat(this.script.connectionsSoFar()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 550 5.1.1 no such user", "RCPT, 552 mailbox full", "RCPT, 556 domain takes no mail",
			"DATA, 554 no valid recipients", "., 554 5.7.1 looks like spam" })
	void finalRefusalIsTheMailsOwnFault(String command, String reply) {
		this.script.on(command, reply);
		assertThatExceptionOfType(UnprocessableEventException.class).isThrownBy(() -> this.mailServer.send(mail()))
			.withMessageStartingWith("mail server refused the ")
			.withMessageEndingWith(reply);
	}

	@ParameterizedTest
	@CsvSource({ "CONNECT, 421 too busy", "CONNECT, 554 not today", "MAIL, 451 local error", "MAIL, 550 not from you",
			"MAIL, 530 authentication required", "RCPT, 450 try later", "RCPT, 451 local error", "RCPT, 421 closing",
			"RCPT, 503 MAIL first", "DATA, 451 local error", "., 452 disk full", "CONNECT, ''", "RCPT, ''", "., ''" })
	void everythingElseIsAnOutage(String command, String reply) {
		this.script.on(command, reply);
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> this.mailServer.send(mail()))
			.withMessage("mail server is not available");
	}

	@Test
	void refusedPasswordIsAnOutage() {
		this.script.on("EHLO", "250-hello\r\n250 AUTH PLAIN").on("AUTH", "535 5.7.8 wrong password");
		this.settings.setUsername("shop");
		this.settings.setPassword("wrong");
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> this.mailServer.send(mail()));
	}

	@Test
	void serverThatIsDownIsAnOutage() throws IOException {
		this.script.close();
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> this.mailServer.send(mail()));
	}

	@Test
	void mailAfterARefusedOneIsSent() {
		this.script.on("RCPT TO:<nobody@", "550 no such user");
		assertThatExceptionOfType(UnprocessableEventException.class)
			.isThrownBy(() -> this.mailServer.send(mail("nobody@example.com")));
		assertThatNoException().isThrownBy(() -> this.mailServer.send(mail()));
	}

	private MimeMessage mail() throws MessagingException {
		return mail("ada@example.com");
	}

	private MimeMessage mail(String recipient) throws MessagingException {
		MimeMessage mail = new MimeMessage(this.mailServer.session());
		mail.setFrom("shop@ticketrail.example");
		mail.setRecipients(MimeMessage.RecipientType.TO, recipient);
		mail.setText("Hello");
		mail.saveChanges();
		return mail;
	}

}
