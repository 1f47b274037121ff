package dev.ticketrail.peers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is in stock. */
@Entity
@Table(name = "stock")
public class StockRow {

	@Id
	public String productId;

	public int available;

}
