package dev.ticketrail.defaults;

import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultsTests extends ServiceTest {

	@Autowired
	private InstantSource clock;

	@Autowired
	private Environment environment;

	@Test
	void timeIsABean() {
		assertThat(this.clock.instant()).isNotNull();
	}

	@Test
	void descriptionHasTheServicesNameAndItsProblems() {
		JsonNode api = this.wire.get("/v3/api-docs").json();

		assertThat(api.at("/info/title").asString()).isEqualTo("shelf-service");
		assertThat(api.at("/paths/~1shelf/post/responses/default/content/application~1problem+json").isMissingNode())
			.isFalse();
		assertThat(api.at("/paths/~1error").isMissingNode()).isTrue();
	}

	@Test
	void ownSettingOfAServiceOutranksTheDefault() {
		assertThat(this.environment.getProperty("management.endpoints.web.exposure.include")).contains("shelves");
		assertThat(this.environment.getProperty("server.shutdown")).isEqualTo("graceful");
	}

}
