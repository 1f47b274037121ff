package dev.ticketrail.analytics.web;

import dev.ticketrail.analytics.replay.ReportReplay;
import dev.ticketrail.analytics.replay.ReplayFailedException;
import dev.ticketrail.analytics.replay.ReplayRefusedException;
import dev.ticketrail.analytics.replay.ReplayRuns;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The operator's replay. The answer to a POST comes when the new reports are in use. */
@RestController
@RequestMapping("/replay")
class ReplayController {

	private final ReportReplay replay;

	private final ReplayRuns runs;

	ReplayController(ReportReplay replay, ReplayRuns runs) {
		this.replay = replay;
		this.runs = runs;
	}

	@PostMapping
	ReportReplay.Result replay() {
		try {
			return this.replay.run();
		}
		catch (ReplayRefusedException ex) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, ex.getMessage(), ex);
		}
		catch (ReplayFailedException ex) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
					"The replay could not be finished; the reports are as they were. GET /replay says why. Try again.",
					ex);
		}
	}

	@GetMapping
	ReplayRuns.Run latest() {
		return this.runs.latest()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There was no replay yet. POST /replay starts one."));
	}

}
