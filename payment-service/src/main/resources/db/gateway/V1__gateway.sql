-- The simulated gateway's own books. Nothing of payment-service's refers to them.
create table gateway.charge (
	idempotency_key text           primary key,
	charge_id       text           not null unique,
	order_id        text           not null,
	amount          numeric(18, 2) not null,
	currency        text           not null,
	status          text           not null check (status in ('CHARGED', 'REFUNDED', 'DECLINED')),
	decline_code    text,
	refund_key      text,
	refund_id       text,
	booked_at       timestamptz    not null default now(),
	check ((decline_code is not null) = (status = 'DECLINED')),
	check ((refund_id is not null) = (status = 'REFUNDED'))
) with (fillfactor = 80);

create index charge_of_order on gateway.charge (order_id);

-- One row: how the gateway behaves, for every instance of payment-service.
create table gateway.behaviour (
	only_row        boolean     primary key default true check (only_row),
	mode            text        not null,
	delay_millis    int         not null,
	rate_per_second int         not null,
	next_slot       timestamptz not null
);

insert into gateway.behaviour values (true, 'NORMAL', 0, 0, now());
