package dev.ticketrail.defaults.problem;

import dev.ticketrail.defaults.json.StorableText;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Problems for all who answer, from the outside to the inside: Tomcat, Spring Security's
 * firewall, our filter, {@code /error}, Spring MVC.
 */
@AutoConfiguration(before = { WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class })
@EnableConfigurationProperties(HttpSettings.class)
@Import({ ProblemAdvice.class, EmptyRefusalAdvice.class, ProblemErrorController.class })
class ProblemAutoConfiguration {

	@Bean
	ProblemWriter problemWriter() {
		return new ProblemWriter();
	}

	/** Innermost of the host's valves, so that it reports before Tomcat's own does. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(ProblemWriter problems) {
		return (tomcat) -> tomcat.addContextCustomizers(
				(context) -> context.getParent().getPipeline().addValve(new ProblemReportValve(problems)));
	}

	/** What PostgreSQL cannot store must not come in by a parameter either. */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues(StorableText::is);
		return firewall;
	}

	@Bean
	RequestRejectedHandler rejectedRequestsAreProblems(ProblemWriter problems) {
		return (_, response, _) -> problems.write(response, HttpStatus.BAD_REQUEST, ProblemHints.REJECTED);
	}

	@Bean
	BodyCheck bodyCheck(HttpSettings settings, ProblemWriter problems) {
		return new BodyCheck(settings.maxBodySize(), problems);
	}

}
