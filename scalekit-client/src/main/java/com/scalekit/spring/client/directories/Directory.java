package com.scalekit.spring.client.directories;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A directory, from which the users and groups of an organization are synchronized.
 *
 * @param id the identifier, starting with {@code dir_}
 * @param organizationId the identifier of the organization
 * @param name the name
 * @param directoryType how the directory is synchronized
 * @param directoryProvider the directory provider, such as {@code OKTA}, {@code GOOGLE},
 * {@code MICROSOFT_AD}, {@code AUTH0}, {@code ONELOGIN}, {@code JUMPCLOUD} or
 * {@code PING_IDENTITY}; Scalekit may add others
 * @param status how far the configuration is
 * @param enabled whether the directory is synchronized
 * @param directoryEndpoint the URL the provider sends changes to
 * @param email the e-mail address of the account the directory is polled with
 * @param groupsTracked which groups are synchronized, such as {@code ALL}
 * @param totalUsers the number of users
 * @param totalGroups the number of groups
 * @param stats the numbers and the times of the last changes, {@code null} if Scalekit
 * sends none
 * @param attributeMappings the attributes of the provider that become those of users,
 * {@code null} if Scalekit sends none
 * @param roleAssignments the roles that the members of groups have, {@code null} if
 * Scalekit sends none
 * @param secrets the secrets the provider authenticates with, without their values
 * @param lastSyncedAt when the directory was last synchronized
 */
@Enveloped("directory")
public record Directory(String id, String organizationId, String name, Type directoryType, String directoryProvider,
		Status status, boolean enabled, String directoryEndpoint, String email, String groupsTracked, int totalUsers,
		int totalGroups, @Nullable Stats stats, @Nullable AttributeMappings attributeMappings,
		@Nullable RoleAssignments roleAssignments, List<DirectorySecret> secrets, @Nullable Instant lastSyncedAt) {

	/**
	 * How a directory is synchronized.
	 */
	public enum Type {

		/**
		 * The provider sends changes with SCIM.
		 */
		SCIM,

		/**
		 * By LDAP.
		 */
		LDAP,

		/**
		 * Scalekit polls the provider.
		 */
		POLL,

		/**
		 * A type this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * How far the configuration of a directory is.
	 */
	public enum Status {

		/**
		 * The configuration has not begun.
		 */
		DRAFT,

		/**
		 * The configuration is not complete.
		 */
		IN_PROGRESS,

		/**
		 * The configuration is complete.
		 */
		COMPLETED,

		/**
		 * A status this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * The numbers of users and groups, and the times of their last changes.
	 *
	 * @param totalUsers the number of users
	 * @param totalGroups the number of groups
	 * @param userUpdatedAt when a user was last changed
	 * @param groupUpdatedAt when a group was last changed
	 */
	public record Stats(int totalUsers, int totalGroups, @Nullable Instant userUpdatedAt,
			@Nullable Instant groupUpdatedAt) {

	}

	/**
	 * The attributes of a directory provider that become those of users.
	 *
	 * @param attributes the attributes
	 */
	public record AttributeMappings(List<AttributeMapping> attributes) {

	}

	/**
	 * An attribute of a directory provider that becomes one of users.
	 *
	 * @param key the attribute of the directory provider
	 * @param mapTo the attribute it becomes
	 */
	public record AttributeMapping(String key, String mapTo) {

	}

	/**
	 * The roles that the members of groups have.
	 *
	 * @param assignments the roles
	 */
	public record RoleAssignments(List<RoleAssignment> assignments) {

	}

	/**
	 * A role that the members of a group have.
	 *
	 * @param groupId the identifier of the group, starting with {@code dirgroup_}
	 * @param roleName the name of the role
	 */
	public record RoleAssignment(String groupId, String roleName) {

	}

}
