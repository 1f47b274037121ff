package dev.ticketrail.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InfrastructureConditionTests {

	private final Once<String> missing = new Once<>("RabbitMQ", () -> {
		throw new IllegalStateException("no rabbitmq-server found");
	});

	@Test
	void whatCannotBeHadSkipsTheTestsAndSaysWhy() {
		assertThat(InfrastructureCondition.evaluate(this.missing::get, false)).satisfies((result) -> {
			assertThat(result.isDisabled()).isTrue();
			assertThat(result.getReason()).contains("RabbitMQ cannot be had: no rabbitmq-server found");
		});
	}

	@Test
	void whatCannotBeHadFailsOnTheBuildServer() {
		assertThatExceptionOfType(UnavailableException.class)
			.isThrownBy(() -> InfrastructureCondition.evaluate(this.missing::get, true))
			.withMessage("RabbitMQ cannot be had: no rabbitmq-server found");
	}

	@Test
	void postgresUrlCarriesTheLogin() {
		assertThat(PostgresSource.parse("jdbc:postgresql://db:5433/postgres?user=admin&password=secret"))
			.satisfies((database) -> {
				assertThat(database.url()).isEqualTo("jdbc:postgresql://db:5433/postgres");
				assertThat(database.user()).isEqualTo("admin");
				assertThat(database.password()).isEqualTo("secret");
			});
		assertThatIllegalArgumentException().isThrownBy(() -> PostgresSource.parse("jdbc:mysql://db/x"))
			.withMessageContaining("TICKETRAIL_TEST_POSTGRES_URL");
	}

}
