package dev.ticketrail.order.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.ticketrail.order.Order;
import dev.ticketrail.order.OrderMoved;
import dev.ticketrail.order.OrderSettings;
import dev.ticketrail.order.Orders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Keeps clients informed of the status of an order. One thread reads all watched orders
 * in one query: at once when this process moved one of them, and four times a second,
 * because another instance may have.
 * <p>
 * Promised: every status from the one that a stream begins with, in order. A stream ends
 * after the order's last status, after ten minutes, or with this process; a client that
 * wants more opens a new one.
 */
@Component
class OrderStreams implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OrderStreams.class);

	private static final long PAUSE_MILLIS = 250;

	private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

	private final Orders orders;

	private final int maxStreams;

	private final Set<OrderStream> streams = ConcurrentHashMap.newKeySet();

	private final Semaphore news = new Semaphore(0);

	private volatile boolean running;

	OrderStreams(Orders orders, OrderSettings settings) {
		this.orders = orders;
		this.maxStreams = settings.maxStreams();
	}

	/**
	 * Opens a stream that begins with the order's present status.
	 * @throws ErrorResponseException with status 503 where there are too many already
	 */
	SseEmitter open(Order order) {
		OrderStream stream = new OrderStream(order);
		this.streams.add(stream);
		if (this.streams.size() > this.maxStreams || !this.running) {
			this.streams.remove(stream);
			throw tooMany();
		}
		stream.emitter().onTimeout(stream.emitter()::complete);
		stream.emitter().onCompletion(() -> this.streams.remove(stream));
		this.news.release();
		return stream.emitter();
	}

	@TransactionalEventListener
	void moved(OrderMoved moved) {
		if (this.streams.stream().anyMatch((stream) -> stream.orderId().equals(moved.orderId()))) {
			this.news.release();
		}
	}

	private void run() {
		long heartbeat = System.nanoTime();
		try {
			while (this.running) {
				waitForNews();
				tellAll();
				if (System.nanoTime() - heartbeat > HEARTBEAT_NANOS) {
					heartbeat = System.nanoTime();
					this.streams.forEach((stream) -> send(stream, stream::beat));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void waitForNews() throws InterruptedException {
		if (this.streams.isEmpty()) {
			this.news.acquire();
		}
		else {
			this.news.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		}
		this.news.drainPermits();
	}

	private void tellAll() {
		List<String> ids = this.streams.stream().map(OrderStream::orderId).distinct().toList();
		try {
			Map<String, Order> orders = this.orders.findAllById(ids)
				.stream()
				.collect(Collectors.toMap(Order::id, Function.identity()));
			for (OrderStream stream : this.streams) {
				Order order = orders.get(stream.orderId());
				if (order != null) {
					send(stream, () -> stream.tell(order));
				}
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("Streams wait for the database", ex);
		}
	}

	private void send(OrderStream stream, Sending sending) {
		try {
			sending.send();
		}
		catch (IOException | IllegalStateException ex) {
			log.debug("A client of {} has left", stream.orderId(), ex);
			this.streams.remove(stream);
		}
	}

	private static ErrorResponseException tooMany() {
		ErrorResponseException refusal = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE,
				ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
						"Too many streams are open: ask again in a moment, or poll GET /orders/{orderId}."),
				null);
		refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
		return refusal;
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("order-streams").start(this::run);
	}

	/** Before the web server stops, which waits for every open request. */
	@Override
	public void stop() {
		this.running = false;
		this.news.release();
		this.streams.forEach((stream) -> stream.emitter().complete());
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private interface Sending {

		void send() throws IOException;

	}

}
