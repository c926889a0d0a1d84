package com.example;

import java.util.concurrent.TimeUnit;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class Resubmission {

	private final FailedEventPublications failed;

	Resubmission(FailedEventPublications failed) {
		this.failed = failed;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void resubmit() {
		this.failed.resubmit(ResubmissionOptions.defaults());
	}

}
