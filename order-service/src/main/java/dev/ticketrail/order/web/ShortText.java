package dev.ticketrail.order.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A name or a line of an address, in any script: 1 to 200 characters, not blank, no
 * control characters, line breaks or halves of characters.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ShortText.Validator.class)
@interface ShortText {

	String message() default "must have 1 to 200 characters, not only spaces and no control characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	class Validator implements ConstraintValidator<ShortText, String> {

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text != null && text.length() <= 200 && !text.isBlank()
					&& text.codePoints().noneMatch(Validator::isUnprintable);
		}

		private static boolean isUnprintable(int codePoint) {
			return switch (Character.getType(codePoint)) {
				case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
					true;
				default -> false;
			};
		}

	}

}
