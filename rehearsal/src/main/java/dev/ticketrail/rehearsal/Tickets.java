package dev.ticketrail.rehearsal;

import java.util.List;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

public interface Tickets extends ListCrudRepository<Ticket, String> {

	@NativeQuery("select * from ticket where id = any(:ids) order by id for no key update")
	List<Ticket> lock(String... ids);

	@Query("select count(t) from Ticket t where t.status = :status")
	long count(Ticket.Status status);

}
