package dev.ticketrail.defaults;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with nothing of its own but a controller that goes wrong in every way. */
@SpringBootApplication
class ShelfApplication {

}
