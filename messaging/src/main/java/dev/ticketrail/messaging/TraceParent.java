package dev.ticketrail.messaging;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The W3C header {@code traceparent}: it ties an order's events and log lines together
 * across the services.
 */
public record TraceParent(String traceId, String spanId) {

	private static final String LOGGED_AS = "traceId";

	private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

	/** Reads a header; what is not well-formed is replaced by a new trace. */
	public static TraceParent parse(@Nullable String header) {
		if (header != null) {
			var matcher = FORM.matcher(header);
			if (matcher.matches()) {
				return new TraceParent(matcher.group(1), matcher.group(2));
			}
		}
		return create();
	}

	public static TraceParent create() {
		return new TraceParent(hex() + hex(), hex());
	}

	/** The next step of the same trace. */
	public TraceParent next() {
		return new TraceParent(this.traceId, hex());
	}

	public String header() {
		return "00-" + this.traceId + "-" + this.spanId + "-01";
	}

	/** What is logged meanwhile carries this trace's id, whatever thread it is. */
	public void whileLogging(Runnable lines) {
		String outer = MDC.get(LOGGED_AS);
		MDC.put(LOGGED_AS, this.traceId);
		try {
			lines.run();
		}
		finally {
			if (outer != null) {
				MDC.put(LOGGED_AS, outer);
			}
			else {
				MDC.remove(LOGGED_AS);
			}
		}
	}

	private static String hex() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
	}

}
