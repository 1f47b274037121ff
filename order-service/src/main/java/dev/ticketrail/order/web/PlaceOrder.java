package dev.ticketrail.order.web;

import java.util.List;

import dev.ticketrail.order.NewOrder;
import dev.ticketrail.order.ShippingAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The body of {@code POST /orders}. Either {@code userId} or {@code customer}, not both.
 * Fields that are not here, such as a price, are ignored.
 */
record PlaceOrder(@Nullable @Pattern(regexp = ID, message = ID_MESSAGE) String userId, @Nullable @Valid Person customer,
		@NotNull(message = "must list what is ordered") @Size(min = 1, max = 100,
				message = "must have 1 to 100 lines") List<@NotNull @Valid Line> items,
		@NotNull(message = "must have street, city and postcode") @Valid Address shippingAddress,
		@Nullable @Pattern(regexp = "pm_[A-Za-z0-9_]{1,64}",
				message = "must be the payment gateway's token, such as pm_card_visa") String paymentMethod) {

	private static final String ID = "[A-Za-z0-9_-]{1,40}";

	private static final String ID_MESSAGE = "must be an id: 1 to 40 letters, digits, - and _";

	NewOrder toNewOrder() {
		return new NewOrder(who(), this.items.stream().map(Line::toItem).toList(),
				this.shippingAddress.toShippingAddress(), this.paymentMethod);
	}

	private NewOrder.Customer who() {
		if (this.userId != null && this.customer == null) {
			return new NewOrder.KnownUser(this.userId);
		}
		if (this.customer != null && this.userId == null) {
			return new NewOrder.Guest(this.customer.name(), this.customer.email());
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
				"Send either the userId of a known user or a customer with name and email");
	}

	record Line(@NotNull(message = ID_MESSAGE) @Pattern(regexp = ID, message = ID_MESSAGE) String productId,
			@Min(value = 1, message = "must be at least 1") @Max(value = 1_000_000,
					message = "must be at most 1000000") int quantity) {

		private NewOrder.Item toItem() {
			return new NewOrder.Item(this.productId, this.quantity);
		}

	}

	record Address(@ShortText String street, @ShortText String city, @ShortText String postcode) {

		private ShippingAddress toShippingAddress() {
			return new ShippingAddress(this.street, this.city, this.postcode);
		}

	}

}
