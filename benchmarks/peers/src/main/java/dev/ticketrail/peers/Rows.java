package dev.ticketrail.peers;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The repositories. */
public final class Rows {

	private Rows() {
	}

	/** All orders. */
	public interface Orders extends JpaRepository<OrderRow, String> {

		@Lock(LockModeType.PESSIMISTIC_WRITE)
		Optional<OrderRow> findLockedById(String id);

	}

	/** All charges. */
	public interface Payments extends JpaRepository<PaymentRow, String> {

	}

	/** All reservations. */
	public interface Reservations extends JpaRepository<ReservationRow, String> {

	}

	/** All stock. */
	public interface Stocks extends JpaRepository<StockRow, String> {

		@Lock(LockModeType.PESSIMISTIC_WRITE)
		List<StockRow> findByProductIdInOrderByProductId(List<String> ids);

	}

	/** All parcels. */
	public interface Shipments extends JpaRepository<ShipmentRow, String> {

	}

	/** All mails. */
	public interface Emails extends JpaRepository<EmailRow, String> {

	}

	/** All events. */
	public interface Events extends JpaRepository<EventRow, String> {

	}

}
