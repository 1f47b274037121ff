package dev.ticketrail.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** One of six services of a peer; profiles say which one. */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
class PeerApplication {

	public static void main(String... arguments) {
		SpringApplication.run(PeerApplication.class, arguments);
	}

}
