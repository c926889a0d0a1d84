package com.scalekit.spring.client.contracts;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.NonIdempotent;
import com.scalekit.spring.client.permissions.CreatePermission;
import com.scalekit.spring.client.permissions.Permission;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each way in which a contract may differ from the API is found.
 */
class NonconformingContractsTests {

	@Test
	void unknownRequest() {
		assertViolations(UnknownRequest.class,
				"UnknownRequest.get makes the unknown request GET /api/v1/permission/{name}");
	}

	@Test
	void otherVerb() {
		assertViolations(OtherVerb.class,
				"OtherVerb.update makes the unknown request PATCH /api/v1/permissions/{name}");
	}

	@Test
	void queryParameters() {
		assertViolations(QueryParameters.class,
				"QueryParameters.list has the query parameters [page_size, page_token, types], and the API [page_size, page_token, type]");
	}

	@Test
	void missingBody() {
		assertViolations(MissingBody.class, "MissingBody.create has no body, unlike the API",
				"MissingBody.create has the members of the body [], and the API [description, name]");
	}

	@Test
	void superfluousBody() {
		assertViolations(SuperfluousBody.class, "SuperfluousBody.delete has a body, unlike the API",
				"SuperfluousBody.delete has the members of the body [force], and the API []");
	}

	@Test
	void memberOfBody() {
		assertViolations(MemberOfBody.class,
				"MemberOfBody.update has the members of the body [description, title], and the API [description, name]");
	}

	@Test
	void typeOfMember() {
		assertViolations(TypeOfMember.class, "TypeOfMember.create may leave out name of the body, which is required",
				"TypeOfMember.create sends description as true where str is expected",
				"TypeOfMember.create sends name as ARRAY, unlike the API");
	}

	@Test
	void envelope() {
		assertViolations(Envelope.class, "Envelope.create reads permissions, which the API does not send");
	}

	@Test
	void noResult() {
		assertViolations(NoResult.class, "NoResult.create returns nothing, unlike the API");
	}

	@Test
	void membersOfResult() {
		assertViolations(MembersOfResult.class,
				"MembersOfResult.get has the members of Result [create_time, description, id, names, update_time], "
						+ "and the API [create_time, description, id, is_scalekit_permission, name, update_time]",
				"MembersOfResult.get reads create_time as String where ts is expected");
	}

	@Test
	void constantsOfEnum() {
		assertViolations(ConstantsOfEnum.class,
				"ConstantsOfEnum.get reads verification_status as Status where VerificationStatus is expected");
	}

	@Test
	void retries() {
		assertViolations(Retries.class, "Retries.delete is marked as idempotent",
				"Retries.delete is marked as not idempotent or not, unlike the API");
	}

	private static void assertViolations(Class<?> contract, String... violations) {
		assertThat(new Conformance().check(List.of(contract)).violations()).containsExactlyInAnyOrder(violations);
	}

	@HttpExchange("/api/v1")
	interface UnknownRequest {

		@GetExchange("/permission/{name}")
		Permission get(@PathVariable String name);

	}

	@HttpExchange("/api/v1")
	interface OtherVerb {

		@PatchExchange("/permissions/{name}")
		Permission update(@PathVariable String name);

	}

	@HttpExchange("/api/v1")
	interface QueryParameters {

		@GetExchange("/permissions")
		Page list(@RequestParam(name = "types", required = false) @Nullable String type,
				@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
				@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	}

	record Page(List<Permission> permissions, @Nullable String nextPageToken, @Nullable String prevPageToken,
			int totalSize) {
	}

	@HttpExchange("/api/v1")
	interface MissingBody {

		@PostExchange("/permissions")
		Permission create();

	}

	@HttpExchange("/api/v1")
	interface SuperfluousBody {

		@DeleteExchange("/permissions/{name}")
		void delete(@PathVariable String name, @BodyMember("force") boolean force);

	}

	@HttpExchange("/api/v1")
	interface MemberOfBody {

		@PutExchange("/permissions/{name}")
		Permission update(@PathVariable @BodyMember("title") String name,
				@BodyMember("description") String description);

	}

	@HttpExchange("/api/v1")
	interface TypeOfMember {

		@PostExchange("/permissions")
		Permission create(@RequestBody NonconformingRequest permission);

	}

	@HttpExchange("/api/v1")
	interface Envelope {

		@Enveloped("permissions")
		@PostExchange("/permissions")
		Permission create(@RequestBody CreatePermission permission);

	}

	@HttpExchange("/api/v1")
	interface NoResult {

		@PostExchange("/permissions")
		void create(@RequestBody CreatePermission permission);

	}

	@HttpExchange("/api/v1")
	interface MembersOfResult {

		@GetExchange("/permissions/{name}")
		Result get(@PathVariable String name);

	}

	@Enveloped("permission")
	record Result(String id, String names, String description, @Nullable String createTime,
			@Nullable Instant updateTime) {
	}

	@HttpExchange("/api/v1")
	interface ConstantsOfEnum {

		@GetExchange("/organizations/{organizationId}/domains/{id}")
		Domain get(@PathVariable String organizationId, @PathVariable String id);

	}

	@Enveloped("domain")
	record Domain(String id, String domain, String domainType, String organizationId, String environmentId,
			Status verificationStatus, String verificationMethod, @Nullable Instant createTime,
			@Nullable Instant updateTime) {
	}

	enum Status {

		PENDING, VERIFIED

	}

	@HttpExchange("/api/v1")
	interface Retries {

		@Idempotent
		@NonIdempotent
		@DeleteExchange("/permissions/{name}")
		void delete(@PathVariable String name);

	}

}
