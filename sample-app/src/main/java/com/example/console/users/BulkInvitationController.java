package com.example.console.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.example.console.users.BulkInvitation.Progress;
import com.example.console.web.Paths;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Bulk invitations. The latest are kept in memory; when the console has been restarted,
 * the same file is sent again.
 */
@Controller
@RequestMapping(Paths.ORGANIZATION + "/users/invitations")
class BulkInvitationController {

	private static final int CAPACITY = 50;

	private final Invitations invitations;

	private final AsyncTaskExecutor executor;

	private final Map<String, BulkInvitation> latest = new LinkedHashMap<>();

	BulkInvitationController(Invitations invitations, AsyncTaskExecutor applicationTaskExecutor) {
		this.invitations = invitations;
		this.executor = applicationTaskExecutor;
	}

	@GetMapping
	String show() {
		return "users/bulk";
	}

	@PostMapping
	ModelAndView start(@PathVariable String id, @RequestParam MultipartFile file) throws IOException {
		BulkInvitation invitation = new BulkInvitation(id, new String(file.getBytes(), StandardCharsets.UTF_8));
		if (!invitation.isReadable()) {
			return new ModelAndView("users/bulk", HttpStatus.UNPROCESSABLE_CONTENT).addObject("refused",
					"The first line of the file must have the names of the columns, and one of them must be email");
		}
		if (!remember(invitation)) {
			return new ModelAndView("users/bulk", HttpStatus.SERVICE_UNAVAILABLE).addObject("refused",
					"Too many files are being worked on. Try again in a few minutes");
		}
		return run(invitation);
	}

	/**
	 * Forget the oldest one that has ended, if there are too many.
	 */
	private synchronized boolean remember(BulkInvitation invitation) {
		if (this.latest.size() == CAPACITY) {
			Optional<BulkInvitation> oldest = this.latest.values()
				.stream()
				.filter((old) -> !old.progress().running())
				.findFirst();
			oldest.ifPresent((old) -> this.latest.remove(old.id()));
		}
		return this.latest.size() < CAPACITY && this.latest.put(invitation.id(), invitation) == null;
	}

	@PostMapping("/{job}")
	ModelAndView resume(@PathVariable String id, @PathVariable String job) {
		return run(find(id, job));
	}

	private ModelAndView run(BulkInvitation invitation) {
		if (invitation.start()) {
			this.executor.execute(() -> invitation.run(this.invitations));
		}
		return new ModelAndView("redirect:/organizations/{id}/users/invitations/" + invitation.id());
	}

	@GetMapping("/{job}")
	String progress(@PathVariable String id, @PathVariable String job, Model model, HttpServletResponse response) {
		Progress progress = find(id, job).progress();
		if (progress.running()) {
			response.setHeader("Refresh", "1");
		}
		model.addAttribute("progress", progress);
		model.addAttribute("counts", progress.counts());
		model.addAttribute("job", job);
		return "users/progress";
	}

	@GetMapping("/{job}/report.csv")
	ResponseEntity<String> report(@PathVariable String id, @PathVariable String job) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("invitations.csv").build().toString())
			.body(find(id, job).report());
	}

	private synchronized BulkInvitation find(String organizationId, String job) {
		return Optional.ofNullable(this.latest.get(job))
			.filter((invitation) -> invitation.isOf(organizationId))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
