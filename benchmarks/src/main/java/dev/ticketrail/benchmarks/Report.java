package dev.ticketrail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.ticketrail.launcher.BrokerType;

/**
 * What was measured in a scenario, as a table and a picture; of repetitions the median.
 */
final class Report {

	private static final int BAR = 24;

	private static final int WIDTH = 760;

	private record Line(BrokerType broker, String subject, String name) {
	}

	private final Scenario scenario;

	private final int size;

	private final Map<Line, List<Double>> values = new LinkedHashMap<>();

	Report(Scenario scenario, int size) {
		this.scenario = scenario;
		this.size = size;
	}

	void add(BrokerType broker, List<Figure> figures) {
		figures.forEach((figure) -> this.values
			.computeIfAbsent(new Line(broker, figure.subject(), figure.name()), (_) -> new ArrayList<>())
			.add(figure.value()));
	}

	/** Writes {@code <scenario>.md} and {@code <scenario>.svg}, and gives the former. */
	Path write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(this.scenario.id() + ".svg"), picture());
		return Files.writeString(folder.resolve(this.scenario.id() + ".md"), text());
	}

	private String text() throws IOException {
		StringBuilder text = new StringBuilder(
				"""
						# %s

						%s. `./bench %s`, size %,d, on %s, %s, Java %s. Where there are several runs: the median (least to most).
						The shop lost nothing and did nothing twice: a run in which it does gives no figures.

						![%s](%s.svg)

						| broker | whose | what | figure |
						|---|---|---|---:|
						"""
					.formatted(title(), sentence(), this.scenario.id(), this.size, LocalDate.now(), machine(),
							Runtime.version().feature(), title(), this.scenario.id()));
		this.values.forEach((line, found) -> text.append("| %s | %s | %s | %s |%n".formatted(line.broker().profile(),
				line.subject(), line.name(), range(found))));
		return text.toString();
	}

	private String title() {
		return this.scenario.id().substring(0, 1).toUpperCase(Locale.ROOT) + this.scenario.id().substring(1);
	}

	private String sentence() {
		String description = this.scenario.description();
		return description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
	}

	private static String machine() throws IOException {
		String model = Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.replaceFirst(".*: ", ""))
			.findFirst()
			.orElse(System.getProperty("os.arch"));
		return "%d cores of %s".formatted(Runtime.getRuntime().availableProcessors(), model);
	}

	private static String range(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		String median = format(median(values));
		return (sorted.size() == 1) ? median
				: "%s (%s to %s)".formatted(median, format(sorted.getFirst()), format(sorted.getLast()));
	}

	private double median(Line line) {
		return median(this.values.getOrDefault(line, List.of()));
	}

	/** The one in the middle, or the mean of the two. */
	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static String format(double value) {
		return String.format(Locale.ROOT, (Math.abs(value) >= 100) ? "%,.0f" : "%.2f", value);
	}

	/** A bar for each subject and broker: the first figure that each of them has. */
	private String picture() {
		Map<String, Line> bars = new LinkedHashMap<>();
		this.values.keySet().forEach((line) -> bars.putIfAbsent(line.broker().profile() + ", " + line.subject(), line));
		double most = bars.values().stream().mapToDouble((line) -> median(line)).max().orElse(1);
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="13">
				<text x="10" y="20" font-weight="bold">%s</text>
				""".formatted(WIDTH, 40 + bars.size() * (BAR + 8),
				bars.values().stream().map(Line::name).distinct().collect(Collectors.joining("; "))));
		int top = 34;
		for (Map.Entry<String, Line> bar : bars.entrySet()) {
			double value = median(bar.getValue());
			int length = (int) (value / most * (WIDTH - 300));
			svg.append("""
					<text x="10" y="%1$d">%2$s</text>
					<rect x="190" y="%3$d" width="%4$d" height="%5$d" fill="%6$s"/>
					<text x="%7$d" y="%1$d">%8$s</text>
					""".formatted(top + 16, bar.getKey(), top, length, BAR,
					bar.getValue().subject().equals("shop") ? "#2a7f62" : "#b0a990", 196 + length, format(value)));
			top += BAR + 8;
		}
		return svg.append("</svg>\n").toString();
	}

}
