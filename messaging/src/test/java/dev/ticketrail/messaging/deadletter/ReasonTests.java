package dev.ticketrail.messaging.deadletter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonTests {

	@Test
	void rowThatBreaksARuleIsNotQuoted() {
		String reason = Reason.of(new IllegalStateException("""
				could not execute statement [ERROR: new row for relation "users" violates check constraint "users_check"
				  Detail: Failing row contains (USR-1, Ada Smith, ada@example.com).] [insert into users]"""));
		assertThat(reason).contains("users_check").doesNotContain("Ada", "example.com").endsWith("[insert into users]");
	}

	@Test
	void itIsOneLineAndNotEndless() {
		assertThat(Reason.of(new IllegalStateException("first\n\tsecond\u0000third"))).isEqualTo("first second third");
		assertThat(Reason.of(new IllegalStateException("x".repeat(10_000)))).hasSize(500);
		assertThat(Reason.of(new IllegalStateException())).isEqualTo("IllegalStateException");
	}

}
