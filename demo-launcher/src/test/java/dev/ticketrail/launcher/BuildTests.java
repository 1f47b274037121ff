package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BuildTests {

	private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

	private static final Instant LATER = Instant.now().plusSeconds(60);

	@TempDir
	Path root;

	@BeforeEach
	void write() throws IOException {
		source("pom.xml", LONG_AGO);
		for (String module : List.of("shared-events", "messaging", "service-defaults", "order-service")) {
			source(module + "/pom.xml", LONG_AGO);
			source(module + "/src/main/java/Some.java", LONG_AGO);
			source(module + "/src/test/java/SomeTests.java", LATER);
		}
		source("order-service/target/order-service.jar", LONG_AGO);
	}

	@Test
	void jarThatIsNewerThanItsSourcesIsNotBuilt() throws IOException {
		assertThat(stale()).isEmpty();
	}

	@Test
	void jarIsBuiltAfterAnyChangeThatReachesIt() throws IOException {
		for (String changed : List.of("pom.xml", "order-service/pom.xml", "order-service/src/main/java/Some.java",
				"messaging/src/main/java/Some.java", "shared-events/pom.xml")) {
			source(changed, LATER);
			assertThat(stale()).as(changed).containsExactly(ShopService.ORDER);
			source(changed, LONG_AGO);
		}
	}

	@Test
	void jarThatIsMissingIsBuilt() throws IOException {
		Files.delete(this.root.resolve("order-service/target/order-service.jar"));
		assertThat(stale()).containsExactly(ShopService.ORDER);
	}

	private List<ShopService> stale() throws IOException {
		return new Build(new Repository(this.root)).stale(EnumSet.of(ShopService.ORDER));
	}

	private void source(String name, Instant changed) throws IOException {
		Path file = this.root.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, name);
		Files.setLastModifiedTime(file, FileTime.from(changed));
	}

}
