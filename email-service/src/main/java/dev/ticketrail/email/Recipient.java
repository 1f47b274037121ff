package dev.ticketrail.email;

import dev.ticketrail.messaging.inbox.UnprocessableEventException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** One plain address: no name, no list, no group, nothing that could become a second. */
final class Recipient {

	private Recipient() {
	}

	/**
	 * Reads an address.
	 * @throws UnprocessableEventException where it is none. Letters outside of ASCII are
	 * among what is refused: JavaMail would cut them down to a byte each, and the mail
	 * would go to somebody else
	 */
	static InternetAddress of(String address) {
		if (!address.chars().allMatch((character) -> character > ' ' && character < 127)) {
			throw new UnprocessableEventException("recipient has characters that a mail address cannot have");
		}
		try {
			InternetAddress parsed = new InternetAddress(address, true);
			if (!parsed.isGroup() && address.equals(parsed.getAddress()) && address.indexOf('@') > 0) {
				return parsed;
			}
		}
		catch (AddressException _) {
			// said below
		}
		throw new UnprocessableEventException("recipient is not a mail address");
	}

}
