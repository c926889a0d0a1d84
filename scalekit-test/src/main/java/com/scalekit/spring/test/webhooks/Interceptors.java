package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.EnvironmentState;

/**
 * The questions of a {@code ScalekitServer} to the interceptors of the application under
 * test. <pre class="code">
 * assertThat(server.interceptors().ask("PRE_SIGNUP").email("ann@acme.com").at(uri).allowed()).isTrue();
 * </pre>
 */
public final class Interceptors {

	private final EnvironmentState state;

	private final SigningKeys keys;

	private final Sender sender;

	private volatile @Nullable URI target;

	Interceptors(EnvironmentState state, SigningKey key, Sender sender, @Nullable URI target) {
		this.state = state;
		this.keys = new SigningKeys(key);
		this.sender = sender;
		this.target = target;
	}

	/**
	 * Return the secret that the application under test checks signatures with. After a
	 * rotation, it is the new one.
	 * @return the secret, such as {@code whsec_MfKQ9r8GKYqrTwjU}
	 */
	public String secret() {
		return this.keys.secrets().get(0);
	}

	/**
	 * Return the secrets that questions are signed with.
	 * @return the secrets, the newest first
	 */
	public List<String> secrets() {
		return this.keys.secrets();
	}

	/**
	 * Rotate the secret. Until the {@linkplain #dropOldSecrets() old ones are dropped},
	 * questions are signed with the new secret and with those before it.
	 * @return the new secret
	 */
	public String rotate() {
		return this.keys.rotate();
	}

	/**
	 * Sign with the newest secret only.
	 */
	public void dropOldSecrets() {
		this.keys.dropOld();
	}

	/**
	 * Set where questions are asked that name no other place.
	 * @param uri the URL of the application under test that decides, or {@code null}
	 */
	public void target(@Nullable URI uri) {
		this.target = uri;
	}

	/**
	 * Return where questions are asked that name no other place.
	 * @return the URL, or {@code null} if there is none
	 */
	public @Nullable URI target() {
		return this.target;
	}

	/**
	 * Write a question.
	 * @param trigger what it is about: {@code PRE_SIGNUP}, {@code PRE_SESSION_CREATION},
	 * {@code PRE_USER_INVITATION} or {@code PRE_M2M_TOKEN_CREATION}, or another one that
	 * Scalekit does not document
	 * @return the question, with a context and data that Scalekit might send
	 */
	public InterceptorQuestion ask(String trigger) {
		return new InterceptorQuestion(trigger, this.sender, this.state, this.keys::current, this::target);
	}

	void reset() {
		this.keys.reset();
	}

}
