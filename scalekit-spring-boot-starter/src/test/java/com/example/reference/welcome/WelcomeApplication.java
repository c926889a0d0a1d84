package com.example.reference.welcome;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class WelcomeApplication {

}
