package dev.ticketrail.defaults;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

@Component
@Endpoint(id = "shelves")
class ShelvesEndpoint {

	@ReadOperation
	Map<String, Object> list(@Nullable Integer page) {
		return Map.of("page", String.valueOf(page));
	}

	@WriteOperation
	Map<String, Object> change(@Selector long id, int copies) {
		return Map.of("id", id, "copies", copies);
	}

}
