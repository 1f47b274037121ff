package dev.ticketrail.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The CPU time that processes have used, with their children and this one. */
final class CpuClock {

	private final Map<String, Long> processes;

	private final Map<String, Double> begin;

	/**
	 * Starts counting.
	 * @param processes ids by name
	 */
	CpuClock(Map<String, Long> processes) {
		this.processes = processes;
		this.begin = read();
	}

	/** Seconds by process since the start; {@code generator} is this process. */
	Map<String, Double> seconds() {
		Map<String, Double> used = read();
		used.replaceAll((name, seconds) -> seconds - this.begin.getOrDefault(name, 0.0));
		return used;
	}

	/** Seconds that processes have used since they were started. */
	static double lifetime(Map<String, Long> processes) {
		return processes.values().stream().mapToDouble(CpuClock::seconds).sum();
	}

	double total() {
		return seconds().values().stream().mapToDouble(Double::doubleValue).sum();
	}

	private Map<String, Double> read() {
		Map<String, Double> used = new LinkedHashMap<>();
		this.processes.forEach((name, pid) -> used.put(name, seconds(pid)));
		used.put("generator", seconds(ProcessHandle.current()));
		return used;
	}

	private static double seconds(long pid) {
		return ProcessHandle.of(pid)
			.map((process) -> Stream.concat(Stream.of(process), process.descendants())
				.mapToDouble(CpuClock::seconds)
				.sum())
			.orElse(0.0);
	}

	private static double seconds(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
	}

}
