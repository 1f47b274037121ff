package dev.ticketrail.payment.stripe;

import java.time.InstantSource;

import com.stripe.StripeClient;
import dev.ticketrail.payment.PaymentGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(StripeKeyIsSet.class)
@EnableConfigurationProperties(StripeSettings.class)
class StripeConfiguration {

	private static final Logger log = LoggerFactory.getLogger(StripeConfiguration.class);

	@Bean
	PaymentGateway stripeGateway(StripeSettings settings, InstantSource time) {
		log.info("The payment gateway is Stripe at {}.", settings.apiBase());
		return new StripeGateway(client(settings), time);
	}

	static StripeClient client(StripeSettings settings) {
		return StripeClient.builder()
			.setApiKey(settings.apiKey())
			.setApiBase(settings.apiBase().toString())
			.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
			.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
			// the inbox tries again; two that try again would multiply
			.setMaxNetworkRetries(0)
			.build();
	}

}
