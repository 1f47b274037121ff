package dev.ticketrail.analytics.web;

import dev.ticketrail.analytics.Reports;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

	private final Reports reports;

	ReportController(Reports reports) {
		this.reports = reports;
	}

	@GetMapping("/reports/summary")
	Reports.Summary summary() {
		return this.reports.summary();
	}

}
