package com.scalekit.spring.webhooks;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.webhooks.events.ConnectedAccountEvent;
import com.scalekit.spring.webhooks.events.ConnectedAccountEventData;
import com.scalekit.spring.webhooks.events.ConnectedAccountStatusUpdatedEventData;
import com.scalekit.spring.webhooks.events.ConnectionEvent;
import com.scalekit.spring.webhooks.events.ConnectionEventData;
import com.scalekit.spring.webhooks.events.DirectoryEvent;
import com.scalekit.spring.webhooks.events.DirectoryEventData;
import com.scalekit.spring.webhooks.events.DirectoryGroupEvent;
import com.scalekit.spring.webhooks.events.DirectoryGroupEventData;
import com.scalekit.spring.webhooks.events.DirectoryUserEvent;
import com.scalekit.spring.webhooks.events.DirectoryUserEventData;
import com.scalekit.spring.webhooks.events.EventMetadata;
import com.scalekit.spring.webhooks.events.MembershipEvent;
import com.scalekit.spring.webhooks.events.OrgMembershipEventData;
import com.scalekit.spring.webhooks.events.OrganizationDomainEvent;
import com.scalekit.spring.webhooks.events.OrganizationDomainEventData;
import com.scalekit.spring.webhooks.events.OrganizationEvent;
import com.scalekit.spring.webhooks.events.OrganizationEventData;
import com.scalekit.spring.webhooks.events.PermissionEvent;
import com.scalekit.spring.webhooks.events.PermissionEventData;
import com.scalekit.spring.webhooks.events.RoleEvent;
import com.scalekit.spring.webhooks.events.RoleEventData;
import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.events.UserAuthEvent;
import com.scalekit.spring.webhooks.events.UserAuthEventData;
import com.scalekit.spring.webhooks.json.InboundJson;

/**
 * Type of event that this version knows.
 *
 * @param name the type on the wire
 * @param dataType the type of the data
 * @param factory creates the event
 * @param <D> the type of the data
 */
record EventType<D>(String name, Class<D> dataType, BiFunction<EventMetadata, D, ScalekitEvent> factory) {

	private static final Map<String, EventType<?>> TYPES = Stream.<EventType<?>>of(
			new EventType<>("organization.created", OrganizationEventData.class, OrganizationEvent.Created::new),
			new EventType<>("organization.updated", OrganizationEventData.class, OrganizationEvent.Updated::new),
			new EventType<>("organization.deleted", OrganizationEventData.class, OrganizationEvent.Deleted::new),
			new EventType<>("organization.domain_created", OrganizationDomainEventData.class,
					OrganizationDomainEvent.Created::new),
			new EventType<>("organization.domain_deleted", OrganizationDomainEventData.class,
					OrganizationDomainEvent.Deleted::new),
			new EventType<>("organization.domain_dns_verification_success", OrganizationDomainEventData.class,
					OrganizationDomainEvent.DnsVerificationSuccess::new),
			new EventType<>("organization.domain_dns_verification_failed", OrganizationDomainEventData.class,
					OrganizationDomainEvent.DnsVerificationFailed::new),
			new EventType<>("user.signup", OrgMembershipEventData.class, MembershipEvent.Signup::new),
			new EventType<>("user.organization_invitation", OrgMembershipEventData.class,
					MembershipEvent.Invitation::new),
			new EventType<>("user.organization_membership_created", OrgMembershipEventData.class,
					MembershipEvent.Created::new),
			new EventType<>("user.organization_membership_updated", OrgMembershipEventData.class,
					MembershipEvent.Updated::new),
			new EventType<>("user.organization_membership_deleted", OrgMembershipEventData.class,
					MembershipEvent.Deleted::new),
			new EventType<>("user.login", UserAuthEventData.class, UserAuthEvent.Login::new),
			new EventType<>("user.logout", UserAuthEventData.class, UserAuthEvent.Logout::new),
			new EventType<>("organization.directory_enabled", DirectoryEventData.class, DirectoryEvent.Enabled::new),
			new EventType<>("organization.directory_disabled", DirectoryEventData.class, DirectoryEvent.Disabled::new),
			new EventType<>("organization.directory.user_created", DirectoryUserEventData.class,
					DirectoryUserEvent.Created::new),
			new EventType<>("organization.directory.user_updated", DirectoryUserEventData.class,
					DirectoryUserEvent.Updated::new),
			new EventType<>("organization.directory.user_deleted", DirectoryUserEventData.class,
					DirectoryUserEvent.Deleted::new),
			new EventType<>("organization.directory.group_created", DirectoryGroupEventData.class,
					DirectoryGroupEvent.Created::new),
			new EventType<>("organization.directory.group_updated", DirectoryGroupEventData.class,
					DirectoryGroupEvent.Updated::new),
			new EventType<>("organization.directory.group_deleted", DirectoryGroupEventData.class,
					DirectoryGroupEvent.Deleted::new),
			new EventType<>("organization.sso_created", ConnectionEventData.class, ConnectionEvent.Created::new),
			new EventType<>("organization.sso_enabled", ConnectionEventData.class, ConnectionEvent.Enabled::new),
			new EventType<>("organization.sso_disabled", ConnectionEventData.class, ConnectionEvent.Disabled::new),
			new EventType<>("organization.sso_deleted", ConnectionEventData.class, ConnectionEvent.Deleted::new),
			new EventType<>("role.created", RoleEventData.class, RoleEvent.Created::new),
			new EventType<>("role.updated", RoleEventData.class, RoleEvent.Updated::new),
			new EventType<>("role.deleted", RoleEventData.class, RoleEvent.Deleted::new),
			new EventType<>("permission.created", PermissionEventData.class, PermissionEvent.Created::new),
			new EventType<>("permission.updated", PermissionEventData.class, PermissionEvent.Updated::new),
			new EventType<>("permission.deleted", PermissionEventData.class, PermissionEvent.Deleted::new),
			new EventType<>("connected_account.created", ConnectedAccountEventData.class,
					ConnectedAccountEvent.Created::new),
			new EventType<>("connected_account.updated", ConnectedAccountEventData.class,
					ConnectedAccountEvent.Updated::new),
			new EventType<>("connected_account.deleted", ConnectedAccountEventData.class,
					ConnectedAccountEvent.Deleted::new),
			new EventType<>("connected_account.magic_link_generated", ConnectedAccountEventData.class,
					ConnectedAccountEvent.MagicLinkGenerated::new),
			new EventType<>("connected_account.oauth_tokens_fetched", ConnectedAccountEventData.class,
					ConnectedAccountEvent.OAuthTokensFetched::new),
			new EventType<>("connected_account.oauth_succeeded", ConnectedAccountEventData.class,
					ConnectedAccountEvent.OAuthSucceeded::new),
			new EventType<>("connected_account.token_refresh_succeeded", ConnectedAccountEventData.class,
					ConnectedAccountEvent.TokenRefreshSucceeded::new),
			new EventType<>("connected_account.token_refresh_failed", ConnectedAccountEventData.class,
					ConnectedAccountEvent.TokenRefreshFailed::new),
			new EventType<>("connected_account.status_updated", ConnectedAccountStatusUpdatedEventData.class,
					ConnectedAccountEvent.StatusUpdated::new))
		.collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

	static @Nullable EventType<?> named(String name) {
		return TYPES.get(name);
	}

	static Stream<EventType<?>> all() {
		return TYPES.values().stream();
	}

	ScalekitEvent create(EventMetadata metadata, JsonNode json) {
		return this.factory.apply(metadata, InboundJson.read(json, this.dataType, "data"));
	}

}
