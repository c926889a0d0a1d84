package com.scalekit.spring.test.junit;

import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScalekitServerCustomizer;

/**
 * Starts a {@link ScalekitServer} for the tests of a class, and
 * {@linkplain ScalekitServer#reset() resets} it before each of them. Test methods have it
 * as a parameter: <pre class="code">
 * &#064;ExtendWith(ScalekitServerExtension.class)
 * class TenantsTests {
 *
 * 	&#064;Test
 * 	void onboards(ScalekitServer scalekit) {
 * 		new Tenants(scalekit.url(), scalekit.clientId(), scalekit.clientSecret()).onboard("Acme", "t-1");
 * 		assertThat(scalekit.organizations().count()).isEqualTo(1);
 * 	}
 *
 * }
 * </pre> or get it from the extension: <pre class="code">
 * &#064;RegisterExtension
 * static final ScalekitServerExtension scalekit = new ScalekitServerExtension();
 * </pre> After a test that has not failed, it {@linkplain ScalekitServer#verify()
 * verifies} that the scripted faults have happened. Tests that share an extension and run
 * in parallel take turns.
 */
public final class ScalekitServerExtension
		implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private final Namespace namespace = Namespace.create(this);

	private final ReentrantLock turn = new ReentrantLock();

	private final ScalekitServerCustomizer customizer;

	private @Nullable ScalekitServer server;

	private int users;

	/**
	 * Create an extension. The server is started before the first test.
	 */
	public ScalekitServerExtension() {
		this((server) -> {
		});
	}

	/**
	 * Create an extension with settings. The server is started before the first test.
	 * <pre class="code">
	 * &#064;RegisterExtension
	 * static final ScalekitServerExtension scalekit = new ScalekitServerExtension((server) -&gt; server.clock(clock)
	 * 	.initialData((data) -&gt; data.organizations().add("Acme", "t-1")));
	 * </pre>
	 * @param customizer changes the settings of the server
	 */
	public ScalekitServerExtension(ScalekitServerCustomizer customizer) {
		this.customizer = customizer;
	}

	/**
	 * Return the server.
	 * @return the running server
	 * @throws IllegalStateException if there is no test running
	 */
	public synchronized ScalekitServer server() {
		if (this.server == null) {
			throw new IllegalStateException("The server runs from before the first test to after the last one");
		}
		return this.server;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		use(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		use(context);
		this.turn.lock();
		server().reset();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (this.turn.isHeldByCurrentThread()) {
			try {
				if (context.getExecutionException().isEmpty()) {
					server().verify();
				}
			}
			finally {
				this.turn.unlock();
			}
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
		return parameterContext.getParameter().getType() == ScalekitServer.class;
	}

	@Override
	public ScalekitServer resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
		use(extensionContext);
		return server();
	}

	/**
	 * Keep the server running to the end of a context, or of the one that contains it.
	 */
	private void use(ExtensionContext context) {
		context.getStore(this.namespace).computeIfAbsent(Use.class, (key) -> new Use());
	}

	private synchronized void acquire() {
		if (this.server == null) {
			ScalekitServer.Builder builder = ScalekitServer.builder();
			this.customizer.customize(builder);
			this.server = builder.start();
		}
		this.users++;
	}

	private synchronized void release() {
		this.users--;
		if (this.users == 0 && this.server != null) {
			this.server.close();
			this.server = null;
		}
	}

	private final class Use implements AutoCloseable {

		Use() {
			acquire();
		}

		@Override
		public void close() {
			release();
		}

	}

}
