package com.scalekit.spring.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The codecs that make a {@link WebClient} read and write {@link ScalekitJson}.
 */
public final class ScalekitCodecs {

	private ScalekitCodecs() {
	}

	/**
	 * Make a client read and write Scalekit's JSON. The builder may have customizers
	 * already that register codecs, which would be asked before the default ones: they
	 * are applied to the strategies, so that the codecs registered there come first.
	 * @param webClient the builder of the client
	 * @param maxResponseSize the most that is read of a response body
	 */
	public static void configure(WebClient.Builder webClient, DataSize maxResponseSize) {
		webClient.exchangeStrategies(ExchangeStrategies.builder().codecs(ScalekitCodecs::register).build())
			.codecs((codecs) -> {
				codecs.registerDefaults(true);
				codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(maxResponseSize.toBytes()));
			});
	}

	private static void register(ClientCodecConfigurer codecs) {
		codecs.customCodecs().registerWithDefaultConfig(new EnvelopeDecoder());
		codecs.customCodecs().registerWithDefaultConfig(new EnvelopeEncoder());
	}

	/**
	 * A filter that lets the status of an error response reach the caller even if its
	 * {@code Content-Type} is malformed: looking for a decoder would fail before the
	 * status is looked at.
	 * @return the filter
	 */
	public static ExchangeFilterFunction errorContentTypeFilter() {
		return (request, next) -> next.exchange(request)
			.map((response) -> hasMalformedContentType(response) ? withoutContentType(response) : response);
	}

	private static boolean hasMalformedContentType(ClientResponse response) {
		if (response.statusCode().is2xxSuccessful()) {
			return false;
		}
		try {
			response.headers().contentType();
			return false;
		}
		catch (InvalidMediaTypeException ex) {
			return true;
		}
	}

	private static ClientResponse withoutContentType(ClientResponse response) {
		return response.mutate().headers((headers) -> headers.remove(HttpHeaders.CONTENT_TYPE)).build();
	}

	private static final class EnvelopeDecoder extends JacksonJsonDecoder {

		private EnvelopeDecoder() {
			super(ScalekitJson.MAPPER);
		}

		@Override
		public Mono<Object> decodeToMono(Publisher<DataBuffer> body, ResolvableType type, @Nullable MimeType mimeType,
				@Nullable Map<String, Object> hints) {
			LargeResponse large = type.toClass().getAnnotation(LargeResponse.class);
			if (large == null) {
				return super.decodeToMono(body, type, mimeType, hints);
			}
			int limit = Math.max(getMaxInMemorySize(),
					Math.toIntExact(DataSize.ofMegabytes(large.megabytes()).toBytes()));
			return DataBufferUtils.join(body, limit).map((buffer) -> decode(buffer, type, mimeType, hints));
		}

		@Override
		public Object decode(DataBuffer buffer, ResolvableType targetType, @Nullable MimeType mimeType,
				@Nullable Map<String, Object> hints) {
			if (targetType.getType() instanceof EnvelopedType type) {
				return decode(buffer, type);
			}
			return super.decode(buffer, targetType, mimeType, hints);
		}

		private static Object decode(DataBuffer buffer, EnvelopedType type) {
			try (InputStream body = buffer.asInputStream(true)) {
				return ScalekitJson.read(body, type);
			}
			catch (JacksonException ex) {
				throw new DecodingException("JSON decoding error", ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		protected ObjectReader customizeReader(ObjectReader reader, ResolvableType elementType,
				@Nullable Map<String, Object> hints) {
			return ScalekitJson.unwrap(reader, elementType.toClass());
		}

	}

	private static final class EnvelopeEncoder extends JacksonJsonEncoder {

		private EnvelopeEncoder() {
			super(ScalekitJson.MAPPER);
		}

		@Override
		protected ObjectWriter customizeWriter(ObjectWriter writer, @Nullable MimeType mimeType,
				ResolvableType elementType, @Nullable Map<String, Object> hints) {
			return ScalekitJson.wrap(writer, elementType.toClass());
		}

	}

}
