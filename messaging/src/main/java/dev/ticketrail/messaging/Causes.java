package dev.ticketrail.messaging;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Which trace an event that is appended now belongs to: that of the event being handled
 * with the same key, else that of the request being answered, else a new one.
 */
public class Causes {

	private final ThreadLocal<Map<String, TraceParent>> handled = ThreadLocal.withInitial(HashMap::new);

	private final @Nullable Tracer tracer;

	public Causes(@Nullable Tracer tracer) {
		this.tracer = tracer;
	}

	/** Remembers, on this thread, the traces of the events in hand by their keys. */
	public void handling(Map<String, TraceParent> byKey) {
		this.handled.set(byKey);
	}

	public void done() {
		this.handled.remove();
	}

	public TraceParent of(String key) {
		Map<String, TraceParent> byKey = this.handled.get();
		TraceParent cause = byKey.get(key);
		if (cause == null && byKey.size() == 1) {
			cause = byKey.values().iterator().next();
		}
		if (cause == null) {
			cause = currentRequest();
		}
		return (cause != null) ? cause.next() : TraceParent.create();
	}

	private @Nullable TraceParent currentRequest() {
		var span = (this.tracer != null) ? this.tracer.currentSpan() : null;
		return (span != null)
				? TraceParent.parse("00-" + span.context().traceId() + "-" + span.context().spanId() + "-01") : null;
	}

}
