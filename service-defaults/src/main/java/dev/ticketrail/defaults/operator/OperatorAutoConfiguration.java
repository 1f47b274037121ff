package dev.ticketrail.defaults.operator;

import java.security.SecureRandom;
import java.util.HexFormat;

import dev.ticketrail.defaults.problem.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.util.StringUtils;

/**
 * HTTP Basic for the operator. Everything is open but {@code /actuator} (of which health
 * and info are open too) and the paths a service names. Who may not is told so before a
 * byte of the body is read.
 */
@AutoConfiguration(before = { ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class })
@EnableConfigurationProperties(OperatorSettings.class)
class OperatorAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(OperatorAutoConfiguration.class);

	@Bean
	AuthenticationManager operatorLogin(OperatorSettings settings) {
		String password = settings.password();
		if (!StringUtils.hasText(password)) {
			password = HexFormat.of().formatHex(new SecureRandom().generateSeed(12));
			logger.warn("OPERATOR_PASSWORD is not set. The operator's password until the next start: {}", password);
		}
		return new OperatorLogin(password);
	}

	/**
	 * No span and no timer for each filter of the chain: they cost a request more than
	 * the filters do.
	 */
	@Bean
	SecurityObservationSettings requestsOnly() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityFilterChain operatorPaths(HttpSecurity http, AuthenticationManager login, OperatorSettings settings,
			ProblemWriter problems) {
		return http.authenticationManager(login).authorizeHttpRequests((requests) -> {
			requests.requestMatchers(ForeignPage::asks).denyAll();
			requests.requestMatchers("/actuator/health/**", "/actuator/info").permitAll();
			requests.requestMatchers("/actuator/**").hasRole(OperatorLogin.ROLE);
			settings.paths()
				.stream()
				.map(ProtectedPath::parse)
				.forEach((path) -> requests.requestMatchers(path).hasRole(OperatorLogin.ROLE));
			requests.anyRequest().permitAll();
		})
			.httpBasic((basic) -> basic.authenticationEntryPoint(askForLogin(problems)))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(askForLogin(problems))
				.accessDeniedHandler(refuse(problems)))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// No session and no cookie to ride on. A browser that remembers the
			// operator's password is covered by ForeignPage.
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	private static AuthenticationEntryPoint askForLogin(ProblemWriter problems) {
		return (_, response, _) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"operator\", charset=\"UTF-8\"");
			problems.write(response, HttpStatus.UNAUTHORIZED,
					"Only the operator may do this: send HTTP Basic with the user \"operator\" and OPERATOR_PASSWORD.");
		};
	}

	private static AccessDeniedHandler refuse(ProblemWriter problems) {
		return (_, response, _) -> problems.write(response, HttpStatus.FORBIDDEN,
				"A page of another site may not do this: call it from this service's own pages or from a program.");
	}

}
