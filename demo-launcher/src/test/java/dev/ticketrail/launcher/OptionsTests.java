package dev.ticketrail.launcher;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	@Test
	void withoutOptionsItIsEverythingOnKafka() {
		ShopPlan plan = Options.parse();
		assertThat(plan.broker).isEqualTo(BrokerType.KAFKA);
		assertThat(plan.portBase).isEqualTo(8080);
		assertThat(plan.data).isNull();
		assertThat(plan.without).isEmpty();
		assertThat(plan.optimised).isFalse();
		assertThat(plan.instances).isEmpty();
	}

	@Test
	void everyOptionIsUnderstoodInBothSpellings() {
		ShopPlan plan = Options.parse("--broker", "rabbit", "--port-base=9000", "--data", "some/where", "--instances",
				"email-service=3", "--instances=order-service=2", "--optimise", "--without", "analytics-service");
		assertThat(plan.broker).isEqualTo(BrokerType.RABBIT);
		assertThat(plan.portBase).isEqualTo(9000);
		assertThat(plan.data).isEqualTo(Path.of("some/where"));
		assertThat(plan.instances).containsEntry(ShopService.EMAIL, 3).containsEntry(ShopService.ORDER, 2);
		assertThat(plan.without).containsExactly(ShopService.ANALYTICS);
		assertThat(plan.optimised).isTrue();
	}

	@Test
	void rabbitUrlMeansRabbit() {
		ShopPlan plan = Options.parse("--rabbit-url", "amqp://ada:s%2Fcret@host:5673/my%20shop");
		assertThat(plan.broker).isEqualTo(BrokerType.RABBIT);
		assertThat(plan.rabbit).isEqualTo(new RabbitAddress("host", 5673, "ada", "s/cret", "my shop", false));
		assertThat(plan.rabbit.url()).isEqualTo("amqp://ada:s%2Fcret@host:5673/my%20shop");
	}

	@Test
	void rabbitUrlHasTheUsualDefaults() {
		assertThat(RabbitAddress.parse("amqp://host"))
			.isEqualTo(new RabbitAddress("host", 5672, "guest", "guest", "/", false));
		assertThat(RabbitAddress.parse("amqps://host/"))
			.isEqualTo(new RabbitAddress("host", 5671, "guest", "guest", "/", true));
	}

	@Test
	void helpNamesAllOptions() {
		assertThat(Options.parse("--broker", "rabbit", "--help")).isNull();
		assertThat(Options.HELP).contains("--broker", "--rabbit-url", "--port-base", "--data", "--instances",
				"--without", "--optimise");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--brocker rabbit                        | unknown option --brocker
			rabbit                                  | unknown option rabbit
			--broker redis                          | --broker is kafka or rabbit, not redis
			--broker                                | --broker needs a value
			--data --broker                         | --data needs a value
			--port-base high                        | --port-base is a number from 1 to 65529, not high
			--port-base 65530                       | --port-base is a number from 1 to 65529, not 65530
			--instances email-service               | --instances is of the form email-service=3, not email-service
			--instances email-service=0             | --instances email-service is a number from 1 to 20, not 0
			--instances mail=2                      | --instances: there is no service mail, but order-service, pay
			--without postgres                      | --without: there is no service postgres, but order-service
			--rabbit-url http://host                | --rabbit-url is not of the form amqp://user:password@host:port
			--broker kafka --rabbit-url amqp://host | --rabbit-url goes with --broker rabbit
			""")
	void whatIsWrongIsSaidInOneLine(String line, String reason) {
		assertThatExceptionOfType(CannotStartException.class).isThrownBy(() -> Options.parse(line.split(" ")))
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getMessage().lines()).hasSize(1));
	}

}
