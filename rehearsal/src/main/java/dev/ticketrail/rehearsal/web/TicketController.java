package dev.ticketrail.rehearsal.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

import dev.ticketrail.rehearsal.Rail;
import dev.ticketrail.rehearsal.Ticket;
import dev.ticketrail.rehearsal.Tickets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/tickets")
class TicketController {

	private final Rail rail;

	private final Tickets tickets;

	TicketController(Rail rail, Tickets tickets) {
		this.rail = rail;
		this.tickets = tickets;
	}

	@PostMapping
	ResponseEntity<TicketView> clip(@Valid @RequestBody NewTicket body) {
		Ticket ticket = this.rail.clip(body.price(),
				body.dishes().stream().map((dish) -> new Ticket.Dish(dish.name(), dish.quantity())).toList());
		return ResponseEntity.created(URI.create("/tickets/" + ticket.id())).body(TicketView.of(ticket));
	}

	@GetMapping("/{id}")
	TicketView ticket(@PathVariable String id) {
		return this.tickets.findById(id)
			.map(TicketView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such ticket"));
	}

	record NewTicket(@NotNull BigDecimal price,
			@NotNull @Size(min = 1, max = 10) List<@NotNull @Valid NewDish> dishes) {

		record NewDish(@NotBlank String name, @Min(1) int quantity) {

		}

	}

	record TicketView(String id, Ticket.Status status, BigDecimal price, List<Ticket.Dish> dishes) {

		static TicketView of(Ticket ticket) {
			return new TicketView(ticket.id(), ticket.status(), ticket.price(), ticket.dishes());
		}

	}

}
