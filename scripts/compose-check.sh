#!/usr/bin/env bash
# Shows that docker-compose.yml works: starts the shop in containers, buys, scales, and takes everything away again.
#   scripts/compose-check.sh [rabbit] [kafka]        (both, if none is named)
# Its compose project is ticket-rail-check, so the data of a shop that you keep are safe; the ports are the same, so
# that shop must be stopped.
set -euo pipefail
cd "$(dirname "$0")/.."
export COMPOSE_PROJECT_NAME=ticket-rail-check
logs=target/compose-check
mkdir -p $logs

main() {
	[ $# -gt 0 ] || set -- rabbit kafka
	trap finish EXIT
	for BROKER in "$@"; do
		export BROKER
		clean
		check
		clean
	done
}

check() {
	up
	for port in 8081 8082 8083 8084 8085 8086; do
		expect "localhost:$port is ready" '"status":"UP"' "http://localhost:$port/actuator/health/readiness"
	done
	buy

	up --scale email-service=3
	[ "$(docker compose ps --quiet email-service | wc -l)" -eq 3 ] || fail "not three email-services"
	buy

	local service
	for service in order-service email-service email-door; do
		[ "$(docker compose exec -T $service id -u)" != 0 ] || fail "$service runs as root"
	done
	say "no service runs as root"
	for service in order-service payment-service email-service inventory-service shipping-service analytics-service; do
		docker compose exec -T $service grep -qF /service/service.aot /proc/1/maps || fail "$service has no AOT cache"
	done
	say "services start from their AOT caches"
	local containers
	containers=$(docker compose ps --quiet)
	docker stats --no-stream --format '{{.Name}} {{.MemUsage}}' $containers
	docker inspect --format '{{.RestartCount}} {{.State.OOMKilled}} {{.Name}}' $containers | grep -v '^0 false' && fail "died on the way"
	say "every container lives within its memory limit"
	[ "$(limits order-service) $(limits shipping-service)" = "1024 1073741824 128 536870912" ] ||
		fail "order-service does not go first: $(limits order-service), others $(limits shipping-service)"
	say "order-service goes first"
}

limits() {
	docker inspect --format '{{.HostConfig.CpuShares}} {{.HostConfig.Memory}}' "$(docker compose ps --quiet "$1")"
}

up() {
	say "docker compose up $*"
	docker compose up --detach --build --wait --wait-timeout 900 "$@" > "$logs/up-$BROKER.log" 2>&1 ||
		{ tail -n 40 "$logs/up-$BROKER.log"; fail "docker compose up"; }
}

buy() {
	local order
	order=$(curl -fsS -H 'Content-Type: application/json' http://localhost:8081/orders -d '{
		"customer": { "name": "Ada Smith", "email": "ada@example.com" },
		"items": [ { "productId": "PROD-001", "quantity": 2 }, { "productId": "PROD-042", "quantity": 1 } ],
		"shippingAddress": { "street": "123 Main St", "city": "London", "postcode": "EC1A 1BB" } }' |
		grep -oE '"orderId":"[^"]*"' | cut -d '"' -f 4)
	expect "$order is shipped" '"status":"SHIPPED"' "http://localhost:8081/orders/$order"
	expect "$order was mailed" "$order" "http://localhost:8083/emails?orderId=$order"
	expect "$order is in the reports" 'order.shipped' "http://localhost:8086/orders/$order/timeline"
}

# expect <what it means> <text> <url>: the text is in the answer within two minutes
expect() {
	local end=$((SECONDS + 120)) answer
	until answer=$(curl --fail-with-body -sS --max-time 10 "$3" 2>&1) && grep -qF "$2" <<< "$answer"; do
		[ $SECONDS -lt $end ] || { echo "$3: $answer"; fail "$1"; }
		sleep 1
	done
	say "$1"
}

say() { printf '[%4ds] %s: %s\n' $SECONDS "${BROKER:-compose}" "$*"; }

fail() { say "FAILED: $*"; exit 1; }

clean() { docker compose --profile '*' down --volumes --remove-orphans > "$logs/down.log" 2>&1; }

finish() {
	local status=$?
	if [ $status -ne 0 ]; then
		docker compose ps --all || true
		docker compose logs --no-color > "$logs/containers-$BROKER.log" 2>&1 || true
		say "the containers' logs are in $logs/containers-$BROKER.log"
		clean || true
	fi
}

main "$@"
