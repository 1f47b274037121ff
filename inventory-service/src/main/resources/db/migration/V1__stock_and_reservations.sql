-- What there is. "initial" is all that ever came in, restocks included; "reserved" is what
-- left the shelf for an order, shipped or not. The checks hold whatever the code does.
create table stock (
	product_id text    primary key,
	name       text    not null,
	initial    integer not null check (initial <= 1000000000),
	available  integer not null check (available >= 0),
	reserved   integer not null default 0 check (reserved >= 0),
	threshold  integer not null check (threshold >= 0),
	low        boolean not null,
	constraint nothing_lost check (initial = available + reserved)
);

-- What each order holds. The order's id is the business key: an old event that comes again
-- finds its row here, also when the inbox has forgotten it. "lines" is {"product": quantity}.
-- At any moment: stock.reserved = the sum over the lines of all RESERVED reservations:
--   select l.key, sum(l.value::int) from reservation r, jsonb_each_text(r.lines) l
--   where r.status = 'RESERVED' group by l.key
create table reservation (
	order_id   text        primary key,
	status     text        not null check (status in ('RESERVED', 'REJECTED', 'RELEASED', 'CANCELLED')),
	lines      jsonb       not null,
	changed_at timestamptz not null
);

insert into stock (product_id, name, initial, available, threshold, low) values
	('PROD-001', 'Espresso Cup',        100000, 100000, 100, false),
	('PROD-002', 'Coffee Grinder',      100000, 100000, 100, false),
	('PROD-003', 'Milk Jug',            100000, 100000, 100, false),
	('PROD-004', 'Tamper',              100000, 100000, 100, false),
	('PROD-005', 'Scale',               100000, 100000, 100, false),
	('PROD-006', 'Kettle',              100000, 100000, 100, false),
	('PROD-007', 'Limited Roast',           10,     10,   5, false),
	('PROD-008', 'Filter Papers',       100000, 100000, 100, false),
	('PROD-009', 'Dripper',             100000, 100000, 100, false),
	('PROD-010', 'Server Jug',          100000, 100000, 100, false),
	('PROD-013', 'Discontinued Press',       0,      0,   5, true),
	('PROD-042', 'Moka Pot',            100000, 100000, 100, false);
