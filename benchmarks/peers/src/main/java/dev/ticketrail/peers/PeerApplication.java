package dev.ticketrail.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One of six services of a peer; profiles say which one. */
@SpringBootApplication
class PeerApplication {

	public static void main(String... arguments) {
		SpringApplication.run(PeerApplication.class, arguments);
	}

}
