package dev.ticketrail.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * The main class of Kafka's own process: formats the storage at the first start, and says
 * in a file that the broker accepts work.
 */
final class KafkaMain {

	private static final String CLUSTER = "dGlja2V0LXJhaWwtMDAwMQ";

	private KafkaMain() {
	}

	public static void main(String[] args) throws IOException {
		Path file = Path.of(args[0]);
		Path ready = Path.of(args[1]);
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
			StorageTool.execute(new String[] { "format", "--config", file.toString(), "--cluster-id", CLUSTER },
					System.out);
		}
		KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
		server.startup();
		Files.writeString(ready, String.valueOf(ProcessHandle.current().pid()));
		server.awaitShutdown();
	}

}
