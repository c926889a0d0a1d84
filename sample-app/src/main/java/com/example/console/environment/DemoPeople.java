package com.example.console.environment;

import com.example.console.signin.Access;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;
import com.scalekit.spring.test.organizations.StoredOrganization;

/**
 * People of several organizations, to sign in as: who runs the console, and some of its
 * customers.
 */
final class DemoPeople {

	static final String OPERATOR = "Cloudloom";

	private static final String OPERATOR_ROLE = "console_operator";

	private static final String CUSTOMER_ROLE = "organization_manager";

	private DemoPeople() {
	}

	static void addTo(ScalekitServer scalekit) {
		String cloudloom = scalekit.organizations().add(NewOrganization.named(OPERATOR).externalId("cloudloom"));
		String northwind = organizationId(scalekit, "Northwind Robotics");
		String bluebird = organizationId(scalekit, "Bluebird Health Partners");
		scalekit.permissions()
			.add(Access.MANAGE_CONSOLE, "Sees and changes everything, in the operator's organization");
		scalekit.permissions().add(Access.WRITE_ORGANIZATION, "Changes the own organization");
		scalekit.roles()
			.add(OPERATOR_ROLE,
					(role) -> role.displayName("Console operator")
						.ofOrganization(cloudloom)
						.permissions(Access.MANAGE_CONSOLE));
		scalekit.roles()
			.add(CUSTOMER_ROLE,
					(role) -> role.displayName("Organization manager").permissions(Access.WRITE_ORGANIZATION));
		scalekit.users()
			.add("ines@cloudloom.example", (user) -> user.name("Ines", "Duarte").memberOf(cloudloom, OPERATOR_ROLE));
		scalekit.users()
			.add("mara@northwind.example", (user) -> user.name("Mara", "Lind").memberOf(northwind, CUSTOMER_ROLE));
		scalekit.users().add("tom@northwind.example", (user) -> user.name("Tom", "Becker").memberOf(northwind));
		scalekit.users()
			.add("priya@bluebird.example", (user) -> user.name("Priya", "Nair").memberOf(bluebird, CUSTOMER_ROLE));
		scalekit.users()
			.add("sam@consulting.example",
					(user) -> user.name("Sam", "Ortiz").memberOf(northwind).memberOf(bluebird, CUSTOMER_ROLE));
	}

	static String organizationId(ScalekitServer scalekit, String name) {
		return scalekit.organizations()
			.all()
			.stream()
			.filter((organization) -> organization.displayName().equals(name))
			.map(StoredOrganization::id)
			.findFirst()
			.orElseThrow();
	}

}
