package com.scalekit.spring.interceptors;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;

import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookRefusedException;
import com.scalekit.spring.webhooks.WebhookRefusedException.Reason;
import com.scalekit.spring.webhooks.WebhookSignature;
import com.scalekit.spring.webhooks.json.InboundJson;
import com.scalekit.spring.webhooks.json.JsonMismatchException;
import com.scalekit.spring.webhooks.logging.RefusalLog;

/**
 * Receives requests to interceptors: verifies the signature, calls the interceptor of the
 * trigger, and answers. Thread-safe, and independent of HTTP.
 * <p>
 * A request that is not signed is denied, not failed: if the secret is wrong, a policy
 * that lets everybody pass on errors must not apply.
 */
public final class InterceptorReceiver {

	/**
	 * First word of the names of the headers, see
	 * {@link WebhookHeaders#fromValues(String, java.util.function.Function)}.
	 */
	public static final String HEADER_PREFIX = "interceptor";

	/**
	 * How long an interceptor may take until a warning, unless another time is given.
	 */
	public static final Duration DEFAULT_HANDLING_TIMEOUT = Duration.ofSeconds(3);

	private static final int MAX_LENGTH = 255;

	private static final String UNKNOWN = "unknown";

	private static final Log logger = LogFactory.getLog(InterceptorReceiver.class);

	private final RefusalLog refusals = new RefusalLog(logger, "Interceptor request", Clock.systemUTC());

	private final WebhookSignature signature;

	private final Map<Trigger, ScalekitInterceptor<InterceptorRequest>> interceptors;

	private final FailurePolicy onFailure;

	private final Duration handlingTimeout;

	private InterceptorReceiver(Builder builder) {
		this.signature = builder.signature;
		this.interceptors = new EnumMap<>(builder.interceptors);
		this.onFailure = builder.onFailure;
		this.handlingTimeout = builder.handlingTimeout;
	}

	/**
	 * Returns a builder of receivers.
	 * @param signature verifies the requests
	 * @return the builder
	 */
	public static Builder builder(WebhookSignature signature) {
		return new Builder(signature);
	}

	/**
	 * Receives a request.
	 * @param headers the headers that sign it
	 * @param body the body, byte by byte as it was received
	 * @return the answer. An exception of an interceptor is logged, not thrown
	 */
	public InterceptorAnswer receive(WebhookHeaders headers, byte[] body) {
		try {
			this.signature.verify(headers, body);
			JsonNode json = InboundJson.parse(body);
			String trigger = (json != null) ? InboundJson.text(json, "trigger_point", MAX_LENGTH) : null;
			if (json == null || trigger == null) {
				throw new WebhookRefusedException(Reason.BODY);
			}
			return answer(trigger, json);
		}
		catch (WebhookRefusedException ex) {
			this.refusals.refused(ex.getReason().description());
			return answer(InterceptorOutcome.REFUSED, null, Decision.denied(null));
		}
	}

	private InterceptorAnswer answer(String name, JsonNode json) {
		Trigger trigger = Trigger.named(name);
		ScalekitInterceptor<InterceptorRequest> interceptor = (trigger != null) ? this.interceptors.get(trigger) : null;
		if (trigger == null || interceptor == null) {
			this.refusals.refused("there is no interceptor for " + ((trigger != null) ? trigger : "its trigger"));
			return new InterceptorAnswer(InterceptorOutcome.NOT_HANDLED, (trigger != null) ? name : UNKNOWN, null);
		}
		return intercept(trigger, interceptor, json);
	}

	private InterceptorAnswer intercept(Trigger trigger, ScalekitInterceptor<InterceptorRequest> interceptor,
			JsonNode json) {
		long start = System.nanoTime();
		try {
			Decision decision = interceptor.intercept(trigger.read(json));
			if (decision == null) {
				logger.error("Interceptor of " + trigger + " returned no decision");
				return answer(InterceptorOutcome.FAILED, trigger, Decision.denied(null));
			}
			return answer(decision.isAllowed() ? InterceptorOutcome.ALLOWED : InterceptorOutcome.DENIED, trigger,
					decision);
		}
		catch (JsonMismatchException ex) {
			logger.error("Request of " + trigger + " cannot be read at " + ex.getPath());
			return failed(trigger);
		}
		catch (Exception ex) {
			logger.error("Interceptor of " + trigger + " failed", ex);
			return failed(trigger);
		}
		finally {
			warnIfSlow(trigger, Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private InterceptorAnswer failed(Trigger trigger) {
		return (this.onFailure == FailurePolicy.DENY)
				? answer(InterceptorOutcome.FAILED, trigger, Decision.denied(null))
				: new InterceptorAnswer(InterceptorOutcome.FAILED, trigger.name(), null);
	}

	private void warnIfSlow(Trigger trigger, Duration elapsed) {
		if (elapsed.compareTo(this.handlingTimeout) > 0) {
			logger.warn("Interceptor of " + trigger + " took " + elapsed.toMillis()
					+ " ms. Scalekit may have given up waiting");
		}
	}

	private static InterceptorAnswer answer(InterceptorOutcome outcome, @Nullable Trigger trigger, Decision decision) {
		return new InterceptorAnswer(outcome, (trigger != null) ? trigger.name() : null,
				InboundJson.write(decision.answer()));
	}

	/**
	 * Builder of receivers.
	 */
	public static final class Builder {

		private final Map<Trigger, ScalekitInterceptor<InterceptorRequest>> interceptors = new EnumMap<>(Trigger.class);

		private final WebhookSignature signature;

		private FailurePolicy onFailure = FailurePolicy.DENY;

		private Duration handlingTimeout = DEFAULT_HANDLING_TIMEOUT;

		private Builder(WebhookSignature signature) {
			Assert.notNull(signature, "'signature' must not be null");
			this.signature = signature;
		}

		/**
		 * Adds an interceptor, whose class tells its type of requests. A lambda does not:
		 * add it with that type.
		 * @param interceptor the interceptor
		 * @return this builder
		 * @throws IllegalArgumentException if the type of requests cannot be resolved, or
		 * already has an interceptor
		 */
		public Builder add(ScalekitInterceptor<?> interceptor) {
			Assert.notNull(interceptor, "'interceptor' must not be null");
			Class<?> type = AopProxyUtils.ultimateTargetClass(interceptor);
			return add(ResolvableType.forClass(type), interceptor, "Class " + type.getName());
		}

		/**
		 * Adds an interceptor, whose type is known from elsewhere, such as from the
		 * definition of its bean.
		 * @param type the type, such as {@code ScalekitInterceptor<PreSignup>}
		 * @param interceptor the interceptor
		 * @param description what to call it in messages, such as
		 * {@code Bean 'companyMailOnly'}
		 * @return this builder
		 * @throws IllegalArgumentException if the type of requests cannot be resolved, or
		 * already has an interceptor
		 */
		public Builder add(ResolvableType type, ScalekitInterceptor<?> interceptor, String description) {
			Assert.notNull(interceptor, "'interceptor' must not be null");
			Class<?> requestType = type.as(ScalekitInterceptor.class).getGeneric().resolve();
			Trigger trigger = (requestType != null) ? Trigger.of(requestType) : null;
			if (trigger == null) {
				throw new IllegalArgumentException(description
						+ " does not tell which requests it answers. Declare it as ScalekitInterceptor<PreSignup>, "
						+ "<PreSessionCreation>, <PreUserInvitation> or <PreMachineToken>, "
						+ "for example as the return type of its @Bean method");
			}
			return add(trigger, interceptor, description);
		}

		/**
		 * Adds an interceptor.
		 * @param requestType the type of its requests, such as {@code PreSignup.class}
		 * @param interceptor the interceptor
		 * @param <R> the type of its requests
		 * @return this builder
		 * @throws IllegalArgumentException if the type of requests already has an
		 * interceptor
		 */
		public <R extends InterceptorRequest> Builder add(Class<R> requestType, ScalekitInterceptor<R> interceptor) {
			return add(ResolvableType.forClassWithGenerics(ScalekitInterceptor.class, requestType), interceptor,
					"Interceptor of " + requestType.getSimpleName());
		}

		@SuppressWarnings("unchecked")
		private Builder add(Trigger trigger, ScalekitInterceptor<?> interceptor, String description) {
			if (this.interceptors.putIfAbsent(trigger, (ScalekitInterceptor<InterceptorRequest>) interceptor) != null) {
				throw new IllegalArgumentException(
						description + " is the second interceptor of " + trigger + ". Only one can decide");
			}
			return this;
		}

		/**
		 * Sets the answer if an interceptor throws an exception.
		 * @param onFailure the policy, by default {@link FailurePolicy#DENY}
		 * @return this builder
		 */
		public Builder onFailure(FailurePolicy onFailure) {
			Assert.notNull(onFailure, "'onFailure' must not be null");
			this.onFailure = onFailure;
			return this;
		}

		/**
		 * Sets how long an interceptor may take until a warning.
		 * @param handlingTimeout the time, by default 3 seconds
		 * @return this builder
		 */
		public Builder handlingTimeout(Duration handlingTimeout) {
			Assert.notNull(handlingTimeout, "'handlingTimeout' must not be null");
			this.handlingTimeout = handlingTimeout;
			return this;
		}

		/**
		 * Creates the receiver.
		 * @return the receiver
		 */
		public InterceptorReceiver build() {
			return new InterceptorReceiver(this);
		}

	}

}
