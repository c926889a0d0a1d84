package com.scalekit.spring.test.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.server.PageRequest.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoreTests {

	private final EnvironmentState state = new EnvironmentState(Clock.systemUTC());

	private final Store<Owner> owners = new Store<>(this.state, "owner", Owner::id);

	private final Store<Thing> things = new Store<>(this.state, "thing", Thing::id);

	private final Store<Thing>.Index byOwner = this.things.index(Thing::owner);

	StoreTests() {
		this.state.onDelete("owner", this.byOwner::deleteAll);
		this.owners.add(new Owner("o1"));
		this.things.add(new Thing("1", "o1", "red"));
		this.things.add(new Thing("2", "o2", "red"));
		this.things.add(new Thing("3", "o1", "blue"));
		this.things.add(new Thing("4", null, "red"));
	}

	@Test
	void listsByIndex() {
		assertThat(this.byOwner.all("o1")).extracting(Thing::id).containsExactly("1", "3");
		assertThat(this.byOwner.all("o3")).isEmpty();
		Page<Thing> first = this.byOwner.list("o1", page("page_size=1"));
		assertThat(first.items()).extracting(Thing::id).containsExactly("1");
		assertThat(first.totalSize()).isEqualTo(2);
		Page<Thing> second = this.byOwner.list("o1",
				page("page_size=1&page_token=" + first.nextPageToken().replace("=", "%3D")));
		assertThat(second.items()).extracting(Thing::id).containsExactly("3");
		assertThat(second.nextPageToken()).isEmpty();
	}

	@Test
	void indexFollowsChanges() {
		this.things.update("1", (thing) -> new Thing("1", "o2", "red"));
		this.things.update("4", (thing) -> new Thing("4", "o2", "red"));
		this.things.delete("2");
		assertThat(this.byOwner.all("o1")).extracting(Thing::id).containsExactly("3");
		assertThat(this.byOwner.all("o2")).extracting(Thing::id).containsExactly("1", "4");
		this.things.clear();
		assertThat(this.byOwner.all("o2")).isEmpty();
	}

	@Test
	void listsWhatConditionHoldsFor() {
		assertThat(this.things.list(page(""), (thing) -> thing.color().equals("red")).items()).extracting(Thing::id)
			.containsExactly("1", "2", "4");
		assertThat(this.byOwner.list("o1", page(""), (thing) -> thing.color().equals("red")).items())
			.extracting(Thing::id)
			.containsExactly("1");
	}

	@Test
	void deletingCascades() {
		List<String> deleted = new ArrayList<>();
		this.state.onDelete("thing", deleted::add);
		this.owners.delete("o1");
		assertThat(deleted).containsExactly("1", "3");
		assertThat(this.things.all()).extracting(Thing::id).containsExactly("2", "4");
	}

	@Test
	void pageHasBody() {
		assertThat(this.things.list(page("page_size=4")).map(Thing::id).toBody("things")).isEqualTo(Map
			.of("next_page_token", "", "things", List.of("1", "2", "3", "4"), "prev_page_token", "", "total_size", 4));
		assertThat(PageRequest.of(ApiRequest.of("GET", "/", Map.of(), new byte[0]), 3)
			.select(new TreeMap<>(Map.of("1", 1, "2", 2, "3", 3, "4", 4)))
			.items()).hasSize(3);
	}

	@Test
	void pagesHaveNumbers() {
		List<Integer> all = List.of(1, 2, 3, 4, 5);
		assertThat(NumberedPageRequest.of(request(""), 2, 3).select(all)).containsExactly(1, 2);
		assertThat(NumberedPageRequest.of(request("page_number=1&page_size=3"), 2, 3).select(all)).containsExactly(4,
				5);
		assertThat(NumberedPageRequest.of(request("page_size=4"), 2, 3).select(all)).hasSize(3);
		assertThat(NumberedPageRequest.of(request("page_number=9"), 2, 3).select(all)).isEmpty();
		assertThat(NumberedPageRequest.of(request("page_number=9"), 2, 3).number()).isEqualTo(9);
	}

	@Test
	void resourcesOfOtherGroupsAreRequired() {
		Store<Owner> boats = new Store<>(this.state, "boat", Owner::id);
		boats.add(new Owner("boat_1"));
		this.state.require("boat", "boat_1");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.state.require("boat", "boat_2"))
			.withMessage("boat not found");
		assertThatIllegalArgumentException().isThrownBy(() -> this.state.require("ship", "boat_1"))
			.withMessage("Nothing keeps a resource of kind 'ship'");
	}

	@Test
	void idsAscend() {
		String first = this.state.nextId("org_");
		String second = this.state.nextId("usr_");
		assertThat(first).matches("org_\\d{18}");
		assertThat(Long.parseLong(second.substring(4))).isGreaterThan(Long.parseLong(first.substring(4)));
	}

	private static PageRequest page(String query) {
		return PageRequest.of(request(query));
	}

	private static ApiRequest request(String query) {
		return ApiRequest.of("GET", "/?" + query, Map.of(), new byte[0]);
	}

	private record Owner(String id) {
	}

	private record Thing(String id, @Nullable String owner, String color) {
	}

}
