package com.example.reference.tenants;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TenantsApplication {

}
