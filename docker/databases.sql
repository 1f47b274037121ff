-- One database and one user per service, and no way into another's. Runs once, when the server's volume is new.
CREATE USER orders PASSWORD 'orders';
CREATE USER payments PASSWORD 'payments';
CREATE USER emails PASSWORD 'emails';
CREATE USER inventory PASSWORD 'inventory';
CREATE USER shipping PASSWORD 'shipping';
CREATE USER analytics PASSWORD 'analytics';

CREATE DATABASE orders OWNER orders;
CREATE DATABASE payments OWNER payments;
CREATE DATABASE emails OWNER emails;
CREATE DATABASE inventory OWNER inventory;
CREATE DATABASE shipping OWNER shipping;
CREATE DATABASE analytics OWNER analytics;

REVOKE CONNECT ON DATABASE orders, payments, emails, inventory, shipping, analytics FROM PUBLIC;
