package com.example.console.directories;

import com.example.console.web.ListRequest;
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

import com.scalekit.spring.client.directories.DirectoriesClient;
import com.scalekit.spring.client.directories.DirectoryGroupQuery;
import com.scalekit.spring.client.directories.DirectoryToggle;
import com.scalekit.spring.client.directories.DirectoryUserQuery;

/**
 * The directories of an organization, with the users and groups as they were synced.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/directories")
class DirectoriesController {

	private static final String DIRECTORY = "/{directoryId:dir_\\w+}";

	private static final int MAX_SIZE = 30;

	private final DirectoriesClient directories;

	DirectoriesController(DirectoriesClient directories) {
		this.directories = directories;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id) {
		return new ModelAndView("directories/list", "directories", this.directories.list(id));
	}

	@GetMapping(DIRECTORY)
	ModelAndView users(@PathVariable String id, @PathVariable String directoryId, ListRequest request) {
		return page("directories/users", id, directoryId).addObject("page", this.directories.listUsers(id, directoryId,
				DirectoryUserQuery.any(), Math.min(request.size(), MAX_SIZE), request.page()));
	}

	@GetMapping(DIRECTORY + "/groups")
	ModelAndView groups(@PathVariable String id, @PathVariable String directoryId, ListRequest request) {
		return page("directories/groups", id, directoryId).addObject("page", this.directories.listGroups(id,
				directoryId, DirectoryGroupQuery.any(), Math.min(request.size(), MAX_SIZE), request.page()));
	}

	@PostMapping(DIRECTORY)
	ModelAndView toggle(@PathVariable String id, @PathVariable String directoryId, @RequestParam boolean enabled,
			ListRequest request, RedirectAttributes redirect) {
		DirectoryToggle now = enabled ? this.directories.enable(id, directoryId)
				: this.directories.disable(id, directoryId);
		if (now.enabled() != enabled) {
			ModelAndView page = users(id, directoryId, request).addObject("refused", now);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		redirect.addFlashAttribute("message", "Directory " + (enabled ? "enabled" : "disabled"));
		return new ModelAndView("redirect:/organizations/{id}/directories/{directoryId}");
	}

	private ModelAndView page(String view, String id, String directoryId) {
		return new ModelAndView(view, "directory", this.directories.get(id, directoryId));
	}

}
