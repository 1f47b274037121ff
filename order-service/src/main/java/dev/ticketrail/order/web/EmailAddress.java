package dev.ticketrail.order.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that every mail server takes: ASCII, one at-sign, no quotes, no
 * comments. Not promised: that somebody reads what is sent there.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailAddress.Validator.class)
@interface EmailAddress {

	String message() default "must be an e-mail address such as ada@example.com";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	class Validator implements ConstraintValidator<EmailAddress, String> {

		private static final int LONGEST = 254;

		private static final int LONGEST_LOCAL_PART = 64;

		private static final Pattern SYNTAX = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*@"
				+ "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?" + "(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*");

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text != null && text.length() <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL_PART
					&& SYNTAX.matcher(text).matches();
		}

	}

}
