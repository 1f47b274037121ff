package dev.ticketrail.benchmarks;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import dev.ticketrail.launcher.ShopService;

/** What orders have left behind in all databases, counted. */
final class Effects {

	/** Where nothing has happened for so long nothing will. */
	private static final Duration QUIET = Duration.ofSeconds(20);

	/** What an order leaves behind when it has come to its end. */
	private enum Effect {

		SHIPPED(ShopService.ORDER, "select count(*) from orders where status = 'SHIPPED'"),

		CHARGED(ShopService.PAYMENT, "select count(*) from gateway.charge where status = 'CHARGED'"),

		RESERVED(ShopService.INVENTORY, "select count(*) from reservation where status = 'RESERVED'"),

		SENT(ShopService.SHIPPING, "select count(*) from shipment where status = 'SHIPPED'"),

		COUNTED(ShopService.ANALYTICS, 5, """
				select count(*) from event_log where event_type in
				('order.placed', 'payment.completed', 'inventory.reserved', 'order.confirmed', 'order.shipped')"""),

		MAILED(ShopService.EMAIL, 2, "select count(*) from email where status = 'SENT'");

		private final ShopService service;

		private final int times;

		private final String sql;

		Effect(ShopService service, String sql) {
			this(service, 1, sql);
		}

		Effect(ShopService service, int times, String sql) {
			this.service = service;
			this.times = times;
			this.sql = sql;
		}

	}

	private final OpenShop shop;

	/** How often each effect was there when counting began. */
	private final Map<Effect, Long> before = new EnumMap<>(Effect.class);

	/** What is not complete. */
	private final Set<Effect> waitingFor = EnumSet.allOf(Effect.class);

	Effects(OpenShop shop) {
		this.shop = shop;
	}

	/** Counts from now on. */
	void forget() {
		for (Effect effect : Effect.values()) {
			this.before.put(effect, number(effect));
		}
	}

	/**
	 * Waits until so many orders have had all their effects, or nothing happens any more.
	 */
	Settled await(long orders) {
		Settled last = lookAtAll(orders);
		while (last.missing > 0 && System.nanoTime() - last.nanoTime < QUIET.toNanos()) {
			OpenShop.pause();
			Settled next = look(orders);
			if (next.missing != last.missing) {
				last = next;
			}
		}
		return new Settled(last.missing, lookAtAll(orders).tooMany, last.nanoTime);
	}

	private Settled lookAtAll(long orders) {
		this.waitingFor.addAll(EnumSet.allOf(Effect.class));
		return look(orders);
	}

	/** Counting costs what it counts, so what is complete is not counted again. */
	private Settled look(long orders) {
		long missing = 0;
		long tooMany = 0;
		for (Effect effect : EnumSet.copyOf(this.waitingFor)) {
			long more = number(effect) - this.before.getOrDefault(effect, 0L) - effect.times * orders;
			missing += Math.max(0, -more);
			tooMany += Math.max(0, more);
			if (more >= 0) {
				this.waitingFor.remove(effect);
			}
		}
		return new Settled(missing, tooMany, System.nanoTime());
	}

	private long number(Effect effect) {
		return this.shop.number(effect.service, effect.sql);
	}

	/**
	 * How it ended.
	 *
	 * @param missing effects that did not come
	 * @param tooMany effects that there are more than there should be
	 * @param nanoTime when the last one came
	 */
	record Settled(long missing, long tooMany, long nanoTime) {

	}

}
