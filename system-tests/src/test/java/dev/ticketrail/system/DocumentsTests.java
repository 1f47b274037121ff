package dev.ticketrail.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ticketrail.launcher.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the documents true: what they name must exist. */
class DocumentsTests {

	private static final Path ROOT = Repository.find().root();

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

	private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

	private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.-]+)+/?");

	private static final Pattern FILE = Pattern.compile("[A-Za-z]\\w+\\.(java|yml|sh|json|js)");

	/** {@code Order}, {@code Inbox.prepared}: a class of ours, perhaps with a member. */
	private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]+[A-Za-z]*)(?:\\.([a-z]\\w+))?");

	/** A row of the table of cases: its number and all that follows. */
	private static final Pattern CASE = Pattern.compile("(?m)^\\| (\\d+ .*) \\|$");

	private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+#\\w+)`");

	static Stream<Path> documents() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".md"))
				.filter((file) -> Stream.of("target", "node_modules", ".git")
					.noneMatch((folder) -> ROOT.relativize(file).toString().contains(folder + "/")))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("documents")
	void linksLeadSomewhere(Path document) {
		assertThat(all(LINK, text(document)))
			.allSatisfy((target) -> assertThat(document.resolveSibling(target)).exists());
	}

	@ParameterizedTest
	@MethodSource("documents")
	void pathsExist(Path document) {
		assertThat(codes(document).filter((code) -> PATH.matcher(code).matches()).filter(this::isOurs))
			.allSatisfy((path) -> assertThat(ROOT.resolve(path)).exists());
	}

	@ParameterizedTest
	@MethodSource("documents")
	void filesExist(Path document) {
		Set<String> names = sources().map((file) -> file.getFileName().toString()).collect(Collectors.toSet());
		assertThat(codes(document).filter((code) -> FILE.matcher(code).matches())).isSubsetOf(names);
	}

	@Test
	void classesAndTheirMembersExist() {
		for (Path document : List.of(ROOT.resolve("docs/concepts.md"), ROOT.resolve("docs/journey.md"))) {
			codes(document).filter((code) -> !FILE.matcher(code).matches())
				.map(CLASS::matcher)
				.filter(Matcher::matches)
				.forEach((name) -> {
					List<Path> files = sources()
						.filter((file) -> file.getFileName().toString().equals(name.group(1) + ".java"))
						.toList();
					assertThat(files).as(name.group()).isNotEmpty();
					if (name.group(2) != null) {
						assertThat(files).as(name.group())
							.anySatisfy((file) -> assertThat(text(file)).contains(name.group(2) + "("));
					}
				});
		}
	}

	@Test
	void everyCaseNamesTestsThatExistOrSaysWhyThereIsNone() {
		String guarantees = text(ROOT.resolve("docs/guarantees.md"));
		List<String> cases = all(CASE, guarantees).stream().toList();
		assertThat(cases.stream().map((line) -> Integer.valueOf(line.split(" ")[0])))
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 54).boxed().toList());
		assertThat(cases).allMatch((line) -> line.contains("#") || line.contains("no test"));
		assertThat(all(TEST, guarantees)).allSatisfy((test) -> {
			String[] name = test.split("#");
			assertThat(sources().filter((file) -> file.getFileName().toString().equals(name[0] + ".java")))
				.singleElement()
				.satisfies((file) -> assertThat(text(file)).contains(" " + name[1] + "("));
		});
	}

	/** A path is ours when its first folder is; {@code text/event-stream} is none. */
	private boolean isOurs(String path) {
		return Files.exists(ROOT.resolve(path.substring(0, path.indexOf('/'))));
	}

	private static Stream<String> codes(Path document) {
		return all(CODE, text(document).replaceAll("(?s)```.*?```", "")).stream();
	}

	private static Set<String> all(Pattern pattern, String text) {
		Set<String> found = new TreeSet<>();
		for (Matcher matcher = pattern.matcher(text); matcher.find();) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static Stream<Path> sources() {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !ROOT.relativize(file).toString().contains("target/"))
				.filter((file) -> !ROOT.relativize(file).toString().contains("node_modules/"))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
