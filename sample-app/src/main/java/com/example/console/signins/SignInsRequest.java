package com.example.console.signins;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.StringUtils;

import com.scalekit.spring.client.authenticationlogs.AuthenticationLogQuery;
import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest.Status;

/**
 * Which sign-ins to show. All of it is in the address, so it can be kept as a bookmark.
 *
 * @param email the e-mail address of who signs in, empty for all
 * @param status how it ended, {@code null} for all
 * @param until the last day, in UTC, {@code null} for today
 * @param page the token of the page, {@code null} for the first one
 */
record SignInsRequest(String email, @Nullable Status status, @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
		@Nullable String page) {

	SignInsRequest {
		email = TextField.valueOf(email);
		status = (status != Status.UNKNOWN) ? status : null;
		page = StringUtils.hasText(page) ? page : null;
	}

	AuthenticationLogQuery toQuery() {
		AuthenticationLogQuery query = AuthenticationLogQuery.any();
		query = this.email.isEmpty() ? query : query.withEmail(this.email);
		query = (this.status == null) ? query : query.withStatus(this.status);
		return (this.until == null) ? query : query.withEndTime(endOf(this.until));
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
	}

}
