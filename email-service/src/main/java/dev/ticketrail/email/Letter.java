package dev.ticketrail.email;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said to whom, before it has a form.
 *
 * @param about what the mail is about: the id of the order, the user or the product
 * @param orderId the order it is about, absent where it is about none
 * @param model what the template shows
 */
record Letter(String about, @Nullable String orderId, String to, Template template, String subject,
		Map<String, Object> model) {

	Letter {
		subject = OneLine.of(subject);
	}

	static Letter aboutOrder(String orderId, String to, Template template, String subject, Map<String, Object> model) {
		return new Letter(orderId, orderId, to, template, subject, model);
	}

}
