package dev.ticketrail.order;

import java.util.List;

import org.springframework.data.repository.Repository;

/** All products. They change by migration, not by this service. */
interface Products extends Repository<Product, String> {

	List<Product> findAllByOrderById();

}
