package com.scalekit.spring.boot.autoconfigure.webhooks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Properties of the table of the inbox.
 *
 * @param initializeSchema Whether to create the table of the inbox at start.
 */
@ConfigurationProperties("scalekit.webhook.jdbc")
record WebhookJdbcProperties(@DefaultValue("embedded") DatabaseInitializationMode initializeSchema) {

}
