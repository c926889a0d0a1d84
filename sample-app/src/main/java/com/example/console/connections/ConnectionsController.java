package com.example.console.connections;

import com.example.console.web.Paths;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.scalekit.spring.client.connections.ConnectionQuery;
import com.scalekit.spring.client.connections.ConnectionToggle;
import com.scalekit.spring.client.connections.ConnectionsClient;

/**
 * The connections of an organization, which its administrator sets up in the portal.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/connections")
class ConnectionsController {

	private static final String CONNECTION = "/{connectionId:conn_\\w+}";

	private final ConnectionsClient connections;

	ConnectionsController(ConnectionsClient connections) {
		this.connections = connections;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id) {
		return new ModelAndView("connections/list", "connections",
				this.connections.list(ConnectionQuery.any().withOrganizationId(id).withInactive()));
	}

	@GetMapping(CONNECTION)
	ModelAndView show(@PathVariable String id, @PathVariable String connectionId) {
		return new ModelAndView("connections/show", "connection", this.connections.get(id, connectionId));
	}

	@PostMapping(CONNECTION)
	ModelAndView toggle(@PathVariable String id, @PathVariable String connectionId, @RequestParam boolean enabled,
			RedirectAttributes redirect) {
		ConnectionToggle now = enabled ? this.connections.enable(id, connectionId)
				: this.connections.disable(id, connectionId);
		if (now.enabled() != enabled) {
			ModelAndView page = show(id, connectionId).addObject("refused", now);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		redirect.addFlashAttribute("message", "Connection " + (enabled ? "enabled" : "disabled"));
		return new ModelAndView("redirect:/organizations/{id}/connections/{connectionId}");
	}

}
