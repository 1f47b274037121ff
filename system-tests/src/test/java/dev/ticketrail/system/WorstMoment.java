package dev.ticketrail.system;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

import dev.ticketrail.launcher.BrokerType;
import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.ShopService;
import dev.ticketrail.testing.TestBroker;
import dev.ticketrail.testing.faults.TcpProxy;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A service is killed between two steps that belong together. That it is this moment is
 * no luck: the way to the broker is closed, or the database keeps the service waiting for
 * rows that the test has locked.
 */
abstract class WorstMoment extends Trouble {

	private static final String PRODUCT = "PROD-010";

	private static final String STOCK = "select 1 from stock where product_id = '" + PRODUCT + "' for update";

	WorstMoment(BrokerType brokerType) {
		super(brokerType);
	}

	/** Of several instances another one would go on with the work. */
	@BeforeEach
	void oneInstanceOfEach() {
		assumeThat(this.shop.servers()).extracting(Server::name)
			.doesNotContain("order-service.2", "inventory-service.2");
	}

	@Test
	void eventIsSentByTheNextOneWhenItsServiceIsKilledAfterTheCommit() throws Exception {
		wayToTheBroker("order-service", TcpProxy::refuse);
		String order = place();
		this.shop.server("order-service").kill();
		assertThat(outboxRows(order)).isOne();
		wayToTheBroker("order-service", TcpProxy::heal);
		awaitEnd(order);
	}

	@Test
	void eventIsSentAgainWhenItsServiceIsKilledBeforeItForgetsIt() throws Exception {
		double before = duplicates();
		try (TestBroker stranger = TestBroker.connect(this.shop.facts().get("broker"));
				TestBroker.Tap tap = stranger.tap("order.placed")) {
			wayToTheBroker("order-service", TcpProxy::refuse);
			String order = place();
			try (HeldLock outbox = lock(ShopService.ORDER, "select 1 from outbox for update")) {
				wayToTheBroker("order-service", TcpProxy::heal);
				outbox.awaitWaiting();
				await().atMost(SOON).until(() -> sent(tap, order) == 1);
				this.shop.server("order-service").kill();
				outbox.endWaiting();
				assertThat(outboxRows(order)).isOne();
			}
			await().atMost(AFTERWARDS).until(() -> sent(tap, order) == 2);
			awaitMoreDuplicatesThan(before);
			awaitEnd(order);
		}
	}

	@Test
	void eventIsRefusedAsKnownWhenItsServiceIsKilledBeforeItAcknowledgesIt() throws Exception {
		String order;
		try (HeldLock stock = lock(ShopService.INVENTORY, STOCK)) {
			order = place();
			stock.awaitWaiting();
			wayToTheBroker("inventory-service", (way) -> way.drop(TcpProxy.Direction.TO_SERVER));
		}
		await().atMost(SOON).until(() -> reservations(order) == 1);
		this.shop.server("inventory-service").kill();
		wayToTheBroker("inventory-service", TcpProxy::heal);
		awaitMoreDuplicatesThan(0);
		awaitEnd(order);
	}

	@Test
	void eventIsHandledByTheNextOneWhenItsServiceIsKilledInsideTheTransaction() throws Exception {
		String order;
		try (HeldLock stock = lock(ShopService.INVENTORY, STOCK)) {
			order = place();
			stock.awaitWaiting();
			this.shop.server("inventory-service").kill();
			stock.endWaiting();
			assertThat(reservations(order)).isZero();
		}
		awaitEnd(order);
	}

	private void wayToTheBroker(String service, Consumer<TcpProxy> fault) {
		OpenShop.proxies().between(service, broker().name(), fault);
	}

	private String place() {
		return this.client.place(ShopClient.order("unlucky@example.com", "pm_card_visa", Map.of(PRODUCT, 1)));
	}

	/** Waits until the order is shipped and the shop at rest. */
	private void awaitEnd(String order) throws SQLException {
		afterwards(() -> assertThat(this.client.status(order)).isEqualTo("SHIPPED"));
		awaitRest();
		assertThat(reservations(order)).isOne();
		assertThat(this.client.charges(order)).containsExactly("CHARGED");
	}

	/** A process counts from zero. */
	private void awaitMoreDuplicatesThan(double before) {
		afterwards(() -> assertThat(duplicates()).isGreaterThan(before));
	}

	private double duplicates() {
		return this.client.measure("inventory-service", "ticketrail.inbox.duplicates");
	}

	private static void afterwards(ThrowingRunnable assertion) {
		await().atMost(AFTERWARDS).ignoreException(UncheckedIOException.class).untilAsserted(assertion);
	}

	private HeldLock lock(ShopService service, String query) throws SQLException {
		return new HeldLock(this.shop.database(service), query);
	}

	private int outboxRows(String order) throws SQLException {
		return count(ShopService.ORDER, "select count(*) from outbox where message_key = ? and topic = 'order.placed'",
				order);
	}

	private int reservations(String order) throws SQLException {
		return count(ShopService.INVENTORY, "select count(*) from reservation where order_id = ?", order);
	}

	private int count(ShopService service, String query, String order) throws SQLException {
		try (Connection connection = this.shop.database(service).connect();
				PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, order);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getInt(1);
			}
		}
	}

	private static long sent(TestBroker.Tap tap, String order) {
		return tap.received().stream().filter((message) -> order.equals(message.key())).count();
	}

}
