package dev.ticketrail.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import dev.ticketrail.launcher.Server;
import dev.ticketrail.launcher.Shop;
import dev.ticketrail.launcher.ShopService;
import dev.ticketrail.testing.faults.TcpProxy;

/**
 * What happens to a running shop, one thing after the other, drawn from a seed: each
 * service, the broker and PostgreSQL in turn is killed, frozen, stopped and started
 * again, or its connections are cut, half closed, stalled, made slow or deaf.
 */
final class Misfortune {

	/** For how long the victim of anything but a kill suffers. */
	static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("chaos.lasts", 10));

	/** How long each piece is held back on a slow way, in each direction. */
	private static final Duration SLOWNESS = Duration.ofMillis(100);

	private enum Kind {

		KILL, FREEZE, STOP, CUT, HALF_CLOSE, STALL, DEAF, DELAY;

		/** Half of them are kills, unless only one kind is wanted. */
		static Kind drawn(Random random) {
			String wanted = System.getProperty("chaos.kind");
			if (wanted != null) {
				return valueOf(wanted);
			}
			return random.nextBoolean() ? KILL : values()[1 + random.nextInt(values().length - 1)];
		}

	}

	private final Shop shop;

	private final Proxies proxies;

	private final Random random;

	private final List<Server> victims = new ArrayList<>();

	private final Set<Server> suffering = ConcurrentHashMap.newKeySet();

	private final ExecutorService repairs = Executors.newVirtualThreadPerTaskExecutor();

	private final List<CompletableFuture<Void>> underWay = new ArrayList<>();

	private int strikes;

	Misfortune(Shop shop, Proxies proxies, long seed) {
		this.shop = shop;
		this.proxies = proxies;
		this.random = new Random(seed);
	}

	/** Does the next thing, unless its victim suffers already. */
	void strike() {
		if (this.victims.isEmpty()) {
			this.victims
				.addAll(this.shop.servers().stream().filter((server) -> !server.name().equals("mail")).toList());
			Collections.shuffle(this.victims, this.random);
		}
		Server victim = this.victims.removeLast();
		Kind kind = Kind.drawn(this.random);
		if (!victim.isAlive() || this.suffering.contains(victim)) {
			return;
		}
		this.strikes++;
		System.out.println("Misfortune: " + kind + " " + victim.name());
		switch (kind) {
			case KILL -> victim.kill();
			case FREEZE -> forAWhile(victim, victim::freeze, victim::thaw);
			case STOP -> forAWhile(victim, victim::stop, victim::start);
			case CUT -> onItsWays(victim, TcpProxy::cut);
			case HALF_CLOSE -> onItsWays(victim, TcpProxy::halfClose);
			case STALL -> onItsWays(victim, TcpProxy::stall);
			case DELAY -> onItsWays(victim, (proxy) -> proxy.delay(SLOWNESS));
			case DEAF -> onItsWays(victim, (proxy) -> proxy.drop(TcpProxy.Direction.TO_CLIENT));
		}
	}

	private void onItsWays(Server victim, Consumer<TcpProxy> fault) {
		forAWhile(victim, () -> ways(victim, fault), () -> ways(victim, TcpProxy::heal));
	}

	/** All that lead from a service, or all that lead to a broker or a database. */
	private void ways(Server victim, Consumer<TcpProxy> action) {
		for (ShopService service : ShopService.values()) {
			if (victim.name().startsWith(service.id())) {
				this.proxies.from(victim.name(), action);
				return;
			}
		}
		this.proxies.to(victim.name(), action);
	}

	private void forAWhile(Server victim, Runnable fault, Runnable repair) {
		this.suffering.add(victim);
		this.underWay.add(CompletableFuture.runAsync(() -> {
			fault.run();
			Crowd.pauseUntil(System.nanoTime() + LASTS.toNanos());
			repair.run();
			this.suffering.remove(victim);
		}, this.repairs));
	}

	/** How often anything happened. */
	int strikes() {
		return this.strikes;
	}

	/** Waits until what was done to the shop has been undone. */
	void awaitEnd() {
		this.underWay.forEach(CompletableFuture::join);
		this.repairs.close();
	}

}
