package dev.ticketrail.analytics;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

@RealInfrastructure(Broker.RABBIT)
class RabbitAnalyticsJourneyTests extends AnalyticsJourney {

	@Test
	void replayIsRefusedBecauseAQueueForgets() {
		var response = operator(HttpMethod.POST, "/replay");
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
		assertThat(response.getBody().path("detail").stringValue()).contains("gone once its consumer has acknowledged");
	}

}
