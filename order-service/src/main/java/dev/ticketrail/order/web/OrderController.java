package dev.ticketrail.order.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketrail.order.CancellationReason;
import dev.ticketrail.order.HistoryEntry;
import dev.ticketrail.order.Order;
import dev.ticketrail.order.OrderCancellation;
import dev.ticketrail.order.OrderLine;
import dev.ticketrail.order.PlacementRequest;
import dev.ticketrail.order.OrderStatus;
import dev.ticketrail.order.Orders;
import dev.ticketrail.order.Product;
import dev.ticketrail.order.ShippingAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Orders as customers see them. There is no login: whoever knows an order's id may read
 * and cancel it, so ids cannot be guessed.
 */
@RestController
@RequestMapping("/orders")
class OrderController {

	private final Admission admission;

	private final OrderCancellation cancellation;

	private final Orders orders;

	private final OrderStreams streams;

	OrderController(Admission admission, OrderCancellation cancellation, Orders orders, OrderStreams streams) {
		this.admission = admission;
		this.cancellation = cancellation;
		this.orders = orders;
		this.streams = streams;
	}

	/** A repeat with the same key and body answers with the first order as it is now. */
	@PostMapping
	ResponseEntity<OrderView> place(@Valid @RequestBody PlaceOrder body,
			@RequestHeader(name = "Idempotency-Key", required = false) @Pattern(regexp = "[ -~]{1,200}",
					message = "must have 1 to 200 printable ASCII characters") @Nullable String idempotencyKey) {
		Order order = this.admission.admit(new PlacementRequest(body.toNewOrder(), idempotencyKey));
		return ResponseEntity.created(URI.create("/orders/" + order.id())).body(OrderView.of(order));
	}

	@GetMapping("/{orderId}")
	OrderView order(@PathVariable String orderId) {
		return OrderView.of(this.orders.get(orderId));
	}

	@GetMapping(path = "/{orderId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream(@PathVariable String orderId) {
		return this.streams.open(this.orders.get(orderId));
	}

	@PostMapping("/{orderId}/cancel")
	@ResponseStatus(HttpStatus.ACCEPTED)
	OrderView cancel(@PathVariable String orderId) {
		return OrderView.of(this.cancellation.cancel(orderId));
	}

	record OrderView(String orderId, String userId, Customer customer, OrderStatus status,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CancellationReason cancellationReason,
			List<OrderLine> items, BigDecimal total, String currency, ShippingAddress shippingAddress, Instant placedAt,
			List<HistoryEntry> history) {

		private static OrderView of(Order order) {
			return new OrderView(order.id(), order.buyer().userId(),
					new Customer(order.buyer().name(), order.buyer().email()), order.status(),
					order.cancellationReason(), order.lines(), order.total(), Product.CURRENCY, order.shippingAddress(),
					order.placedAt(), order.history());
		}

		record Customer(String name, String email) {

		}

	}

}
