package dev.ticketrail.benchmarks;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.ShopService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class BenchTests {

	/** A run in which anything is lost or done twice fails. */
	@ParameterizedTest
	@EnumSource
	void relayLosesNothingAndDoesNothingTwice(BrokerType broker) throws Exception {
		assertThat(Scenario.RELAY.measure(broker, 3000)).extracting(Figure::value).allMatch((rate) -> rate > 0);
	}

	/** The only peer whose listeners differ between the brokers. */
	@ParameterizedTest
	@EnumSource
	void peerWrittenByHandStartsAndTakesOrders(BrokerType broker) throws Exception {
		try (OpenShop peer = new PeerShop(broker, PeerShop.Peer.HANDWRITTEN, ShopService.ORDER)) {
			assertThat(peer.load(1).place(3).accepted()).isEqualTo(3);
		}
	}

}
