#!/usr/bin/env bash
# Traffic for a running shop: bounded in number and rate, on this machine only. The exit code is not 0 when something
# did not end as it had to. Needs bash and curl, and Node.js for what a shop's client cannot send: poison, duplicate events.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
	cat <<-'END'
		scripts/traffic.sh [--mix MIX] [--count N] [--rate R] [--base URL] [--wait S] [--broker ADDRESS]

		  --mix     happy         orders that are paid, reserved and shipped (the default)
		            declined      the card is declined: cancelled
		            out-of-stock  of a product that is gone: cancelled, and refunded if it was paid
		            duplicates    each order is sent three times under one Idempotency-Key, and the last one's event
		                          is published 50 times more: one order, one charge
		            poison        messages on order.placed that are no events: dead letters, and the N orders that
		                          follow them are not held up
		            all           all of these in turn
		  --count   how many orders, 1 to 10000 (20)
		  --rate    how many a second at most, 1 to 100 (5)
		  --base    where order-service is (http://localhost:8081); the others are on the next five ports
		  --wait    for how many seconds orders may be under way after the last one was sent (120)
		  --broker  for poison and duplicates: localhost:PORT of Kafka, or amqp://user:password@localhost:PORT, as
		            ./demo prints it; without it, the one of docker compose (BROKER and .env)

		OPERATOR_PASSWORD: the operator's, to count dead letters and charges; without it, the one in .env
	END
}

mix=happy count=20 rate=5 base=http://localhost:8081 wait=120 broker=
node_client=examples/node-subscriber
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

main() {
	read_options "$@"
	touch "$work"/{accepted,refused,ended,wrong}
	case $mix in poison | all) publish_poison ;; esac
	send_orders
	await_ends
	case $mix in poison | all) count_dead_letters ;; esac
	case $mix in duplicates | all) publish_duplicates ;; esac
	summary
}

read_options() {
	while [ $# -gt 0 ]; do
		case $1 in -h | --help) usage; exit ;; esac
		[ $# -gt 1 ] || refuse "$1 is unknown or needs a value"
		case $1 in
			--mix) mix=$2 ;;
			--count) count=$2 ;;
			--rate) rate=$2 ;;
			--base) base=$2 ;;
			--wait) wait=$2 ;;
			--broker) broker=$2 ;;
			*) refuse "$1 is unknown" ;;
		esac
		shift 2
	done
	case $mix in happy | declined | out-of-stock | duplicates | poison | all) ;; *) refuse "there is no mix $mix" ;; esac
	within 1 10000 "$count" || refuse "--count is 1 to 10000"
	within 1 100 "$rate" || refuse "--rate is 1 to 100"
	within 0 3600 "$wait" || refuse "--wait is 0 to 3600"
	[[ $base =~ ^http://(localhost|127\.[0-9.]+|\[::1\]):[0-9]+$ ]] || refuse "--base is http://localhost:PORT: traffic stays on this machine"
	[ -n "$broker" ] || broker=$(from_env_file 'if [ $BROKER = kafka ]; then echo localhost:$KAFKA_PORT; else echo amqp://$RABBITMQ_USER:$RABBITMQ_PASSWORD@localhost:$RABBITMQ_PORT; fi')
	[[ $broker =~ ^(amqp://([^@/]*@)?)?(localhost|127\.[0-9.]+|\[::1\]):[0-9]+(/.*)?$ ]] || refuse "--broker is localhost:PORT or amqp://…@localhost:PORT: traffic stays on this machine"
	: "${OPERATOR_PASSWORD:=$(from_env_file 'echo $OPERATOR_PASSWORD')}"
	curl -fsS -o /dev/null --max-time 10 "$base/products" || refuse "no order-service answers at $base"
}

# from_env_file <commands>: runs them with compose's .env, which the environment outranks
from_env_file() { bash -c 'given=$(export -p); set -a; . ./.env; eval "$given"; '"$1"; }

within() { [[ $3 =~ ^[0-9]{1,6}$ ]] && [ "$3" -ge "$1" ] && [ "$3" -le "$2" ]; }

refuse() { echo "$1 (--help says more)" >&2; exit 2; }

wrong() { echo "$1" | tee -a "$work/wrong"; }

send_orders() {
	local i second=$SECONDS in_this_second=0 key
	for ((i = 1; i <= count; i++)); do
		if [ $((in_this_second += 1)) -gt "$rate" ]; then
			while [ "$SECONDS" -eq "$second" ]; do sleep 0.02; done
			second=$SECONDS in_this_second=1
		fi
		key=traffic-$$-$RANDOM-$i
		case $(kind "$i") in
			happy) order SHIPPED PROD-001 pm_card_visa "$key" ;;
			declined) order CANCELLED PROD-001 pm_card_chargeDeclined "$key" ;;
			out-of-stock) order CANCELLED PROD-013 pm_card_visa "$key" ;;
			duplicates) for _ in 1 2 3; do order SHIPPED PROD-042 pm_card_visa "$key"; done ;;
		esac
	done
}

kind() {
	local all=(happy happy declined out-of-stock duplicates)
	case $mix in all) echo "${all[$1 % 5]}" ;; poison) echo happy ;; *) echo "$mix" ;; esac
}

# order <how it has to end> <product> <payment method> <idempotency key>
order() {
	local answer status
	answer=$(curl -sS --max-time 20 -w '\n%{http_code}' "$base/orders" \
		-H 'Content-Type: application/json' -H "Idempotency-Key: $4" -d '{
			"customer": { "name": "Ada Smith", "email": "ada@example.com" },
			"items": [ { "productId": "'"$2"'", "quantity": 1 } ],
			"shippingAddress": { "street": "123 Main St", "city": "London", "postcode": "EC1A 1BB" },
			"paymentMethod": "'"$3"'" }' 2>&1) || true
	status=${answer##*$'\n'}
	if [ "$status" = 201 ]; then
		echo "$4 $1 $(field orderId <<< "$answer")" >> "$work/accepted"
	else
		echo "$status ${answer%$'\n'*}" >> "$work/refused"
	fi
}

# field <name>: the first text of this name in the JSON that comes in
field() { grep -oE "\"$1\":\"[^\"]+\"" | head -n 1 | cut -d '"' -f 4; }

# Asks for the accepted orders until none is under way, or the time is over.
await_ends() {
	local end=$((SECONDS + wait)) expected id status
	cut -d ' ' -f 2,3 "$work/accepted" | sort -u > "$work/open"
	while [ -s "$work/open" ]; do
		: > "$work/still"
		while read -r expected id; do
			status=$(curl -sS --max-time 10 "$base/orders/$id" 2>&1 | field status) || true
			case $status in
				SHIPPED | CANCELLED) echo "$expected $status $id" >> "$work/ended" ;;
				*) echo "$expected $id" >> "$work/still" ;;
			esac
		done < "$work/open"
		mv "$work/still" "$work/open"
		[ "$SECONDS" -lt "$end" ] || break
		[ ! -s "$work/open" ] || sleep 1
	done
}

publish_poison() {
	dead_before=$(dead_letters) || refuse "the operator's password is needed: OPERATOR_PASSWORD"
	echo '{ "eventId": "no UUID", "eventType": "order.placed", "data": ' > "$work/poison.json"
	publish "$work/poison.json" 10
	echo "poison     10 messages on order.placed"
}

count_dead_letters() {
	local end=$((SECONDS + wait)) new
	until new=$(($(dead_letters) - dead_before)) && [ "$new" -ge 10 ] || [ "$SECONDS" -ge "$end" ]; do sleep 1; done
	echo "           $new new dead letters at payment-service: $(service 1)/actuator/deadletters"
	[ "$new" -eq 10 ] || wrong "           should be 10"
}

dead_letters() { operator "$(service 1)/actuator/deadletters?size=1" | grep -oE '"total":[0-9]+' | cut -d : -f 2; }

# The last order's event once more, as analytics-service has recorded it.
publish_duplicates() {
	local id charges
	id=$(awk '$2 == "SHIPPED" { id = $3 } END { print id }' "$work/ended")
	[ -n "$id" ] || { wrong "duplicates no order was shipped, so there is nothing to repeat"; return; }
	curl -fsS "$(service 5)/orders/$id/timeline" | node -e '
		const { events } = JSON.parse(require("node:fs").readFileSync(0));
		const { eventId, eventType, occurredAt: timestamp, data } = events.find((event) => event.eventType === "order.placed");
		console.log(JSON.stringify({ eventId, eventType, timestamp, data }));' > "$work/duplicate.json"
	publish "$work/duplicate.json" 50 "$id"
	await_backlog
	charges=$(operator "$(service 1)/gateway/charges?orderId=$id" | grep -o '"chargeId"' | wc -l)
	echo "duplicates the order.placed of $id 50 times more: charges: $charges"
	[ "$charges" -eq 1 ] || wrong "           should be 1"
}

await_backlog() {
	local end=$((SECONDS + wait))
	until operator "$(service 1)/actuator/backlog" | tr '{' '\n' | grep '"order.placed"' | grep -q '"waiting":0' ||
		[ "$SECONDS" -ge "$end" ]; do sleep 1; done
}

# publish <file> <times> [key]
publish() {
	command -v node > /dev/null && command -v npm > /dev/null || refuse "--mix $mix needs Node.js and npm"
	[ -d $node_client/node_modules ] || npm --prefix $node_client install --no-package-lock --no-audit --no-fund --silent
	local name=kafka
	case $broker in amqp://*) name=rabbit ;; esac
	node $node_client/publish.js --broker $name --url "$broker" --topic order.placed --file "$1" --times "$2" --key "${3:-}"
}

# service <n>: the address of the n-th service after order-service
service() { echo "${base%:*}:$((${base##*:} + $1))"; }

operator() { curl -fsS --max-time 10 -u "operator:$OPERATOR_PASSWORD" "$@"; }

summary() {
	local orders
	orders=$(cut -d ' ' -f 3 "$work/accepted" | sort -u | wc -l)
	echo "requests   $(cat "$work"/{accepted,refused} | wc -l): $(wc -l < "$work/accepted") accepted as $orders orders, $(wc -l < "$work/refused") refused"
	cut -c 1-200 "$work/refused" | sort | uniq -c | sed 's/^/          /'
	cut -d ' ' -f 2 "$work/ended" | sort | uniq -c | awk '{ printf "%-10s %d\n", tolower($2), $1 }'
	grep -qvE '^(429|503) ' "$work/refused" && wrong "wrong      refused, though nothing was wrong with it"
	awk '$1 != $2 { print "wrong      " $3 " should be " $1 " and is " $2 }' "$work/ended" | tee -a "$work/wrong"
	awk '{ print "wrong      " $2 " is still under way" }' "$work/open" | tee -a "$work/wrong"
	cut -d ' ' -f 1,3 "$work/accepted" | sort -u | cut -d ' ' -f 1 | uniq -d | sed 's/^/wrong      more than one order for /' | tee -a "$work/wrong"
	[ ! -s "$work/wrong" ] || exit 1
	echo "everything ended as it had to"
}

main "$@"
