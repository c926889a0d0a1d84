package com.scalekit.spring.webhooks.events;

/**
 * Organization and user of a {@link MembershipEvent}.
 *
 * @param organization the organization
 * @param user the user
 */
public record OrgMembershipEventData(EventOrganization organization, EventUser user) {

}
