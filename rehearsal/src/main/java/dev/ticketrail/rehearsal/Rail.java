package dev.ticketrail.rehearsal;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

import dev.ticketrail.messaging.TimeOrderedId;
import dev.ticketrail.messaging.inbox.Event;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a ticket is clipped, and where it is taken from. */
@Service
public class Rail {

	private final Tickets tickets;

	private final TicketEvents events;

	private final InstantSource clock;

	Rail(Tickets tickets, TicketEvents events, InstantSource clock) {
		this.tickets = tickets;
		this.events = events;
		this.clock = clock;
	}

	@Transactional
	public Ticket clip(BigDecimal price, List<Ticket.Dish> dishes) {
		Ticket ticket = new Ticket(TimeOrderedId.at(this.clock.instant()).toString(), price, dishes,
				this.clock.instant());
		this.tickets.save(ticket);
		this.events.clipped(ticket);
		return ticket;
	}

	void serve(List<Event<TicketEvents.Clipped>> clipped) {
		this.tickets.lock(clipped.stream().map((event) -> event.data().ticketId()).toArray(String[]::new))
			.forEach((ticket) -> {
				ticket.serve();
				this.events.served(ticket);
			});
	}

}
