package com.example.console.organizations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

import com.example.console.web.Csv;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * Exports all organizations. They are written as they arrive, page by page, and the next
 * page is asked for when the last one is written: the export needs the memory of a page,
 * and ends when the browser goes away.
 */
@RestController
class ExportController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final String HEADER = Csv.line("id", "display_name", "external_id", "slug", "region_code",
			"features", "metadata", "create_time", "update_time");

	private static final int LINES_AT_ONCE = 100;

	private final ReactiveOrganizationsClient organizations;

	private final JsonMapper jsonMapper;

	ExportController(ReactiveOrganizationsClient organizations, JsonMapper jsonMapper) {
		this.organizations = organizations;
		this.jsonMapper = jsonMapper;
	}

	@GetMapping("/organizations.csv")
	ResponseEntity<Flux<String>> export() {
		ContentDisposition download = ContentDisposition.attachment()
			.filename("organizations-%s.csv".formatted(LocalDate.now(Clock.systemUTC())))
			.build();
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
			.body(lines());
	}

	private Flux<String> lines() {
		return this.organizations.all()
			.map(this::line)
			.buffer(LINES_AT_ONCE)
			.map((lines) -> String.join("", lines))
			.switchOnFirst((first, lines) -> first.isOnError() ? lines
					: lines.onErrorMap(IncompleteExportException::new).startWith(HEADER));
	}

	private String line(Organization organization) {
		return Csv.line(organization.id(), organization.displayName(), organization.externalId(), organization.slug(),
				organization.regionCode(), String.join(" ", Features.enabled(organization)),
				organization.metadata().isEmpty() ? null : this.jsonMapper.writeValueAsString(organization.metadata()),
				organization.createTime(), organization.updateTime());
	}

}
