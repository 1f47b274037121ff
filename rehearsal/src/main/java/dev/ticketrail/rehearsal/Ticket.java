package dev.ticketrail.rehearsal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Has a column of every kind that the services' tables have. */
@Entity
public class Ticket {

	@Id
	private String id;

	@Version
	private @Nullable Integer version;

	@Enumerated(EnumType.STRING)
	private Status status;

	private BigDecimal price;

	@JdbcTypeCode(SqlTypes.JSON)
	private List<Dish> dishes;

	private Instant clippedAt;

	@SuppressWarnings("NullAway.Init")
	protected Ticket() {
	}

	Ticket(String id, BigDecimal price, List<Dish> dishes, Instant clippedAt) {
		this.id = id;
		this.status = Status.CLIPPED;
		this.price = price;
		this.dishes = List.copyOf(dishes);
		this.clippedAt = clippedAt;
	}

	void serve() {
		this.status = Status.SERVED;
	}

	public String id() {
		return this.id;
	}

	public Status status() {
		return this.status;
	}

	public BigDecimal price() {
		return this.price;
	}

	public List<Dish> dishes() {
		return this.dishes;
	}

	public Instant clippedAt() {
		return this.clippedAt;
	}

	public enum Status {

		CLIPPED, SERVED

	}

	public record Dish(String name, int quantity) {

	}

}
