package com.example;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TenantsController {

	private final Tenants tenants;

	TenantsController(Tenants tenants) {
		this.tenants = tenants;
	}

	@GetMapping("/tenants/{id}")
	String name(@PathVariable String id) {
		return this.tenants.nameOf(id);
	}

}
