package com.example.console;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.test.ScalekitServer;

/**
 * A Scalekit environment in memory, for a console that is not connected to a real one.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(InMemoryEnvironment.NoEnvironmentUrl.class)
class InMemoryEnvironment {

	private static final Log logger = LogFactory.getLog(InMemoryEnvironment.class);

	private static final String ORGANIZATIONS = """
			Alder & Finch Architects | tenant-1001
			Northwind Robotics | tenant-1002
			Bluebird Health Partners | tenant-1003
			Cobalt Freight Lines
			Maison Perrault | tenant-1005
			Kestrel Aerospace GmbH | tenant-1006
			Sunday Bakery Collective
			Tidewater Insurance Group | tenant-1008
			Osaka Precision Tools K.K. | tenant-1009
			Greenline Transit Authority
			Fjord Analytics AS | tenant-1011
			Harbor & Vine Restaurants | tenant-1012
			Lumen Learning Labs
			Quarry Street Capital | tenant-1014
			Silverbirch Legal LLP | tenant-1015
			Nova Agua Engenharia
			Pinecrest School District | tenant-1017
			Ember Energy Storage | tenant-1018
			O'Rourke Construction
			Meridian Biosciences | tenant-1020
			Zażółć Software Sp. z o.o. | tenant-1021
			Copperfield Media
			Ironbridge Manufacturing | tenant-1023
			Saffron Cloud Kitchens | tenant-1024
			Willow Creek Veterinary
			Atlas Geospatial | tenant-1026
			Paper Lantern Games | tenant-1027
			Stadtwerke Lindental
			Redwood Property Management | tenant-1029
			Juniper Street Pharmacy | tenant-1030
			Cascade Outdoor Supply
			Brightwater Utilities | tenant-1032
			Monarch Event Staffing | tenant-1033
			Tanaka & Sons Trading
			Everline Telecommunications and Network Infrastructure Services | tenant-1035
			Yellow Door Studio | tenant-1036
			""";

	@Bean
	ScalekitServer scalekitServer() {
		ScalekitServer server = ScalekitServer.start();
		ORGANIZATIONS.lines().map((line) -> line.split(" \\| ")).forEach((organization) -> {
			if (organization.length > 1) {
				server.organizations().add(organization[0], organization[1]);
			}
			else {
				server.organizations().add(organization[0]);
			}
		});
		logger.info("Using an in-memory environment at %s. To connect to a real one, set SCALEKIT_ENVIRONMENT_URL, "
			.formatted(server.url()) + "SCALEKIT_CLIENT_ID and SCALEKIT_CLIENT_SECRET");
		return server;
	}

	@Bean
	ScalekitConnectionDetails scalekitConnectionDetails(ScalekitServer server) {
		return new ScalekitConnectionDetails() {

			@Override
			public String getEnvironmentUrl() {
				return server.url();
			}

			@Override
			public String getClientId() {
				return server.clientId();
			}

			@Override
			public String getClientSecret() {
				return server.clientSecret();
			}

		};
	}

	static class NoEnvironmentUrl implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !StringUtils.hasText(context.getEnvironment().getProperty("scalekit.environment-url"));
		}

	}

}
