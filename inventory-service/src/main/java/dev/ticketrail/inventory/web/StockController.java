package dev.ticketrail.inventory.web;

import java.util.List;
import java.util.Optional;

import dev.ticketrail.inventory.StockLevel;
import dev.ticketrail.inventory.Stocks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/stock")
class StockController {

	private final Stocks stocks;

	StockController(Stocks stocks) {
		this.stocks = stocks;
	}

	@GetMapping
	List<StockLevel> list() {
		return this.stocks.all();
	}

	@GetMapping("/{productId}")
	StockLevel show(@PathVariable String productId) {
		return known(this.stocks.find(productId));
	}

	/** Adds units; for the operator only (see ticketrail.operator.paths). */
	@PostMapping("/{productId}/restock")
	StockLevel restock(@PathVariable String productId, @RequestBody @Valid Restock restock) {
		try {
			return known(this.stocks.restock(productId, restock.quantity()));
		}
		catch (DataIntegrityViolationException ex) {
			throw new ResponseStatusException(HttpStatus.CONFLICT,
					"No product can have had more than 1,000,000,000 units; restock less.", ex);
		}
	}

	private static StockLevel known(Optional<StockLevel> level) {
		return level.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
				"There is no such product; GET /stock lists all."));
	}

	record Restock(@Min(1) @Max(1_000_000) int quantity) {

	}

}
