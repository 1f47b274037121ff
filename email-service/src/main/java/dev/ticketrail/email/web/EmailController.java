package dev.ticketrail.email.web;

import java.time.Instant;
import java.util.List;

import dev.ticketrail.email.Email;
import dev.ticketrail.email.Emails;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was mailed to whom. */
@RestController
class EmailController {

	private final Emails emails;

	EmailController(Emails emails) {
		this.emails = emails;
	}

	/**
	 * Mails, the newest first: those about an order, those to an address, both, or simply
	 * the latest. An unknown order or address has an empty list.
	 */
	@GetMapping("/emails")
	List<SentOrToBeSent> emails(@RequestParam @Nullable String orderId, @RequestParam @Nullable String to,
			@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		return find(orderId, to, Limit.of(limit)).stream().map(SentOrToBeSent::of).toList();
	}

	private List<Email> find(@Nullable String orderId, @Nullable String to, Limit limit) {
		if (orderId != null && to != null) {
			return this.emails.findByOrderIdAndRecipientOrderByRequestedAtDesc(orderId, to, limit);
		}
		if (orderId != null) {
			return this.emails.findByOrderIdOrderByRequestedAtDesc(orderId, limit);
		}
		if (to != null) {
			return this.emails.findByRecipientOrderByRequestedAtDesc(to, limit);
		}
		return this.emails.findByOrderByRequestedAtDesc(limit);
	}

	/**
	 * A mail.
	 *
	 * @param orderId null where the mail is about no order
	 * @param sentAt null until the mail server has accepted it
	 */
	record SentOrToBeSent(String emailId, @Nullable String orderId, String to, String subject, String template,
			Email.Status status, Instant requestedAt, @Nullable Instant sentAt) {

		static SentOrToBeSent of(Email email) {
			return new SentOrToBeSent(email.emailId(), email.orderId(), email.recipient(), email.subject(),
					email.template(), email.status(), email.requestedAt(), email.sentAt());
		}

	}

}
