package com.example;

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

	@Scheduled(fixedDelayString = "1m", initialDelayString = "1m")
	void resubmit() {
		this.failed.resubmit(ResubmissionOptions.defaults());
	}

}
