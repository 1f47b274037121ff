package dev.ticketrail.email;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Email-service's own classes; {@code Memory…} stands in for SQL, {@link Postcards} for
 * mails with a text, and {@link Postman} for the mail server.
 */
@Configuration(proxyBeanMethods = false)
@Import({ EmailListeners.class, EmailComposition.class, EmailDelivery.class, EmailEvents.class, LetterWriter.class,
		Postcards.class, Postman.class, MemoryEmails.class, MailDesk.class })
public class EmailRoom {

	@Bean
	EmailSettings settings() {
		return new EmailSettings("shop@ticketrail.example", "buyer@ticketrail.example", 1);
	}

}
