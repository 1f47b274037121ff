package dev.ticketrail.order.web;

import java.math.BigDecimal;
import java.util.List;

import dev.ticketrail.order.Catalogue;
import dev.ticketrail.order.Product;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductController {

	private final Catalogue catalogue;

	ProductController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping("/products")
	List<ProductView> products() {
		return this.catalogue.products().stream().map(ProductView::of).toList();
	}

	record ProductView(String productId, String name, BigDecimal price, String currency) {

		private static ProductView of(Product product) {
			return new ProductView(product.id(), product.name(), product.price(), Product.CURRENCY);
		}

	}

}
