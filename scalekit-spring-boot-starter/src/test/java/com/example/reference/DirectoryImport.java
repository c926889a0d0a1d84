package com.example.reference;

import java.time.Instant;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;

import com.scalekit.spring.client.directories.DirectoriesClient;
import com.scalekit.spring.client.directories.DirectoryGroup;
import com.scalekit.spring.client.directories.DirectoryGroupQuery;
import com.scalekit.spring.client.directories.DirectoryToggle;
import com.scalekit.spring.client.directories.DirectoryUser;
import com.scalekit.spring.client.directories.DirectoryUserQuery;
import com.scalekit.spring.client.directories.ReactiveDirectoriesClient;

abstract class DirectoryImport {

	private final DirectoriesClient directories;

	private final ReactiveDirectoriesClient reactiveDirectories;

	DirectoryImport(DirectoriesClient directories, ReactiveDirectoriesClient reactiveDirectories) {
		this.directories = directories;
		this.reactiveDirectories = reactiveDirectories;
	}

	void importChanges(String organizationId, String directoryId, Instant lastImport) {
		DirectoryUserQuery changes = DirectoryUserQuery.any().withUpdatedAfter(lastImport).withDetail();
		try (Stream<DirectoryUser> users = this.directories.allUsers(organizationId, directoryId, changes)) {
			users.forEach(this::save);
		}
	}

	Stream<DirectoryGroup> groupsOfProvider(String organizationId, String directoryId) {
		DirectoryGroupQuery all = DirectoryGroupQuery.any().withExternalGroups();
		return this.directories.allGroups(organizationId, directoryId, all);
	}

	Flux<String> emails(String organizationId, String directoryId) {
		return this.reactiveDirectories.allUsers(organizationId, directoryId).map(DirectoryUser::email);
	}

	void pause(String organizationId, String directoryId) {
		DirectoryToggle toggle = this.directories.disable(organizationId, directoryId);
		if (toggle.enabled()) {
			throw new IllegalStateException("Directory is still enabled: " + toggle.errorMessage());
		}
	}

	abstract void save(DirectoryUser user);

}
