package dev.ticketrail.simulator.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.ticketrail.simulator.network.Chance;
import dev.ticketrail.simulator.network.Crash;
import dev.ticketrail.simulator.network.Fault;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.SmartTransactionObject;

/**
 * A service's database, and Spring's transactions over it: a commit writes all tables or
 * none, a crash before it undoes all, and its answer can get lost.
 * <p>
 * Transactions come one after the other, so it shows what a crash or an event between two
 * of them does; what PostgreSQL's locks do when they overlap is for the services' tests.
 */
public final class Database extends AbstractPlatformTransactionManager {

	private final transient Chance chance;

	private final transient List<Table<?>> tables = new ArrayList<>();

	private boolean open;

	private boolean doomed;

	public Database(Chance chance) {
		this.chance = chance;
	}

	/**
	 * Adds a table.
	 * @param type an entity, which is copied in and out, or a record
	 * @param id the primary key
	 */
	public <E> Table<E> table(Class<E> type, Function<E, String> id) {
		Table<E> table = new Table<>(id, () -> this.open);
		this.tables.add(table);
		return table;
	}

	/** Forgets everything. */
	public void clear() {
		this.tables.forEach(Table::clear);
		this.open = false;
	}

	@Override
	protected Object doGetTransaction() {
		return new SmartTransactionObject() {
			@Override
			public boolean isRollbackOnly() {
				return Database.this.doomed;
			}
		};
	}

	@Override
	protected boolean isExistingTransaction(Object transaction) {
		return this.open;
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		this.open = true;
		this.doomed = false;
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		if (this.chance.hits(Fault.CRASH_BEFORE_COMMIT)) {
			throw new Crash();
		}
		this.tables.forEach(Table::commit);
		if (this.chance.hits(Fault.COMMIT_UNANSWERED)) {
			throw new TransactionSystemException("The connection broke during the commit");
		}
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		this.tables.forEach(Table::rollback);
	}

	@Override
	protected void doSetRollbackOnly(DefaultTransactionStatus status) {
		this.doomed = true;
	}

	@Override
	protected void doCleanupAfterCompletion(Object transaction) {
		this.open = false;
	}

}
