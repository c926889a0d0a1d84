package com.scalekit.spring.webhooks;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.webhooks.EventSamples.Sample;
import com.scalekit.spring.webhooks.WebhookRefusedException.Reason;
import com.scalekit.spring.webhooks.events.ConnectedAccountEvent;
import com.scalekit.spring.webhooks.events.ConnectedAccountStatus;
import com.scalekit.spring.webhooks.events.DirectoryUserEvent;
import com.scalekit.spring.webhooks.events.DomainVerificationStatus;
import com.scalekit.spring.webhooks.events.EventMetadata;
import com.scalekit.spring.webhooks.events.MembershipEvent;
import com.scalekit.spring.webhooks.events.OrganizationDomainEvent;
import com.scalekit.spring.webhooks.events.OrganizationEvent;
import com.scalekit.spring.webhooks.events.RoleEvent;
import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.events.UnknownEvent;
import com.scalekit.spring.webhooks.events.UserAuthEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookDecoderTests {

	private final WebhookDecoder decoder = new WebhookDecoder();

	static Stream<Sample> samples() {
		return EventSamples.all();
	}

	@Test
	void allPublishedTypesAreKnown() {
		assertThat(samples().map(Sample::type)).hasSize(41)
			.containsExactlyInAnyOrderElementsOf(EventType.all().map(EventType::name).toList());
	}

	@Test
	void eachTypeHasItsOwnRecord() {
		List<Class<?>> records = new ArrayList<>();
		for (Class<?> group : ScalekitEvent.class.getPermittedSubclasses()) {
			if (group != UnknownEvent.class) {
				records.addAll(List.of(group.getPermittedSubclasses()));
			}
		}
		assertThat(ScalekitEvent.class.getPermittedSubclasses()).hasSize(12);
		assertThat(samples().<Class<?>>map((sample) -> decode(sample.payload()).getClass()))
			.containsExactlyInAnyOrderElementsOf(records);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eachMemberIsRead(Sample sample) throws ReflectiveOperationException {
		ScalekitEvent event = decode(sample.payload());
		assertThat(event.type()).isEqualTo(sample.type());
		assertSame(event.metadata(), sample.payload().deepCopy().remove(List.of("data")), "$");
		assertSame(event.getClass().getMethod("data").invoke(event), sample.payload().get("data"), "$.data");
	}

	private static void assertSame(@Nullable Object value, JsonNode json, String path)
			throws ReflectiveOperationException {
		if (value instanceof Record) {
			assertSameMembers(value, json, path);
		}
		else if (value instanceof List<?> list) {
			assertThat(list).as(path).hasSameSizeAs(json.valueStream().toList());
			for (int i = 0; i < list.size(); i++) {
				assertSame(list.get(i), json.get(i), path + "[" + i + "]");
			}
		}
		else if (value instanceof Map<?, ?> map) {
			assertThat(map.get("key")).as(path).isEqualTo("value");
			assertThat(map).hasToString("{key=value, nested={list=[1, true, null]}}");
		}
		else if (value instanceof Instant instant) {
			assertThat(instant).as(path).isEqualTo(Instant.parse(json.stringValue()));
		}
		else {
			assertThat(value).as(path).isNotNull();
			assertThat(value.toString()).as(path).isEqualTo(json.asString());
		}
	}

	private static void assertSameMembers(Object value, JsonNode json, String path)
			throws ReflectiveOperationException {
		List<String> names = new ArrayList<>();
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			String name = wireName(component);
			names.add(name);
			component.getAccessor().setAccessible(true);
			Object member = component.getAccessor().invoke(value);
			if (json.has(name)) {
				assertSame(member, json.get(name), path + "." + name);
			}
			else {
				assertThat(path + "." + name).isIn("$.organization_id", "$.display_name");
				assertThat(member).isNull();
			}
		}
		assertThat(names).as(path).containsAll(json.propertyNames());
	}

	private static String wireName(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value()
				: component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void whatIsNotRequiredMayBeMissing(Sample sample) throws ReflectiveOperationException {
		ScalekitEvent event = decode(sample.minimalPayload());
		assertThat(event.organizationId()).isNull();
		assertPromises(event.getClass().getMethod("data").invoke(event));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void whatIsNotRequiredMayBeNull(Sample sample) throws ReflectiveOperationException {
		ObjectNode payload = sample.payload().deepCopy();
		ObjectNode data = (ObjectNode) payload.get("data");
		data.propertyNames()
			.stream()
			.filter((name) -> !sample.requiredData().contains(name))
			.toList()
			.forEach(data::putNull);
		ScalekitEvent event = decode(payload);
		assertPromises(event.getClass().getMethod("data").invoke(event));
	}

	private static void assertPromises(Object data) throws ReflectiveOperationException {
		for (RecordComponent component : data.getClass().getRecordComponents()) {
			Object value = component.getAccessor().invoke(data);
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				assertThat(value).as(component.toString()).isNotNull();
			}
			if (value instanceof Record) {
				assertPromises(value);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void dataIsRequired(Sample sample) {
		assertUnreadable(sample, (payload) -> payload.remove("data"), "$.data");
		assertUnreadable(sample, (payload) -> payload.putNull("data"), "$.data");
		assertUnreadable(sample, (payload) -> payload.putArray("data").add("secret value"), "$.data");
		assertUnreadable(sample, (payload) -> payload.put("data", "secret value"), "$.data");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void dataOfAWrongShape(Sample sample) {
		String name = sample.requiredData().get(0);
		assertUnreadable(sample,
				(payload) -> ((ObjectNode) payload.get("data")).putArray(name).addObject().put("x", "secret value"),
				"$.data." + name);
		assertUnreadable(sample, (payload) -> ((ObjectNode) payload.get("data")).remove(name), "$.data." + name);
	}

	@ParameterizedTest
	@CsvSource({ "occurred_at, $.occurred_at" })
	void metadataIsRequired(String name, String path) {
		Sample sample = EventSamples.of("organization.created");
		assertUnreadable(sample, (payload) -> payload.remove(name), path);
		assertUnreadable(sample, (payload) -> payload.put(name, ""), path);
		assertUnreadable(sample, (payload) -> payload.put(name, "secret value"), path);
	}

	@Test
	void pathLeadsIntoLists() {
		assertUnreadable(EventSamples.of("organization.updated"), (payload) -> {
			ArrayNode features = (ArrayNode) payload.at("/data/settings/features");
			features.addObject().put("enabled", "secret value");
		}, "$.data.settings.features[1].enabled");
	}

	private void assertUnreadable(Sample sample, Consumer<ObjectNode> change, String path) {
		ObjectNode payload = sample.payload().deepCopy();
		change.accept(payload);
		assertThatExceptionOfType(WebhookUnreadableException.class).isThrownBy(() -> decode(payload))
			.withMessage("Event '%s' of type '%s' cannot be read at %s", payload.get("id").stringValue(), sample.type(),
					path)
			.withNoCause()
			.satisfies((ex) -> {
				assertThat(ex.getEventId()).isEqualTo(payload.get("id").stringValue());
				assertThat(ex.getEventType()).isEqualTo(sample.type());
				assertThat(ex.getPath()).isEqualTo(path);
			});
	}

	@Test
	void membership() {
		MembershipEvent.Created event = (MembershipEvent.Created) decode(
				EventSamples.of("user.organization_membership_created").payload());
		assertThat(event.user().email()).isEqualTo("zoë.müller@example.com");
		assertThat(event.organization().displayName()).isEqualTo("株式会社 Acme 🚀");
		assertThat(event.organization().externalId()).startsWith("external id");
		assertThat(event.environmentId()).startsWith("env_");
		assertThat(event.id()).startsWith("evt_");
	}

	@Test
	void session() {
		UserAuthEvent.Logout event = (UserAuthEvent.Logout) decode(EventSamples.of("user.logout").payload());
		assertThat(event.userSession().sessionId()).startsWith("ses_");
		assertThat(event.user().id()).startsWith("usr_");
	}

	@Test
	void statusBeforeAndAfter() {
		ConnectedAccountEvent.StatusUpdated event = (ConnectedAccountEvent.StatusUpdated) decode(
				EventSamples.of("connected_account.status_updated").payload());
		assertThat(event.data().status()).isEqualTo(ConnectedAccountStatus.DISCONNECTED);
		assertThat(event.data().oldStatus()).isEqualTo(ConnectedAccountStatus.ACTIVE);
	}

	@Test
	void roleThatExtendsAnother() {
		RoleEvent event = (RoleEvent) decode(EventSamples.of("role.created").payload());
		assertThat(event.data().baseRole()).startsWith("extends");
	}

	@Test
	void unknownType() {
		ScalekitEvent event = decode("""
				{"id":"evt_1","type":"rocket.launched","occurred_at":"2026-03-01T11:59:59.123456789Z",
				"data":{"b":1,"a":{"list":[null]},"c":null}}""");
		assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, (unknown) -> {
			assertThat(unknown.type()).isEqualTo("rocket.launched");
			assertThat(unknown.occurredAt()).isEqualTo(Instant.parse("2026-03-01T11:59:59.123456789Z"));
			assertThat(unknown.data()).hasToString("{b=1, a={list=[null]}, c=null}");
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> unknown.data().clear());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"data\":null", ",\"data\":{}" })
	void unknownTypeWithoutData(String data) {
		assertThat(decode("{\"id\":\"evt_1\",\"type\":\"x.y\",\"occurred_at\":\"2026-03-01T11:59:59Z\"" + data + "}"))
			.isEqualTo(new UnknownEvent(
					new EventMetadata("", "evt_1", "x.y", "", Instant.parse("2026-03-01T11:59:59Z"), "", null, null),
					Map.of()));
	}

	@Test
	void unknownMembersAndConstants() {
		ObjectNode payload = EventSamples.of("organization.domain_created").payload().deepCopy();
		payload.putObject("new_member").put("x", 1);
		((ObjectNode) payload.get("data")).put("new_member", 1).put("verification_status", "PENDING_REVIEW");
		assertThat(decode(payload)).isInstanceOfSatisfying(OrganizationDomainEvent.Created.class,
				(event) -> assertThat(event.data().verificationStatus()).isEqualTo(DomainVerificationStatus.UNKNOWN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"verified\"", "\"VERIFIED\"" })
	void constantInAnyCase(String constant) {
		assertThat(verificationStatus(constant)).isEqualTo(DomainVerificationStatus.VERIFIED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "\"\"", "null" })
	void constantThatIsNone(String constant) {
		assertThat(verificationStatus(constant)).isEqualTo(DomainVerificationStatus.UNKNOWN);
	}

	private DomainVerificationStatus verificationStatus(String constant) {
		return ((OrganizationDomainEvent) decode("""
				{"id":"evt_1","type":"organization.domain_deleted","occurred_at":"2026-03-01T11:59:59Z",
				"data":{"id":"dom_1","verification_status":%s}}""".formatted(constant))).data().verificationStatus();
	}

	@Test
	void emptyAndMissingValues() {
		OrganizationEvent event = (OrganizationEvent) decode("""
				{"id":"evt_1","type":"organization.created","occurred_at":"2026-03-01T11:59:59Z","organization_id":"",
				"data":{"id":"org_1","external_id":"","metadata":null,"settings":{"features":null}}}""");
		assertThat(event.organizationId()).isNull();
		assertThat(event.data().externalId()).isNull();
		assertThat(event.data().metadata()).isEmpty();
		assertThat(event.data().settings().features()).isEmpty();
		assertThat(event.data().displayName()).isEmpty();
	}

	@Test
	void listsHaveNoNullElements() {
		DirectoryUserEvent event = (DirectoryUserEvent) decode("""
				{"id":"evt_1","type":"organization.directory.user_created","occurred_at":"2026-03-01T11:59:59Z",
				"data":{"id":"diruser_1","groups":[null,{"name":"Staff"}],"roles":null}}""");
		assertThat(event.data().groups()).singleElement().satisfies((group) -> assertThat(group.id()).isNull());
		assertThat(event.data().roles()).isEmpty();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> event.data().groups().clear());
	}

	@Test
	void byteOrderMark() {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(new byte[] { (byte) 0xef, (byte) 0xbb, (byte) 0xbf });
		body.writeBytes(Deliveries.event("evt_1"));
		assertThat(this.decoder.decode(body.toByteArray()).id()).isEqualTo("evt_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1" })
	void otherCharset(String charset) {
		String json = new String(Deliveries.event("evt_1"), StandardCharsets.UTF_8).replace("role_1", "röle");
		assertRefused(json.getBytes(Charset.forName(charset)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "[]", "null", "{}", "1", "\"text\"", "{", "{\"id\":\"evt_1\"}",
			"{\"type\":\"role.created\"}", "{\"id\":1,\"type\":\"role.created\"}",
			"{\"id\":\"\",\"type\":\"role.created\"}", "{\"id\":\"evt_1\",\"type\":\" \"}",
			"{\"id\":\"evt_1\",\"type\":null}", "{\"id\":\"evt_1\\nERROR forged\",\"type\":\"role.created\"}",
			"{\"id\":\"evt_1\",\"type\":\"a\\u0000\"}", "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"role.created\"}",
			"{\"id\":\"evt_1\",\"type\":\"x\"} trailing", "{\"id\":\"evt_1\",\"type\":\"x\"}{}",
			"{'id':'evt_1','type':'x'}", "{\"id\":\"evt_1\",\"type\":\"x\",}",
			"{\"id\":\"evt_1\",\"type\":\"x\",\"n\":NaN}" })
	void bodyThatIsNoEvent(String body) {
		assertRefused(Deliveries.bytes(body));
	}

	@Test
	void lengthOfIdentifierAndType() {
		String format = "{\"id\":\"%s\",\"type\":\"%s\",\"occurred_at\":\"2026-03-01T11:59:59Z\"}";
		assertThat(decode(format.formatted("a".repeat(255), "b".repeat(255)))).isNotNull();
		assertRefused(Deliveries.bytes(format.formatted("a".repeat(256), "b")));
		assertRefused(Deliveries.bytes(format.formatted("a", "b".repeat(256))));
	}

	@Test
	void depth() {
		String format = "{\"id\":\"evt_1\",\"type\":\"x\",\"occurred_at\":\"2026-03-01T11:59:59Z\",\"data\":{\"x\":%s}}";
		assertThat(decode(format.formatted("[".repeat(98) + "]".repeat(98)))).isNotNull();
		assertRefused(Deliveries.bytes(format.formatted("[".repeat(99) + "]".repeat(99))));
		assertRefused(Deliveries.bytes("[".repeat(100_000)));
	}

	@Test
	void randomBodyIsRefusedOrDecoded() {
		Random random = new Random(42);
		byte[] valid = Sample.bytes(EventSamples.of("user.signup").payload());
		for (int i = 0; i < 20_000; i++) {
			byte[] body = Arrays.copyOf(valid, (random.nextInt(4) == 0) ? random.nextInt(valid.length) : valid.length);
			for (int j = random.nextInt(4); j > 0 && body.length > 0; j--) {
				body[random.nextInt(body.length)] = (byte) random.nextInt();
			}
			try {
				assertThat(this.decoder.decode(body)).isNotNull();
			}
			catch (WebhookRefusedException | WebhookUnreadableException ex) {
				assertThat(ex).hasNoCause();
			}
		}
	}

	private void assertRefused(byte[] body) {
		assertThatExceptionOfType(WebhookRefusedException.class).isThrownBy(() -> this.decoder.decode(body))
			.withNoCause()
			.extracting(WebhookRefusedException::getReason)
			.isEqualTo(Reason.BODY);
	}

	private ScalekitEvent decode(JsonNode payload) {
		return this.decoder.decode(Sample.bytes(payload));
	}

	private ScalekitEvent decode(String json) {
		return this.decoder.decode(Deliveries.bytes(json));
	}

}
