package dev.ticketrail.launcher;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * One Kafka node (KRaft, broker and controller in one) on loopback, in a JVM of its own.
 */
public final class KafkaBroker extends Server {

	/**
	 * Few partitions and one replica for Kafka's own topics: quick to start on one
	 * machine.
	 */
	private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("process.roles", "broker,controller"),
			Map.entry("node.id", "1"), Map.entry("controller.listener.names", "CONTROLLER"),
			Map.entry("inter.broker.listener.name", "CLIENTS"), Map.entry("num.partitions", "6"),
			// a broker that was killed may register again only after its session
			Map.entry("broker.session.timeout.ms", "4000"), Map.entry("broker.heartbeat.interval.ms", "500"),
			Map.entry("auto.create.topics.enable", "false"), Map.entry("default.replication.factor", "1"),
			Map.entry("offsets.topic.replication.factor", "1"), Map.entry("offsets.topic.num.partitions", "6"),
			Map.entry("transaction.state.log.replication.factor", "1"),
			Map.entry("transaction.state.log.num.partitions", "1"), Map.entry("transaction.state.log.min.isr", "1"),
			Map.entry("share.coordinator.state.topic.replication.factor", "1"),
			Map.entry("share.coordinator.state.topic.num.partitions", "1"),
			Map.entry("share.coordinator.state.topic.min.isr", "1"), Map.entry("group.initial.rebalance.delay.ms", "0"),
			Map.entry("log.retention.ms", "-1"), Map.entry("offsets.retention.minutes", "525600"),
			Map.entry("num.network.threads", "2"), Map.entry("num.io.threads", "4"),
			Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));

	private final Path data;

	private final int port;

	private final int controllerPort = Ports.free();

	/** Further listeners: where each listens, and what it advertises. */
	private final Map<Integer, Integer> detours = new TreeMap<>();

	/**
	 * A node that keeps its data in a folder and serves clients on a port.
	 */
	public KafkaBroker(Path data, int port, Path log) {
		super("kafka", log);
		this.data = data;
		this.port = port;
	}

	public String bootstrapServers() {
		return "localhost:" + this.port;
	}

	/** Adds a listener, before the start, for clients that come by another port. */
	void listen(int port, int advertised) {
		this.detours.put(port, advertised);
	}

	@Override
	void prepare() throws IOException {
		Files.createDirectories(this.data);
		Files.deleteIfExists(ready());
		Properties properties = new Properties();
		properties.putAll(SETTINGS);
		StringBuilder listeners = new StringBuilder(
				"CLIENTS://localhost:%d,CONTROLLER://localhost:%d".formatted(this.port, this.controllerPort));
		StringBuilder advertised = new StringBuilder("CLIENTS://localhost:" + this.port);
		StringBuilder protocols = new StringBuilder("CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
		this.detours.forEach((listening, told) -> {
			listeners.append(",DETOUR%d://localhost:%d".formatted(listening, listening));
			advertised.append(",DETOUR%d://localhost:%d".formatted(listening, told));
			protocols.append(",DETOUR%d:PLAINTEXT".formatted(listening));
		});
		properties.put("listeners", listeners.toString());
		properties.put("advertised.listeners", advertised.toString());
		properties.put("listener.security.protocol.map", protocols.toString());
		properties.put("controller.quorum.voters", "1@localhost:" + this.controllerPort);
		properties.put("log.dirs", this.data.resolve("log").toAbsolutePath().toString());
		try (Writer writer = Files.newBufferedWriter(configuration())) {
			properties.store(writer, null);
		}
	}

	@Override
	ProcessBuilder command() {
		String classPath = Java.classPath();
		List<String> options = new ArrayList<>(List.of("-Xmx512m", "-Xms128m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow"));
		options.addAll(SharedArchive.arguments(classPath));
		options.addAll(List.of("-Dlogback.configurationFile=dev/ticketrail/launcher/logback.xml",
				"-Dkafka.logs.dir=" + this.data.resolve("logs"),
				"-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider"));
		return new ProcessBuilder(
				Java.command(classPath, options, KafkaMain.class, configuration().toString(), ready().toString()));
	}

	@Override
	boolean isReady() {
		return Files.exists(ready()) && Ports.answers(this.port);
	}

	private Path configuration() {
		return this.data.resolve("server.properties");
	}

	private Path ready() {
		return this.data.resolve("ready");
	}

}
