package com.example.console.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * Remembers the name of the organization, as tokens have only its id, and leads to the
 * page that was first asked for.
 */
@Component
public class SignedInHandler extends SavedRequestAwareAuthenticationSuccessHandler {

	private static final String ORGANIZATION_NAME = "organizationName";

	private final OrganizationsClient organizations;

	SignedInHandler(OrganizationsClient organizations, RequestCache requestCache) {
		this.organizations = organizations;
		setRequestCache(requestCache);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws ServletException, IOException {
		HttpSession session = request.getSession();
		session.removeAttribute(ORGANIZATION_NAME);
		ScalekitPrincipal.find(authentication)
			.flatMap(ScalekitPrincipal::findOrganizationId)
			.ifPresent((id) -> rememberName(session, id));
		super.onAuthenticationSuccess(request, response, authentication);
	}

	private void rememberName(HttpSession session, String organizationId) {
		try {
			session.setAttribute(ORGANIZATION_NAME, this.organizations.get(organizationId).displayName());
		}
		catch (ScalekitApiException | ScalekitTokenException | ScalekitTransportException ex) {
			this.logger.warn("Pages show the id of the organization: " + ex.getMessage());
		}
	}

}
