package dev.ticketrail.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the JVM learned in a {@link Rehearsal} about the libraries that all services
 * share: classes loaded and linked. A service that starts with it needs less than half of
 * the CPU time.
 * <p>
 * There is one for each combination of libraries, JVM and flags. The JVM checks that
 * itself, too, and starts without a cache that does not fit.
 *
 * @param file where it is, or will be
 */
record AotCache(Path file) {

	/** A cache is valid only for the flags it was made with. */
	static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

	/**
	 * What is not recorded. Only the optimising compiler would read profiles of methods,
	 * and they are 15 MB of a service's memory. Machine code suits the CPU of the day:
	 * the JVM does not check whether a virtual machine has moved to another one.
	 */
	static final List<String> RECORDING = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining",
			"-XX:-AOTAdapterCaching", "-XX:-AOTStubCaching");

	static AotCache of(ClassPaths classPaths) {
		int key = List.of(classPaths.common(), FLAGS, RECORDING, Runtime.version(), Java.executable())
			.toString()
			.hashCode();
		return new AotCache(classPaths.common().resolveSibling(Integer.toHexString(key) + ".aot"));
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	/** The JVM arguments that use the cache; none where there is no cache. */
	List<String> arguments() {
		return exists() ? List.of("-XX:AOTCache=" + this.file, "-Xlog:aot*=error") : List.of();
	}

}
