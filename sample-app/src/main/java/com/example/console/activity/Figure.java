package com.example.console.activity;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.example.console.web.DurationText;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;

/**
 * What is to be seen, and the meters that tell it: those of a name, with such tags.
 */
enum Figure {

	ANSWERED("console.calls", "answered"), FAILED("console.calls", "failed"),

	REQUESTS("http.client.requests", "uri=/api/v1/"),
	FAILURES("http.client.requests", "outcome=(?!SUCCESS).*uri=/api/v1/"),
	LATENCY("http.client.requests", "uri=/api/v1/", Statistic.TOTAL_TIME), RETRIES("scalekit.client.retries", ""),
	HELD_BACK("scalekit.client.retries.exhausted", ""),

	TOKEN("scalekit.token.remaining", "", Statistic.VALUE), TOKEN_REQUESTS("scalekit.token.requests", ""),
	TOKEN_REFUSALS("scalekit.token.refusals", ""),

	WEBHOOKS("scalekit.webhooks", "outcome=handled"), DUPLICATES("scalekit.webhooks", "outcome=duplicate"),
	REFUSED_WEBHOOKS("scalekit.webhooks", "outcome=(refused|unreadable|failed)"),

	SIGN_INS("spring.security.authentications", "type=OAuth2Login.*error=none"),
	BEARERS("spring.security.authentications", "type=BearerToken.*error=none"),
	REFUSED("spring.security.authentications", "error=(?!none)"),
	KEYS("scalekit.security.requests", "method=GET.*uri=none");

	private final String meter;

	private final Pattern tags;

	private final Statistic statistic;

	Figure(String meter, String tags) {
		this(meter, tags, Statistic.COUNT);
	}

	Figure(String meter, String tags, Statistic statistic) {
		this.meter = meter;
		this.tags = Pattern.compile(tags);
		this.statistic = statistic;
	}

	double read(MeterRegistry meters) {
		return meters.find(this.meter)
			.meters()
			.stream()
			.filter((meter) -> this.tags.matcher(meter.getId().getTags().toString()).find())
			.map(Meter::measure)
			.flatMap((measurements) -> StreamSupport.stream(measurements.spliterator(), false))
			.filter((measurement) -> measurement.getStatistic() == this.statistic)
			.mapToDouble(Measurement::getValue)
			.sum();
	}

	/**
	 * Return what a second was like, from what was read before and after it.
	 */
	double of(Map<Figure, Double> before, Map<Figure, Double> after) {
		double read = after.getOrDefault(this, 0.0);
		double difference = read - before.getOrDefault(this, 0.0);
		return switch (this) {
			case TOKEN -> read;
			case LATENCY -> 1000 * difference / Math.max(REQUESTS.of(before, after), 1);
			default -> difference;
		};
	}

	boolean isCount() {
		return this.statistic == Statistic.COUNT;
	}

	String unit() {
		return isCount() ? "per second" : (this == TOKEN) ? "left" : "ms on average";
	}

	String text(double value) {
		return (this == TOKEN) ? DurationText.of(Duration.ofSeconds((long) value))
				: String.format(Locale.ENGLISH, "%,d", Math.round(value));
	}

}
