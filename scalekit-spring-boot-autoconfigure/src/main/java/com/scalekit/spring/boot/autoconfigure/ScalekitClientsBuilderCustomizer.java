package com.scalekit.spring.boot.autoconfigure;

import com.scalekit.spring.client.ScalekitClients;

/**
 * Callback to customize the builder of each {@link ScalekitClients} instance that is
 * configured by a {@link ScalekitClientsBuilderConfigurer}. It is called after everything
 * else has been configured.
 */
@FunctionalInterface
public interface ScalekitClientsBuilderCustomizer {

	/**
	 * Customize the builder.
	 * @param builder the builder to customize
	 */
	void customize(ScalekitClients.Builder builder);

}
