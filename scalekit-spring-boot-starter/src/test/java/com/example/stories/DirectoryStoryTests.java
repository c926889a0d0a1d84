package com.example.stories;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.directories.DirectoriesClient;
import com.scalekit.spring.client.directories.Directory;
import com.scalekit.spring.client.directories.DirectoryGroup;
import com.scalekit.spring.client.directories.DirectoryGroupQuery;
import com.scalekit.spring.client.directories.DirectoryUser;
import com.scalekit.spring.client.directories.DirectoryUserQuery;
import com.scalekit.spring.client.directories.ReactiveDirectoriesClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application imports the users and groups of a customer's directory.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class DirectoryStoryTests {

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void importOfADirectory(@Autowired DirectoriesClient directories) {
		String acme = this.scalekit.organizations().add("Acme");
		addDirectory(acme);
		Directory directory = directories.list(acme).get(0);
		assertThat(directory.totalUsers()).isEqualTo(42);
		assertThat(directories.allGroups(acme, directory.id())).extracting(DirectoryGroup::displayName)
			.containsExactly("Admins", "Staff");
		assertThat(directories.allGroups(acme, directory.id(), DirectoryGroupQuery.any().withExternalGroups()))
			.extracting(DirectoryGroup::displayName)
			.containsExactly("Admins", "Staff", "Guests");
		assertThat(directories.allUsers(acme, directory.id())).hasSize(42);
		DirectoryGroup admins = directories.listGroups(acme, directory.id()).groups().get(0);
		assertThat(directories.allUsers(acme, directory.id(),
				DirectoryUserQuery.any().withDirectoryGroupId(admins.id()).withDetail()))
			.singleElement()
			.satisfies((user) -> {
				assertThat(user.email()).isEqualTo("ann@acme.com");
				assertThat(user.userDetail()).containsEntry("active", true);
			});

		Instant imported = directories.get(acme, directory.id()).lastSyncedAt();
		this.scalekit.directories().addUser(directory.id(), "carl@acme.com", "Staff");
		assertThat(directories.allUsers(acme, directory.id(), DirectoryUserQuery.any().withUpdatedAfter(imported)))
			.extracting(DirectoryUser::email)
			.contains("carl@acme.com");

		assertThat(directories.disable(acme, directory.id()).enabled()).isFalse();
		assertThat(directories.get(acme, directory.id()).enabled()).isFalse();
		assertThat(directories.enable(acme, directory.id()).enabled()).isTrue();
	}

	@Test
	void reactiveImportOfADirectory(@Autowired ReactiveDirectoriesClient directories) {
		String acme = this.scalekit.organizations().add("Acme");
		String id = addDirectory(acme);
		assertThat(directories.allUsers(acme, id).map(DirectoryUser::email).take(2).collectList().block())
			.isEqualTo(List.of("ann@acme.com", "bob@acme.com"));
		assertThat(directories.allUsers(acme, id).count().block()).isEqualTo(42);
		assertThat(directories.allGroups(acme, id).map(DirectoryGroup::displayName).collectList().block())
			.containsExactly("Admins", "Staff");
		assertThat(directories.disable(acme, id).then(directories.get(acme, id)).block().enabled()).isFalse();
		assertThat(directories.disable(acme, id).block().errorMessage()).contains("already disabled");
	}

	private String addDirectory(String organizationId) {
		return this.scalekit.directories()
			.add(organizationId,
					(directory) -> directory.provider("OKTA")
						.user("ann@acme.com", "Admins", "Staff")
						.user("bob@acme.com", "Staff")
						.users(40)
						.externalGroup("Guests"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
