package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The CPU time that processes have used, with their children and this one. */
final class CpuClock {

	/** Linux: {@code getconf CLK_TCK}. */
	private static final double TICKS_A_SECOND = 100;

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
		used.put("generator", seconds(Path.of("/proc/self/stat")));
		return used;
	}

	/** With those of its children that have ended: PostgreSQL has many. */
	private static double seconds(long pid) {
		return ProcessHandle.of(pid)
			.map((process) -> Stream.concat(Stream.of(process), process.descendants())
				.mapToDouble((one) -> seconds(Path.of("/proc", String.valueOf(one.pid()), "stat")))
				.sum())
			.orElse(0.0);
	}

	/** Seconds that a process and its ended children have used. */
	static double seconds(Path stat) {
		return ticks(stat, 14) / TICKS_A_SECOND;
	}

	/** Seconds that a process or a thread has used itself. */
	static double ownSeconds(Path stat) {
		return ticks(stat, 12) / TICKS_A_SECOND;
	}

	/** Linux: proc(5), from utime on; its first two fields are cut off here. */
	private static double ticks(Path stat, int last) {
		try {
			String text = Files.readString(stat);
			String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
			return IntStream.rangeClosed(11, last).mapToDouble((field) -> Double.parseDouble(fields[field])).sum();
		}
		catch (IOException _) {
			// it has ended, and its parent knows its time
			return 0;
		}
	}

}
