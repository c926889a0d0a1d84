package com.scalekit.spring.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

import com.scalekit.spring.test.ScalekitServerCustomizer;

/**
 * Connects the application under test to a
 * {@link com.scalekit.spring.test.ScalekitServer}, which is started with the application
 * context and closed with it. <pre class="code">
 * &#064;SpringBootTest
 * &#064;AutoConfigureScalekitServer
 * class TenantsTests {
 *
 * 	&#064;Test
 * 	void onboards(&#064;Autowired Tenants tenants, &#064;Autowired ScalekitServer scalekit) {
 * 		tenants.onboard("Acme", "t-1");
 * 		assertThat(scalekit.organizations().count()).isEqualTo(1);
 * 	}
 *
 * }
 * </pre> The server is a bean. The application is connected to it, whatever it is
 * connected to otherwise: {@code scalekit.environment-url}, {@code scalekit.client-id}
 * and {@code scalekit.client-secret} lead to it, and each
 * {@link com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails} bean is
 * replaced, without being created. In a test of a slice, such as {@code @WebMvcTest}, the
 * auto-configuration of the Scalekit clients is included, and so is that of login and
 * resource server, if they are switched on.
 * <p>
 * If the application has a {@code scalekit.webhook.secret} or a
 * {@code scalekit.interceptor.secret}, even as a placeholder that cannot be resolved, it
 * is replaced by that of the server. If the web server of the application is running, as
 * with {@code webEnvironment = RANDOM_PORT}, it is the target of
 * {@link com.scalekit.spring.test.ScalekitServer#webhooks() webhooks} and
 * {@link com.scalekit.spring.test.ScalekitServer#interceptors() interceptors} during each
 * test method: what changes in the server is delivered to the application.
 * <pre class="code">
 * &#064;Test
 * void takesSeat(&#064;Autowired ScalekitServer scalekit) {
 * 	String acme = scalekit.organizations().add("Acme");
 * 	scalekit.users().add("ann@acme.com", (user) -&gt; user.memberOf(acme));
 * 	scalekit.webhooks().awaitDelivery("user.organization_membership_created");
 * 	// ...
 * }
 * </pre> A target that a {@linkplain #customizers() customizer} sets takes precedence. A
 * web server with TLS is no target.
 * <p>
 * The server is {@linkplain com.scalekit.spring.test.ScalekitServer#reset() reset} before
 * each test method and before what runs ahead of it, such as {@code @BeforeEach} methods.
 * After a test that has not failed, it is
 * {@linkplain com.scalekit.spring.test.ScalekitServer#verify() verified} that the
 * scripted faults have happened. Test classes of the same configuration share the
 * application context and the server. If they run in parallel, the test methods that
 * share a server take turns.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureScalekitServer {

	/**
	 * What changes the settings of the server, such as its clock, its credentials, its
	 * port and the data to begin with. Each type has a constructor without parameters.
	 * Application contexts are shared by test classes with the same customizers only.
	 * <pre class="code">
	 * static class Acme implements ScalekitServerCustomizer {
	 *
	 * 	&#064;Override
	 * 	public void customize(ScalekitServer.Builder server) {
	 * 		server.initialData((scalekit) -&gt; scalekit.organizations().add("Acme", "t-1"));
	 * 	}
	 *
	 * }
	 * </pre>
	 * @return the types of the customizers, in their order
	 */
	Class<? extends ScalekitServerCustomizer>[] customizers() default {};

}
