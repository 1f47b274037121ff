package dev.ticketrail.payment.simulator.web;

import java.math.BigDecimal;
import java.util.List;

import dev.ticketrail.payment.simulator.Behaviour;
import dev.ticketrail.payment.simulator.Ledger;
import dev.ticketrail.payment.simulator.Ledger.Status;
import dev.ticketrail.payment.simulator.Simulated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulated gateway's own desk, for the operator. Not there when Stripe is. */
@RestController
@RequestMapping("/gateway")
@Conditional(Simulated.class)
@Tag(name = "Simulated payment gateway")
class GatewayController {

	private final Ledger ledger;

	GatewayController(Ledger ledger) {
		this.ledger = ledger;
	}

	@Operation(summary = "What the gateway has charged for an order")
	@GetMapping("/charges")
	List<ChargeResponse> charges(@RequestParam String orderId) {
		return this.ledger.chargesOf(orderId).stream().map(ChargeResponse::of).toList();
	}

	@Operation(summary = "Tells the gateway to be slow, to fail, or to time out after charging",
			description = "Holds for every instance of payment-service, until told otherwise.")
	@PutMapping("/behaviour")
	Behaviour behave(@Valid @RequestBody Behaviour behaviour) {
		this.ledger.behave(behaviour);
		return this.ledger.behaviour();
	}

	record ChargeResponse(String chargeId, String orderId, BigDecimal amount, String currency, Status status,
			String idempotencyKey) {

		private static ChargeResponse of(Ledger.Charge charge) {
			return new ChargeResponse(charge.chargeId(), charge.orderId(), charge.amount(), charge.currency(),
					charge.status(), charge.idempotencyKey());
		}

	}

}
