package dev.ticketrail.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.ticketrail.launcher.BrokerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	@Test
	void medianOfTheRunsIsReportedAsTextAndPicture(@TempDir Path folder) throws Exception {
		Report report = new Report(Scenario.JOURNEY, 1000);
		for (double rate : new double[] { 300, 100, 200 }) {
			report.add(BrokerType.KAFKA, List.of(Figure.shop("orders/s", rate), Figure.shop("CPU ms", 1.234)));
		}
		report.add(BrokerType.RABBIT, List.of(new Figure("peer", "orders/s", 50), new Figure("peer", "CPU ms", 2)));
		report.add(BrokerType.RABBIT, List.of(new Figure("peer", "CPU ms", 5)));
		assertThat(Files.readString(report.write(folder))).contains("# Journey", "`./bench journey`, size 1,000")
			.contains("| kafka | shop | orders/s | 200 (100 to 300) |",
					"| kafka | shop | CPU ms | 1.23 (1.23 to 1.23) |")
			.contains("| rabbit | peer | orders/s | 50.00 |", "| rabbit | peer | CPU ms | 3.50 (2.00 to 5.00) |");
		assertThat(Files.readString(folder.resolve("journey.svg"))).contains("kafka, shop", "rabbit, peer", ">200<");
	}

}
