package dev.ticketrail.email;

import dev.ticketrail.testing.Broker;
import dev.ticketrail.testing.RealInfrastructure;

import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RealInfrastructure(Broker.KAFKA)
class EmailOnKafkaTests extends EmailJourneys {

}
