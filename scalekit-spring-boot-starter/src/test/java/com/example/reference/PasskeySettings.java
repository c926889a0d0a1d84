package com.example.reference;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import com.scalekit.spring.client.passkeys.DeletedPasskey.UnknownCredentialOptions;
import com.scalekit.spring.client.passkeys.PasskeyList;
import com.scalekit.spring.client.passkeys.PasskeysClient;

@RestController
class PasskeySettings {

	private final PasskeysClient passkeys;

	private final CurrentUser currentUser;

	PasskeySettings(PasskeysClient passkeys, CurrentUser currentUser) {
		this.passkeys = passkeys;
		this.currentUser = currentUser;
	}

	void rename(String id, String displayName) {
		this.passkeys.rename(requireOwn(id), displayName);
	}

	@DeleteMapping("/settings/passkeys/{id}")
	UnknownCredentialOptions delete(@PathVariable String id) {
		return this.passkeys.delete(requireOwn(id)).unknownCredentialOptions();
	}

	private String requireOwn(String id) {
		PasskeyList own = this.passkeys.list(this.currentUser.id());
		if (own.credentials().stream().noneMatch((passkey) -> passkey.id().equals(id))) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return id;
	}

	interface CurrentUser {

		String id();

	}

}
