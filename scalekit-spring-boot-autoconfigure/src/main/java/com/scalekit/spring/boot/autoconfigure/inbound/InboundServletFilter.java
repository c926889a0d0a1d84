package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Filter in front of Spring Security that answers deliveries in servlet applications.
 */
public final class InboundServletFilter implements Filter {

	private static final int BUFFER_SIZE = 8192;

	private final InboundEndpoint endpoint;

	private InboundServletFilter(InboundEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Returns the registration of a filter.
	 * @param endpoint the endpoint
	 * @return the registration
	 */
	public static FilterRegistrationBean<InboundServletFilter> register(InboundEndpoint endpoint) {
		FilterRegistrationBean<InboundServletFilter> registration = new FilterRegistrationBean<>(
				new InboundServletFilter(endpoint));
		registration.setName(endpoint.name());
		registration.addUrlPatterns(endpoint.path());
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setOrder(InboundWebFilter.ORDER);
		return registration;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse
				&& this.endpoint.matches(httpRequest.getRequestURI(), httpRequest.getContextPath())) {
			ServerHttpObservationFilter.findObservationContext(httpRequest)
				.ifPresent((context) -> context.setPathPattern(this.endpoint.path()));
			write(respond(httpRequest), httpResponse);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private InboundResponse respond(HttpServletRequest request) {
		InboundResponse refusal = this.endpoint.refuse(request.getMethod(), request.getContentType(),
				request.getHeader(HttpHeaders.CONTENT_ENCODING), request.getContentLengthLong());
		if (refusal != null) {
			return refusal;
		}
		try (InboundBody body = this.endpoint.newBody()) {
			read(request.getInputStream(), body);
			return this.endpoint.handle((name) -> Collections.list(request.getHeaders(name)), body.toByteArray(), null);
		}
		catch (InboundBodyException ex) {
			return ex.response();
		}
		catch (IOException ex) {
			return InboundResponse.of(HttpStatus.BAD_REQUEST);
		}
	}

	private static void read(InputStream stream, InboundBody body) throws IOException {
		byte[] buffer = new byte[BUFFER_SIZE];
		for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
			body.append(buffer, count);
		}
	}

	private static void write(InboundResponse result, HttpServletResponse response) throws IOException {
		response.setStatus(result.status().value());
		result.headers().forEach(response::setHeader);
		byte[] body = (result.body() != null) ? result.body().getBytes(StandardCharsets.UTF_8) : new byte[0];
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		response.flushBuffer();
	}

}
