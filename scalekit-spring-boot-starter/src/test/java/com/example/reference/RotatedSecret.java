package com.example.reference;

import java.util.function.Supplier;

import com.scalekit.spring.client.ScalekitClients;

class RotatedSecret {

	ScalekitClients clients(Supplier<String> clientSecret) {
		return ScalekitClients.builder("https://acme.scalekit.com", "skc_1234", clientSecret).build();
	}

}
