package dev.ticketrail.payment.simulator;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Opens the simulated gateway, in the schema {@code gateway} of our database. */
@Configuration(proxyBeanMethods = false)
@Conditional(Simulated.class)
@EnableConfigurationProperties(SimulatorConfiguration.SimulatorSettings.class)
class SimulatorConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SimulatorConfiguration.class);

	/** Flyway makes its tables, as it makes the service's own, unless it is off. */
	@Bean
	Ledger ledger(@Qualifier("gatewayDataSource") HikariDataSource dataSource, ObjectProvider<Flyway> flyway) {
		flyway.ifAvailable((service) -> Flyway.configure()
			.dataSource(dataSource)
			.schemas("gateway")
			.locations("classpath:db/gateway")
			// whoever starts before the database waits
			.connectRetries(service.getConfiguration().getConnectRetries())
			.connectRetriesInterval(service.getConfiguration().getConnectRetriesInterval())
			.load()
			.migrate());
		return new Ledger(dataSource);
	}

	/** Only the ledger finds this one; everybody else's is Spring Boot's. */
	@Bean(defaultCandidate = false)
	HikariDataSource gatewayDataSource(JdbcConnectionDetails database, SimulatorSettings settings) {
		HikariDataSource pool = new HikariDataSource();
		pool.setPoolName("gateway");
		pool.setJdbcUrl(database.getJdbcUrl());
		pool.setUsername(database.getUsername());
		pool.setPassword(database.getPassword());
		pool.setMaximumPoolSize(4);
		pool.setMinimumIdle(1);
		pool.setInitializationFailTimeout(-1);
		pool.addDataSourceProperty("connectTimeout", settings.connectTimeout().toSeconds());
		pool.addDataSourceProperty("socketTimeout", settings.readTimeout().toSeconds());
		pool.setConnectionTimeout(settings.readTimeout().toMillis());
		return pool;
	}

	@Bean
	SimulatedGateway simulatedGateway(Ledger ledger, SimulatorSettings settings) {
		log.info("The payment gateway is simulated. Set STRIPE_API_KEY for the real one.");
		return new SimulatedGateway(ledger, settings.readTimeout());
	}

	/**
	 * Settings of the simulated gateway.
	 *
	 * @param readTimeout how long we wait for its answers
	 */
	@ConfigurationProperties("ticketrail.simulator")
	record SimulatorSettings(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration readTimeout) {

	}

}
