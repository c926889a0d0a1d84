package com.example.console.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps error pages out of a response that has begun, such as a download: it has to end
 * broken.
 */
class CommittedResponseInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		return request.getDispatcherType() == DispatcherType.ASYNC || !response.isCommitted();
	}

}
