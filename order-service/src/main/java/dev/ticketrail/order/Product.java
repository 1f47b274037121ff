package dev.ticketrail.order;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that we sell. */
@Entity
@Table(name = "products")
public class Product {

	/** The one currency of the shop, ISO 4217. */
	public static final String CURRENCY = "GBP";

	@Id
	private String id;

	private String name;

	private BigDecimal price;

	@SuppressWarnings("NullAway.Init")
	protected Product() {
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	/** Of one unit, two decimals, in {@link #CURRENCY}. */
	public BigDecimal price() {
		return this.price;
	}

}
