package com.example.console.environment;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.test.ScalekitServer;

/**
 * The environment that the console is connected to, as it is shown on each page.
 */
@Component
public class ConnectedEnvironment {

	private final String host;

	private final boolean inMemory;

	ConnectedEnvironment(ScalekitConnectionDetails connectionDetails, ObjectProvider<ScalekitServer> inMemoryServer) {
		this.host = connectionDetails.getEnvironmentUrl().replaceFirst("^https?://", "").replaceFirst("/+$", "");
		this.inMemory = inMemoryServer.getIfAvailable() != null;
	}

	public String getHost() {
		return this.host;
	}

	public boolean isInMemory() {
		return this.inMemory;
	}

}
