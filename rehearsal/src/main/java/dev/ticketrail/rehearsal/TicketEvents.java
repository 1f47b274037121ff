package dev.ticketrail.rehearsal;

import java.math.BigDecimal;
import java.util.List;

import dev.ticketrail.messaging.outbox.Outbox;

import org.springframework.stereotype.Component;

/** Where a ticket becomes an event. */
@Component
class TicketEvents {

	private final Outbox outbox;

	TicketEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	void clipped(Ticket ticket) {
		this.outbox.append("ticket.clipped", ticket.id(), new Clipped(ticket.id(), ticket.price(), ticket.dishes()));
	}

	void served(Ticket ticket) {
		this.outbox.append("ticket.served", ticket.id(), new Served(ticket.id()));
	}

	record Clipped(String ticketId, BigDecimal price, List<Ticket.Dish> dishes) {

	}

	record Served(String ticketId) {

	}

}
