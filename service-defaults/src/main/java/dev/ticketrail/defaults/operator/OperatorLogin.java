package dev.ticketrail.defaults.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Knows one user. The password is not hashed: it comes from the environment in clear
 * text, is stored nowhere, and hashing it slowly would cost every scrape of the metrics a
 * tenth of a second. It is compared in constant time.
 */
class OperatorLogin implements AuthenticationManager {

	static final String NAME = "operator";

	static final String ROLE = "OPERATOR";

	private final byte[] password;

	OperatorLogin(String password) {
		this.password = password.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		if (!NAME.equals(attempt.getName()) || !MessageDigest.isEqual(this.password, presented(attempt))) {
			throw new BadCredentialsException("wrong name or password");
		}
		return UsernamePasswordAuthenticationToken.authenticated(NAME, null,
				AuthorityUtils.createAuthorityList("ROLE_" + ROLE));
	}

	private static byte[] presented(Authentication attempt) {
		return String.valueOf(attempt.getCredentials()).getBytes(StandardCharsets.UTF_8);
	}

}
