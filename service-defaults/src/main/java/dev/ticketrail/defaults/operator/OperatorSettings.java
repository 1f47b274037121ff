package dev.ticketrail.defaults.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the operator's login.
 *
 * @param password none: a random one is made at start and logged once
 * @param paths what only the operator may do besides {@code /actuator}, each a method and
 * a path pattern: {@code POST /stock/*}{@code /restock}
 */
@ConfigurationProperties("ticketrail.operator")
record OperatorSettings(@Nullable String password, @DefaultValue List<String> paths) {

}
