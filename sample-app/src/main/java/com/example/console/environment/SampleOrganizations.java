package com.example.console.environment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.scalekit.spring.test.organizations.NewOrganization;
import com.scalekit.spring.test.organizations.Organizations;

/**
 * Some thousand organizations, the way a company may have them after some years.
 */
final class SampleOrganizations {

	private static final List<String> FIRST = """
			Alder & Finch Architects
			Northwind Robotics
			Bluebird Health Partners
			Cobalt Freight Lines
			Maison Perrault
			Kestrel Aerospace GmbH
			Sunday Bakery Collective
			Tidewater Insurance Group
			Osaka Precision Tools K.K.
			Greenline Transit Authority
			Fjord Analytics AS
			Harbor & Vine Restaurants
			Lumen Learning Labs
			Quarry Street Capital
			Silverbirch Legal LLP
			Nova Agua Engenharia
			Pinecrest School District
			Ember Energy Storage
			O'Rourke Construction
			Meridian Biosciences
			Zażółć Software Sp. z o.o.
			Copperfield Media
			Ironbridge Manufacturing
			Saffron Cloud Kitchens
			Willow Creek Veterinary
			Atlas Geospatial
			Paper Lantern Games
			Stadtwerke Lindental
			Redwood Property Management
			Juniper Street Pharmacy
			Cascade Outdoor Supply
			Brightwater Utilities
			Monarch Event Staffing
			Tanaka & Sons Trading
			Everline Telecommunications and Network Infrastructure Services
			Yellow Door Studio
			""".lines().toList();

	private static final List<String> NAMES = List.of("Amber", "Ashford", "Aurora", "Beacon", "Bellweather", "Birch",
			"Blackwood", "Calder", "Canyon", "Cedar", "Clearwater", "Compass", "Coral", "Crescent", "Delta", "Dunmore",
			"Eastgate", "Elm Street", "Fairview", "Falcon", "Granite", "Hawthorn", "Highland", "Horizon", "Indigo",
			"Keystone", "Lakeside", "Larch", "Lighthouse", "Linden", "Magnolia", "Maple", "Marigold", "Northgate",
			"Oakfield", "Orchard", "Pacific", "Pioneer", "Prairie", "Quayside", "Ridgeway", "Riverstone", "Rowan",
			"Sable", "Sequoia", "Sierra", "Sterling", "Summit", "Thornbury", "Union", "Vantage", "Vermilion",
			"Westbrook", "Whitestone", "Wildflower", "Windermere", "Wolfram", "Yarrow", "Zenith", "Zephyr");

	private static final List<String> TRADES = List.of("Advisory", "Agriculture", "Analytics", "Apparel", "Automation",
			"Aviation", "Biotech", "Brewing", "Builders", "Capital", "Chemicals", "Cinemas", "Clinics", "Coatings",
			"Consulting", "Couriers", "Dairy", "Dental", "Diagnostics", "Electric", "Energy", "Engineering",
			"Fabrication", "Farms", "Films", "Foods", "Forestry", "Foundation", "Furniture", "Hospitality", "Hotels",
			"Imaging", "Insurance", "Interiors", "Labs", "Law", "Logistics", "Marine", "Media", "Mobility", "Networks",
			"Optics", "Packaging", "Paper", "Pharma", "Printing", "Rail", "Recycling", "Robotics", "Textiles");

	private static final List<String> PLANS = List.of("enterprise", "growth", "starter");

	private SampleOrganizations() {
	}

	static void addTo(Organizations organizations) {
		List<String> names = names();
		for (int i = 0; i < names.size(); i++) {
			organizations.add(organization(names.get(i), i));
		}
	}

	static List<String> names() {
		IntStream numbers = IntStream.range(0, NAMES.size() * TRADES.size());
		return Stream.concat(FIRST.stream(), numbers.mapToObj(SampleOrganizations::name)).toList();
	}

	/**
	 * Return a name, each of them once, and neighbours that have nothing in common.
	 */
	private static String name(int number) {
		int mixed = (number * 1009) % (NAMES.size() * TRADES.size());
		return NAMES.get(mixed / TRADES.size()) + " " + TRADES.get(mixed % TRADES.size());
	}

	private static NewOrganization organization(String name, int number) {
		NewOrganization organization = NewOrganization.named(name);
		if (number % 6 != 3) {
			organization.externalId("tenant-" + (1001 + number));
		}
		if (number % 3 != 2) {
			organization.feature("sso");
		}
		if (number % 4 == 1) {
			organization.feature("dir_sync");
		}
		return organization.metadata("plan", PLANS.get(number % PLANS.size()));
	}

}
