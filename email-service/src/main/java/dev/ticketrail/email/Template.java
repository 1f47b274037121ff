package dev.ticketrail.email;

import dev.ticketrail.messaging.inbox.UnprocessableEventException;

/**
 * The mails that the shop can write. Each is a pair of files: {@code name.html} and its
 * plain-text alternative {@code name.txt}.
 */
enum Template {

	WELCOME("welcome"), ORDER_PLACED("order-placed"), ORDER_SHIPPED("order-shipped"),
	ORDER_CANCELLED("order-cancelled"), PAYMENT_REFUNDED("payment-refunded"), INVENTORY_LOW("inventory-low");

	private final String fileName;

	Template(String fileName) {
		this.fileName = fileName;
	}

	/** The name on the wire and of the files. */
	String fileName() {
		return this.fileName;
	}

	/**
	 * A name from the wire never becomes a path: it is one of ours, or refused.
	 * @throws UnprocessableEventException where it is not one of ours
	 */
	static Template named(String fileName) {
		for (Template template : values()) {
			if (template.fileName.equals(fileName)) {
				return template;
			}
		}
		throw new UnprocessableEventException("template is none of ours");
	}

}
