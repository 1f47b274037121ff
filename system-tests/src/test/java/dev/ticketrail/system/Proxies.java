package dev.ticketrail.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.ticketrail.launcher.Detour;
import dev.ticketrail.testing.faults.TcpProxy;

/** A proxy between each service and each server that it uses. */
class Proxies implements Detour, AutoCloseable {

	private record Way(String client, String server) {
	}

	private final Map<Way, TcpProxy> proxies = new ConcurrentHashMap<>();

	@Override
	public int port(String client, String server, int port) {
		return this.proxies.computeIfAbsent(new Way(client, server), (_) -> new TcpProxy(port)).port();
	}

	/** Does something to the ways of all services to a server. */
	void to(String server, Consumer<TcpProxy> fault) {
		on((way) -> way.server().equals(server), fault);
	}

	/** Does something to the ways of one service to all servers that it uses. */
	void from(String client, Consumer<TcpProxy> fault) {
		on((way) -> way.client().equals(client), fault);
	}

	/** Does something to the way of one service to one server. */
	void between(String client, String server, Consumer<TcpProxy> fault) {
		on(new Way(client, server)::equals, fault);
	}

	/** All ways are as they should be. */
	void heal() {
		this.proxies.values().forEach(TcpProxy::heal);
	}

	private void on(Predicate<Way> which, Consumer<TcpProxy> fault) {
		List<Way> ways = this.proxies.keySet().stream().filter(which).toList();
		if (ways.isEmpty()) {
			throw new IllegalArgumentException("There is no such way through a proxy");
		}
		ways.forEach((way) -> fault.accept(this.proxies.get(way)));
	}

	@Override
	public void close() {
		this.proxies.values().forEach(TcpProxy::close);
	}

}
