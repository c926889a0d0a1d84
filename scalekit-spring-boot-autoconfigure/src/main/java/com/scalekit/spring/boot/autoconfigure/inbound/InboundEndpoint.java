package com.scalekit.spring.boot.autoconfigure.inbound;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.webhooks.logging.RefusalLog;

/**
 * Place where deliveries arrive, whatever the web stack: refuses what cannot be one
 * before its body is read, and observes the others.
 */
public final class InboundEndpoint {

	private static final Log logger = LogFactory.getLog(InboundEndpoint.class);

	private static final long MAX_ROOM = 16 * 1024 * 1024;

	private static final int PART_OF_HEAP = 16;

	private static final int MIN_BODIES = 4;

	private final RefusalLog refusals;

	private final InboundObservation observation;

	private final String path;

	private final int maxBodySize;

	private final InboundHandler handler;

	private final Semaphore room;

	/**
	 * Creates an endpoint.
	 * @param path the path
	 * @param maxBodySize the largest body
	 * @param observation how deliveries are observed
	 * @param handler handles the deliveries
	 */
	public InboundEndpoint(String path, DataSize maxBodySize, InboundObservation observation, InboundHandler handler) {
		this.path = path;
		this.maxBodySize = (int) maxBodySize.toBytes();
		this.observation = observation;
		this.handler = handler;
		this.room = new Semaphore(room(this.maxBodySize));
		this.refusals = new RefusalLog(logger, "Request to " + path, Clock.systemUTC());
	}

	private static int room(int maxBodySize) {
		long room = Math.min(MAX_ROOM, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
		return (int) Math.max(room, (long) MIN_BODIES * maxBodySize);
	}

	/**
	 * Returns the path.
	 * @return the path, below that of the application
	 */
	public String path() {
		return this.path;
	}

	String name() {
		return this.observation.name();
	}

	int maxBodySize() {
		return this.maxBodySize;
	}

	/**
	 * Returns a body to be read. It has to be closed after the delivery is handled.
	 */
	InboundBody newBody() {
		return new InboundBody(this, this.room, System::nanoTime);
	}

	/**
	 * Whether a request is for this endpoint. Paths are compared as they were sent: any
	 * other spelling is left to the application and its security.
	 */
	boolean matches(String requestPath, String contextPath) {
		return requestPath.length() == contextPath.length() + this.path.length() && requestPath.endsWith(this.path)
				&& requestPath.startsWith(contextPath) && !requestPath.contains("//") && !requestPath.contains(";");
	}

	/**
	 * Returns why a request cannot be a delivery, or {@code null} if it can.
	 */
	@Nullable InboundResponse refuse(String method, @Nullable String contentType, @Nullable String contentEncoding,
			long contentLength) {
		if (!HttpMethod.POST.matches(method)) {
			this.refusals.refused("its method is not POST");
			return InboundResponse.methodNotAllowed();
		}
		if (StringUtils.hasText(contentEncoding)) {
			return unsupported("its body is encoded, for example compressed");
		}
		if (!isJson(contentType)) {
			return unsupported("its content type is not JSON");
		}
		return (contentLength > this.maxBodySize) ? tooLarge() : null;
	}

	private InboundResponse unsupported(String reason) {
		this.refusals.refused(reason);
		return InboundResponse.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	InboundResponse tooLarge() {
		this.refusals.refused("its body is larger than %d bytes".formatted(this.maxBodySize));
		return InboundResponse.of(HttpStatus.CONTENT_TOO_LARGE);
	}

	InboundResponse tooSlow() {
		this.refusals.refused("its body has not arrived within %d seconds".formatted(InboundBody.MAX_TIME.toSeconds()));
		return InboundResponse.of(HttpStatus.REQUEST_TIMEOUT);
	}

	InboundResponse noRoom() {
		this.refusals.refused("other bodies that are being received take all the room");
		return InboundResponse.retryLater();
	}

	InboundResponse overloaded() {
		this.refusals.refused("too many deliveries are being handled");
		return InboundResponse.retryLater();
	}

	private static boolean isJson(@Nullable String contentType) {
		try {
			MediaType type = MediaType.parseMediaType((contentType != null) ? contentType : "");
			return "application".equals(type.getType())
					&& ("json".equals(type.getSubtype()) || "json".equals(type.getSubtypeSuffix()));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * Handles a delivery. Also an error of a listener is answered here, since the error
	 * page of the application may be protected.
	 */
	InboundResponse handle(Function<String, ? extends @Nullable Collection<String>> headers, byte[] body,
			@Nullable Observation parent) {
		Observation delivery = this.observation.create(parent);
		try {
			return delivery.observe(() -> this.handler.handle(headers, body, delivery));
		}
		catch (Throwable ex) {
			logger.error("Request to " + this.path + " could not be handled", ex);
			return InboundResponse.of(HttpStatus.INTERNAL_SERVER_ERROR);
		}
	}

	/**
	 * How deliveries are observed.
	 *
	 * @param name the name of the metric
	 * @param contextualName the name of the span
	 * @param keyValues the key values unless the handler sets others
	 * @param registry the registry
	 */
	public record InboundObservation(String name, String contextualName, List<KeyValue> keyValues,
			ObservationRegistry registry) {

		private Observation create(@Nullable Observation parent) {
			Observation observation = Observation.createNotStarted(this.name, this.registry)
				.contextualName(this.contextualName);
			this.keyValues.forEach(observation::lowCardinalityKeyValue);
			return (parent != null) ? observation.parentObservation(parent) : observation;
		}

	}

}
