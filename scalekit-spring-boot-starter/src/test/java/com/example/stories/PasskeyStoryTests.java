package com.example.stories;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.passkeys.DeletedPasskey;
import com.scalekit.spring.client.passkeys.Passkey;
import com.scalekit.spring.client.passkeys.PasskeyList;
import com.scalekit.spring.client.passkeys.PasskeysClient;
import com.scalekit.spring.client.passkeys.ReactivePasskeysClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user names a passkey and deletes another one, which the browser then forgets.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class PasskeyStoryTests {

	@Autowired
	private ScalekitServer scalekit;

	private String user;

	private String phone;

	private String laptop;

	@BeforeEach
	void registerPasskeys() {
		this.user = this.scalekit.users().add("ann@acme.com");
		this.phone = this.scalekit.passkeys().add(this.user, "Phone");
		this.laptop = this.scalekit.passkeys().add(this.user, "Laptop");
	}

	@Test
	void tidyUp(@Autowired PasskeysClient passkeys) {
		assertThat(passkeys.rename(this.phone, "Work phone").displayName()).isEqualTo("Work phone");
		PasskeyList before = passkeys.list(this.user);
		assertThat(before.credentials()).extracting(Passkey::displayName).containsExactly("Work phone", "Laptop");

		DeletedPasskey deleted = passkeys.delete(this.laptop);
		assertThat(deleted.success()).isTrue();
		PasskeyList after = passkeys.list(this.user);
		assertThat(after.credentials()).extracting(Passkey::id).containsExactly(this.phone);
		assertThat(before.allAcceptedCredentialsOptions().allAcceptedCredentialIds())
			.contains(deleted.unknownCredentialOptions().credentialId());
		assertThat(after.allAcceptedCredentialsOptions().allAcceptedCredentialIds())
			.doesNotContain(deleted.unknownCredentialOptions().credentialId());
	}

	@Test
	void reactiveTidyUp(@Autowired ReactivePasskeysClient passkeys) {
		assertThat(passkeys.rename(this.phone, "Work phone")
			.then(passkeys.delete(this.laptop))
			.then(passkeys.list(this.user))
			.flatMapIterable(PasskeyList::credentials)
			.map(Passkey::displayName)
			.collectList()
			.block()).containsExactly("Work phone");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
