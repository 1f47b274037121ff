package dev.ticketrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ClassPathsTests {

	@TempDir
	Path root;

	private Repository repository;

	@BeforeEach
	void build() throws IOException {
		this.repository = new Repository(this.root);
		service(ShopService.ORDER, Map.of("spring.jar", "spring 7", "web.jar", "web 1"));
		service(ShopService.EMAIL, Map.of("spring.jar", "spring 7", "web.jar", "web 1", "mail.jar", "mail 2"));
		Files.createDirectories(this.repository.rehearsalJar().getParent());
		Files.writeString(this.repository.rehearsalJar(), "rehearsal");
	}

	@Test
	void allClassPathsBeginWithWhatAllServicesShare() throws IOException {
		ClassPaths paths = ClassPaths.unpack(this.repository);
		assertThat(paths.shared()).extracting((jar) -> jar.getFileName().toString())
			.containsExactly("spring.jar", "web.jar", "rehearsal.jar");
		assertThat(paths.arguments(ShopService.ORDER).get(1)).matches(paths.common() + ":[^:]*/order-service.jar");
		assertThat(paths.arguments(ShopService.EMAIL).get(1))
			.matches(paths.common() + ":[^:]*/email-service.jar:[^:]*/mail.jar");
		assertThat(paths.arguments(ShopService.EMAIL).get(2)).isEqualTo("shop.Main");
	}

	@Test
	void commonJarPullsInWhatItStandsFor() throws IOException {
		ClassPaths paths = ClassPaths.unpack(this.repository);
		try (JarFile jar = new JarFile(paths.common().toFile())) {
			assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" "))
				.allMatch((name) -> Files.exists(paths.common().resolveSibling(name)))
				.hasSize(3);
		}
	}

	@Test
	void foldersOfClassesAreKept() throws IOException {
		ClassPaths paths = ClassPaths.unpack(this.repository);
		String classes = paths.arguments(ShopService.ORDER).get(1).split(":")[1];
		try (JarFile jar = new JarFile(classes)) {
			assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("shop/", "shop/Main.class");
		}
	}

	@Test
	void libraryThatHasChangedGetsAPlaceOfItsOwn() throws IOException {
		ClassPaths before = ClassPaths.unpack(this.repository);
		assertThat(ClassPaths.unpack(this.repository)).isEqualTo(before);
		service(ShopService.ORDER, Map.of("spring.jar", "spring 7", "web.jar", "web 2"));
		ClassPaths after = ClassPaths.unpack(this.repository);
		assertThat(after.common()).isNotEqualTo(before.common());
		assertThat(after.shared()).hasSize(2);
		assertThat(before.shared()).allMatch(Files::exists);
		assertThat(AotCache.of(after)).isNotEqualTo(AotCache.of(before));
	}

	@Test
	void serviceThatIsNotBuiltIsNamed() throws IOException {
		ClassPaths paths = ClassPaths.unpack(this.repository);
		assertThatIOException().isThrownBy(() -> paths.arguments(ShopService.SHIPPING))
			.withMessageContaining("shipping-service is not built");
	}

	private void service(ShopService service, Map<String, String> libraries) throws IOException {
		Path file = this.repository.jar(service);
		Files.createDirectories(file.getParent());
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Start-Class", "shop.Main");
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
			for (String folder : new String[] { "BOOT-INF/classes/", "BOOT-INF/classes/shop/" }) {
				jar.putNextEntry(new ZipEntry(folder));
			}
			jar.putNextEntry(new ZipEntry("BOOT-INF/classes/shop/Main.class"));
			jar.write(service.id().getBytes());
			for (Map.Entry<String, String> library : new TreeMap<>(libraries).entrySet()) {
				jar.putNextEntry(new ZipEntry("BOOT-INF/lib/" + library.getKey()));
				jar.write(library.getValue().getBytes());
			}
		}
	}

}
