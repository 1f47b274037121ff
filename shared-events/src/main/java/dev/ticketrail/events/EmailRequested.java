package dev.ticketrail.events;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One mail to be sent by any one of email-service's workers: point-to-point, not
 * publish/subscribe. Key: the order's id, or the user's, or the product's.
 *
 * @param emailId names the mail in email-service
 * @param orderId the order it is about, absent where it is about none
 * @param template the name of the HTML template
 * @param model what the template shows; texts, numbers, lists and maps of them
 */
public record EmailRequested(String emailId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String orderId,
		String to, String subject, String template, Map<String, Object> model) implements ShopEvent {

	public static final String TYPE = "email.send";

	public EmailRequested {
		Require.text(emailId, "emailId");
		Require.text(to, "to");
		Require.text(subject, "subject");
		Require.text(template, "template");
		Require.present(model, "model");
		model = Map.copyOf(model);
	}

}
