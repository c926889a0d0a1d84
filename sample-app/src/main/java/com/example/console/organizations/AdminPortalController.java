package com.example.console.organizations;

import com.example.console.web.Paths;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.PortalFeature;

/**
 * Makes links to the admin portal. A link works once and for a minute, so it is made when
 * it is needed and kept nowhere.
 */
@Controller
class AdminPortalController {

	private final OrganizationsClient organizations;

	AdminPortalController(OrganizationsClient organizations) {
		this.organizations = organizations;
	}

	@PostMapping(Paths.ORGANIZATION + "/portal")
	String link(@PathVariable String id, @RequestParam(defaultValue = "") PortalFeature[] features, Model model,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		model.addAttribute("features", features);
		model.addAttribute("link", this.organizations.generatePortalLink(id, features));
		return "organizations/portal";
	}

}
