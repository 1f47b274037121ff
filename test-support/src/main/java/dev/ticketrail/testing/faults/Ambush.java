package dev.ticketrail.testing.faults;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ticketrail.testing.faults.TcpProxy.Direction;
import org.jspecify.annotations.Nullable;

/** Lies in wait for the first client that says some words, one after the other. */
class Ambush {

	static final Ambush NONE = new Ambush(false);

	private final boolean answered;

	private final List<String> words;

	private final Map<ProxiedConnection, Integer> heard = new HashMap<>();

	private @Nullable ProxiedConnection victim;

	private boolean over;

	/**
	 * An ambush for one connection.
	 * @param answered whether the server may hear the last word, and only its answer is
	 * caught
	 */
	Ambush(boolean answered, String... words) {
		this.answered = answered;
		this.words = List.of(words);
		this.over = this.words.isEmpty();
	}

	/** Whether a connection ends before these bytes of it are passed on. */
	synchronized boolean catches(ProxiedConnection connection, Direction direction, byte[] bytes, int count) {
		if (this.over) {
			return false;
		}
		if (direction == Direction.TO_CLIENT) {
			this.over = connection == this.victim;
			return this.over;
		}
		String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
		int next = this.heard.getOrDefault(connection, 0);
		int from = 0;
		while (next < this.words.size() && (from = text.indexOf(this.words.get(next), from)) >= 0) {
			next++;
		}
		this.heard.put(connection, next);
		if (next < this.words.size() || this.victim != null) {
			return false;
		}
		this.victim = connection;
		this.over = !this.answered;
		return this.over;
	}

	synchronized boolean isOver() {
		return this.over;
	}

}
