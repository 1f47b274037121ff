# One file for the six services: docker build --build-arg SERVICE=order-service --build-arg PORT=8081 .
# Needs no JDK and no Maven outside. The build stage does not depend on SERVICE, so six images are one Maven run.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 <<EOT
	set -e
	services="order-service payment-service email-service inventory-service shipping-service analytics-service"
	mvn -B -ntp -Dmaven.test.skip -pl "$(echo $services | tr ' ' ',')" -am package
	for service in $services; do
		java -Djarmode=tools -jar $service/target/$service.jar \
			extract --layers --application-filename service.jar --destination /services/$service
	done
EOT


# What every service runs on: the least often changed layers first, and nothing that it could write to.
FROM eclipse-temurin:25-jre AS service
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin ticketrail
WORKDIR /service

ARG SERVICE
ARG PORT
ENV SERVER_PORT=$PORT
EXPOSE $PORT
COPY --from=build /services/$SERVICE/dependencies/ ./
COPY --from=build /services/$SERVICE/spring-boot-loader/ ./
COPY --from=build /services/$SERVICE/snapshot-dependencies/ ./
COPY --from=build /services/$SERVICE/application/ ./
# How the JVM runs, and how the training run below does: an AOT cache is valid only for the flags that it was recorded with.
COPY <<EOT jvm.options
# The container's memory is 40 % heap; a service needs some 230 MB beside it, for classes, code, threads and buffers.
-XX:MaxRAMPercentage=40
# The cache brings objects along, and a JVM whose first heap has no room for them does not start.
-Xms48m
-XX:+UseSerialGC
-XX:+UseCompactObjectHeaders
-XX:+ExitOnOutOfMemoryError
--enable-native-access=ALL-UNNAMED
-XX:+UnlockDiagnosticVMOptions
# The cache stays where it was made for: moved, it would need another 60 MB.
-XX:ArchiveRelocationMode=0
# Not recorded: profiles of methods, 15 MB of each service's memory, and machine code, which suits the CPU that built the image.
-XX:-AOTRecordTraining
-XX:-AOTAdapterCaching
-XX:-AOTStubCaching
EOT
# The JVM keeps what a start needs, classes read and linked, for both brokers: half of a start's CPU time. Recorded here
# because it is valid for this JVM only, and where the jars stay. Ends with 0 also where it could not write the cache.
RUN --mount=type=tmpfs,target=/tmp \
	java @jvm.options -Xmx256m -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput=service.aot -Xlog:aot*=error -cp service.jar \
		dev.ticketrail.defaults.TrainingRun rabbit kafka && \
	test -s service.aot -a ! -e service.aot.config
USER ticketrail

# Readiness, asked by bash itself: the official image has no curl. (JSON: no tabs within the text.)
HEALTHCHECK --interval=10s --timeout=10s --retries=6 --start-period=900s --start-interval=5s CMD ["bash", "-c", "\
  exec 3<> /dev/tcp/127.0.0.1/$SERVER_PORT && \
  printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && \
  read -r _ status _ <&3 && [ $status = 200 ]"]

# JAVA_TOOL_OPTIONS is left to whoever runs it.
ENV MALLOC_ARENA_MAX=2
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=service.aot", "-jar", "service.jar"]


# email-service runs as many times as --scale says, and a port of this machine belongs to one container only: the
# others' way in. Each connection goes to the next instance, as Docker's name server lists them.
FROM eclipse-temurin:25-jre AS email-door
RUN apt-get update && apt-get install -y --no-install-recommends socat && rm -rf /var/lib/apt/lists/*
USER nobody
ENTRYPOINT ["socat", "TCP-LISTEN:8083,fork,reuseaddr", "TCP:email-service:8083"]
