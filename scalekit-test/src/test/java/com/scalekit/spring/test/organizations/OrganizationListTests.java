package com.scalekit.spring.test.organizations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationListTests {

	private static final String PATH = "/api/v1/organizations";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void emptyList() {
		ResponseAssert.assertThat(this.client.get(PATH)).hasJson(200, """
				{ "next_page_token": "", "organizations": [], "prev_page_token": "", "total_size": 0 }
				""");
	}

	@Test
	void listsInOrderOfCreation() {
		List<String> ids = add(3);
		JsonNode page = this.client.get(PATH).json();
		assertThat(ids(page)).isEqualTo(ids);
		assertThat(page.get("total_size").isIntegralNumber()).isTrue();
		assertThat(page.get("total_size").intValue()).isEqualTo(3);
		assertThat(page.at("/organizations/0")).isEqualTo(this.client.get(PATH + "/" + ids.get(0)).organization());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?page_size=0", "?page_size=", "?page_token=", "?unknown=1" })
	void pageHasTenEntriesByDefault(String query) {
		List<String> ids = add(11);
		JsonNode page = this.client.get(PATH + query).json();
		assertThat(ids(page)).isEqualTo(ids.subList(0, 10));
		assertThat(page.get("next_page_token").stringValue()).isNotEmpty();
		assertThat(page.get("prev_page_token").stringValue()).isEmpty();
	}

	@Test
	void pageSizeIsNotBoundToTheDocumentedRange() {
		List<String> ids = add(101);
		assertThat(ids(this.client.get(PATH + "?page_size=1").json())).isEqualTo(ids.subList(0, 1));
		assertThat(ids(this.client.get(PATH + "?page_size=101").json())).isEqualTo(ids);
		assertThat(ids(this.client.get(PATH + "?page_size=4294967295").json())).isEqualTo(ids);
	}

	@Test
	void walksForwardAndBack() {
		List<String> ids = add(7);
		JsonNode first = page(3, "");
		JsonNode second = page(3, first.get("next_page_token").stringValue());
		JsonNode third = page(3, second.get("next_page_token").stringValue());
		assertThat(ids(first)).isEqualTo(ids.subList(0, 3));
		assertThat(ids(second)).isEqualTo(ids.subList(3, 6));
		assertThat(ids(third)).isEqualTo(ids.subList(6, 7));
		assertThat(third.get("next_page_token").stringValue()).isEmpty();
		assertThat(third.get("total_size").intValue()).isEqualTo(7);
		JsonNode back = page(3, third.get("prev_page_token").stringValue());
		assertThat(back).isEqualTo(second);
		assertThat(page(3, back.get("prev_page_token").stringValue())).isEqualTo(first);
	}

	@Test
	void lastFullPageHasNoSuccessor() {
		add(4);
		assertThat(page(4, "").get("next_page_token").stringValue()).isEmpty();
	}

	@Test
	void deletesNeitherSkipNorRepeat() {
		List<String> ids = add(6);
		JsonNode first = page(2, "");
		this.client.delete(PATH + "/" + ids.get(0));
		this.client.delete(PATH + "/" + ids.get(1));
		this.client.delete(PATH + "/" + ids.get(3));
		JsonNode second = page(2, first.get("next_page_token").stringValue());
		assertThat(ids(second)).containsExactly(ids.get(2), ids.get(4));
		assertThat(second.get("prev_page_token").stringValue()).isEmpty();
		assertThat(second.get("total_size").intValue()).isEqualTo(3);
	}

	@Test
	void updatesKeepTheOrder() {
		List<String> ids = add(3);
		this.client.patch(PATH + "/" + ids.get(0), "{\"display_name\":\"Renamed\"}");
		assertThat(ids(page(3, ""))).isEqualTo(ids);
	}

	@Test
	void pageBehindTheEndIsEmpty() {
		List<String> ids = add(2);
		String token = page(1, "").get("next_page_token").stringValue();
		this.client.delete(PATH + "/" + ids.get(1));
		assertThat(page(1, token)).isEqualTo(TestClient.json("""
				{ "next_page_token": "", "organizations": [], "prev_page_token": "", "total_size": 1 }
				"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "ten", "1.5", "4294967296", "1&page_size=2" })
	void wrongPageSizeIsInvalid(String pageSize) {
		ResponseAssert.assertThat(this.client.get(PATH + "?page_size=" + pageSize)).isError(400, 3, "INVALID_ARGUMENT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "garbage", "bnVsbA==", "eyJvZmZzZXQiOjF9", "%00" })
	void wrongPageTokenIsInvalid(String pageToken) {
		ResponseAssert.assertThat(this.client.get(PATH + "?page_token=" + pageToken))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void filtersByExactExternalId() {
		this.server.organizations().add("Acme", "a+b c/ä&=");
		this.server.organizations().add("Other", "a");
		JsonNode page = this.client.get(PATH + "?external_id=a%2Bb+c%2F%C3%A4%26%3D").json();
		assertThat(page.get("organizations").size()).isEqualTo(1);
		assertThat(page.at("/organizations/0/display_name").stringValue()).isEqualTo("Acme");
		assertThat(page.get("total_size").intValue()).isEqualTo(1);
		assertThat(page.get("next_page_token").stringValue()).isEmpty();
		ResponseAssert.assertThat(this.client.get(PATH + "?external_id=A")).hasJson(200, """
				{ "next_page_token": "", "organizations": [], "prev_page_token": "", "total_size": 0 }
				""");
	}

	private List<String> add(int count) {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ids.add(this.server.organizations().add("Organization " + i));
		}
		return ids;
	}

	private JsonNode page(int size, String token) {
		return this.client
			.get(PATH + "?page_size=%d&page_token=%s".formatted(size, URLEncoder.encode(token, StandardCharsets.UTF_8)))
			.json();
	}

	private static List<String> ids(JsonNode page) {
		return page.get("organizations").valueStream().map((node) -> node.get("id").stringValue()).toList();
	}

}
