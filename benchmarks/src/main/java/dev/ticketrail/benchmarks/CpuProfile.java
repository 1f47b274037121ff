package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a JVM's CPU time goes into, by library. The JVM samples its Java threads by the
 * CPU time that they use (JEP 509); a sample counts for the library whose method is
 * nearest to the top of the stack, so what that library has the JDK do is its own. The
 * JVM's compilers and its garbage collector are threads of the process.
 */
final class CpuProfile {

	private static final String RECORDING = "bench";

	private static final String EVENT = "jdk.CPUTimeSample";

	private static final int STACK = 256;

	/** A package's first names that tell libraries apart. */
	private static final int NAMES = 3;

	/**
	 * Threads of HotSpot by the beginning of their names; Serial collects in the VM's.
	 */
	private static final Map<String, String> HOTSPOT = Map.of("C1 Compiler", "compiler", "C2 Compiler", "compiler",
			"VM Thread", "garbage collector", "GC Thread", "garbage collector");

	private final long pid;

	private final double secondsBefore;

	private final Map<Path, Double> hotspotBefore;

	private CpuProfile(long pid) {
		this.pid = pid;
		this.secondsBefore = process();
		this.hotspotBefore = hotspot();
	}

	/** Has a JVM sample itself from now on. */
	static CpuProfile begin(long pid) throws IOException {
		jcmd(pid, "JFR.configure", "stackdepth=" + STACK);
		jcmd(pid, "JFR.start", "name=" + RECORDING, "settings=none", "+" + EVENT + "#enabled=true",
				"+" + EVENT + "#throttle=5ms");
		return new CpuProfile(pid);
	}

	/** Ends it. Gives seconds of CPU time by what used them. */
	Map<String, Double> end() throws IOException {
		double all = process() - this.secondsBefore;
		Map<String, Double> seconds = new HashMap<>();
		hotspot().forEach((thread, used) -> seconds.merge(part(thread),
				used - this.hotspotBefore.getOrDefault(thread, 0.0), Double::sum));
		double java = all - seconds.values().stream().mapToDouble(Double::doubleValue).sum();
		Path file = Files.createTempFile("profile", ".jfr");
		try {
			jcmd(this.pid, "JFR.stop", "name=" + RECORDING, "filename=" + file);
			Map<String, Long> samples = samples(file);
			if (samples.isEmpty()) {
				throw new IOException("The JVM %d has sampled nothing".formatted(this.pid));
			}
			double most = samples.values().stream().mapToLong(Long::longValue).sum();
			samples.forEach((library, count) -> seconds.put(library, java * count / most));
		}
		finally {
			Files.delete(file);
		}
		return seconds;
	}

	private static Map<String, Long> samples(Path file) throws IOException {
		Map<String, Long> samples = new HashMap<>();
		try (RecordingFile recording = new RecordingFile(file)) {
			while (recording.hasMoreEvents()) {
				RecordedEvent event = recording.readEvent();
				if (event.getEventType().getName().equals(EVENT) && event.getStackTrace() != null) {
					samples.merge(library(event.getStackTrace().getFrames()), 1L, Long::sum);
				}
			}
		}
		return samples;
	}

	static String library(List<RecordedFrame> stack) {
		return stack.stream()
			.map((frame) -> frame.getMethod().getType().getName())
			.filter((type) -> !type.matches("(java|javax|jdk|sun|com\\.sun)\\..*"))
			.findFirst()
			.map(CpuProfile::library)
			.orElse("JDK");
	}

	static String library(String type) {
		String[] names = type.replaceFirst("\\$\\$.*", "").split("\\.");
		return Arrays.stream(names).limit(Math.min(NAMES, names.length - 1L)).collect(Collectors.joining("."));
	}

	private double process() {
		return CpuClock.seconds(Path.of("/proc", String.valueOf(this.pid), "stat"));
	}

	/** What HotSpot's own threads have used; some of them come and go. */
	private Map<Path, Double> hotspot() {
		try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(this.pid), "task"))) {
			return threads.filter((thread) -> !part(thread).isEmpty())
				.collect(Collectors.toMap((thread) -> thread, (thread) -> CpuClock.ownSeconds(thread.resolve("stat"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Which part of HotSpot a thread is; none for a thread of Java. */
	private static String part(Path thread) {
		try {
			String name = Files.readString(thread.resolve("comm"));
			return HOTSPOT.keySet().stream().filter(name::startsWith).findFirst().map(HOTSPOT::get).orElse("");
		}
		catch (IOException _) {
			// it has ended
			return "";
		}
	}

	private static void jcmd(long pid, String... command) throws IOException {
		List<String> line = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid)));
		line.addAll(List.of(command));
		Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
		String answer = new String(process.getInputStream().readAllBytes());
		if (process.onExit().join().exitValue() != 0) {
			throw new IOException(answer);
		}
	}

}
