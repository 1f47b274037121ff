package dev.ticketrail.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.ticketrail.launcher.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Does what the README tells a newcomer to do, with the README's own words. */
class ReadmeIT {

	private static final Path ROOT = Repository.find().root();

	private static final Pattern COMMANDS = Pattern.compile("(?s)```bash\n(.*?)```");

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	Path folder;

	@Test
	void demoTakesTheFirstOrderAndLeavesNothingBehind() throws Exception {
		assertThat(commands()).contains("./demo");
		int base = freeRange();
		Path output = this.folder.resolve("output");
		Process demo = new ProcessBuilder("./demo", "--port-base", String.valueOf(base)).directory(ROOT.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			await().atMost(Duration.ofMinutes(3))
				.until(() -> Files.readString(output).lines().anyMatch("Shop is ready"::equals) || !demo.isAlive());
			assertThat(Files.readString(output)).contains("order-service: http://localhost:" + (base + 1),
					"postgres: jdbc:", "broker: kafka localhost:", "smtp: localhost:", "mail-api: http://localhost:",
					"operator-password: ");
			String answer = shell(firstOrder().replace("8081", String.valueOf(base + 1)));
			var order = JsonMapper.shared().readTree(answer);
			assertThat(order.get("status").stringValue()).isEqualTo("PLACED");
			assertThat(order.get("total").decimalValue()).isEqualByComparingTo("109.97");
			String url = "http://localhost:" + (base + 1) + "/orders/" + order.get("orderId").stringValue();
			await().atMost(Duration.ofSeconds(20)).until(() -> get(url).contains("\"SHIPPED\""));
		}
		finally {
			List<ProcessHandle> children = demo.descendants().toList();
			demo.destroy();
			assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
			await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
		}
	}

	@Test
	void wrongOptionIsRefusedInOneLine() throws Exception {
		Process demo = new ProcessBuilder("./demo", "--broker", "pigeon").directory(ROOT.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(demo.getInputStream().readAllBytes()).strip();
		assertThat(demo.waitFor()).isNotZero();
		assertThat(output.lines()).hasSize(1).first().asString().contains("pigeon");
	}

	@Test
	void commandsNameFilesThatExist() throws IOException {
		assertThat(commands()).filteredOn((line) -> line.startsWith("./"))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(ROOT.resolve(line.split(" ")[0])).isExecutable());
	}

	private static List<String> commands() throws IOException {
		Matcher blocks = COMMANDS.matcher(Files.readString(ROOT.resolve("README.md")));
		return blocks.results().flatMap((block) -> block.group(1).lines()).toList();
	}

	private static String firstOrder() throws IOException {
		return COMMANDS.matcher(Files.readString(ROOT.resolve("README.md")))
			.results()
			.map((block) -> block.group(1))
			.filter((block) -> block.contains("/orders -H"))
			.findFirst()
			.orElseThrow();
	}

	private static String shell(String script) throws IOException {
		return new String(new ProcessBuilder("bash", "-c", script).start().getInputStream().readAllBytes());
	}

	private String get(String url) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private static int freeRange() throws IOException {
		for (int base = 18080; base < 30000; base += 10) {
			if (isFree(base)) {
				return base;
			}
		}
		throw new IllegalStateException("No free ports");
	}

	private static boolean isFree(int base) {
		for (int port = base + 1; port <= base + 6; port++) {
			try (ServerSocket socket = new ServerSocket(port)) {
				assertThat(socket.isBound()).isTrue();
			}
			catch (IOException ex) {
				return false;
			}
		}
		return true;
	}

}
