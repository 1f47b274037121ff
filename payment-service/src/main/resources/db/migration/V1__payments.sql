-- One payment an order. The row exists before the gateway is asked; statuses: see PaymentStatus.
create table payment (
	order_id            text           primary key,
	status              text           not null
		check (status in ('CHARGING', 'CANCELLING', 'CHARGED', 'DECLINED', 'REFUNDED', 'VOIDED')),
	amount              numeric(18, 2) not null check (amount >= 0),
	currency            text           not null,
	charge_id           text           unique,
	refund_id           text           unique,
	failure_reason      text,
	cancellation_reason text,
	created_at          timestamptz    not null,
	updated_at          timestamptz    not null,
	check ((charge_id is not null) = (status in ('CHARGED', 'REFUNDED'))),
	check ((refund_id is not null) = (status = 'REFUNDED')),
	check ((failure_reason is not null) = (status = 'DECLINED'))
) with (fillfactor = 70);
