package com.scalekit.spring.test.tools;

import java.util.function.Consumer;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Store;

/**
 * The tools of a {@code ScalekitServer}: those that a test registers. A tool that acts at
 * a service is executed with a connected account of that service.
 */
public final class Tools {

	private final EnvironmentState state;

	private final Store<StoredTool> store;

	private final Store<StoredTool>.UniqueField name;

	Tools(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "tool", StoredTool::id);
		this.name = this.store.uniqueField("name", StoredTool::name);
	}

	/**
	 * Register a tool, in place of one of that name. <pre class="code">
	 * server.tools().register("echo", (params) -&gt; params);
	 * </pre>
	 * @param name the name, such as {@code gmail_send}. What stands before the first
	 * {@code _} is the service that the tool acts at
	 * @param function what the tool does
	 */
	public void register(String name, ToolFunction function) {
		register(name, function, (tool) -> {
		});
	}

	/**
	 * Register a tool with all that it may have, in place of one of that name.
	 * <pre class="code">
	 * server.tools().register("gmail_send", (params) -&gt; Map.of("id", "1"),
	 * 		(tool) -&gt; tool.description("Sends a mail").takes(Duration.ofSeconds(5)));
	 * </pre>
	 * @param name the name, such as {@code gmail_send}. What stands before the first
	 * {@code _} is the service that the tool acts at
	 * @param function what the tool does
	 * @param details sets the details
	 */
	public void register(String name, ToolFunction function, Consumer<NewTool> details) {
		NewTool tool = new NewTool(name);
		details.accept(tool);
		synchronized (this.state) {
			this.name.find(name).ifPresent((former) -> this.store.delete(former.id()));
			this.store.add(tool.toTool(this.state.nextId("tol_"), function, this.state.timestamp()));
		}
	}

	Store<StoredTool> store() {
		return this.store;
	}

	StoredTool get(String name) {
		return this.name.get(name);
	}

	void clear() {
		this.store.clear();
	}

}
