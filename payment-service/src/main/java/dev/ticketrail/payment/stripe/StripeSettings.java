package dev.ticketrail.payment.stripe;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Stripe.
 *
 * @param apiKey the secret key
 * @param apiBase another address than Stripe's, for tests
 * @param readTimeout how long an answer may take; a charge usually takes a second or two
 */
@ConfigurationProperties("ticketrail.stripe")
record StripeSettings(String apiKey, @DefaultValue("https://api.stripe.com") URI apiBase,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("8s") Duration readTimeout) {

	/** Leaves out the key. */
	@Override
	public String toString() {
		return "StripeSettings[apiBase=" + this.apiBase + "]";
	}

}
