package com.scalekit.spring.client.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * The few blocking calls on event loops that are none of the clients' business. All
 * others fail where they happen and are remembered, in case that failure is swallowed.
 */
public final class AllowedBlockingCalls implements BlockHoundIntegration {

	static final Queue<BlockingOperationError> OTHERS = new ConcurrentLinkedQueue<>();

	@Override
	public void applyTo(BlockHound.Builder builder) {
		// Netty seeds the identifiers of its DNS queries from the operating system
		builder.allowBlockingCallsInside("io.netty.resolver.dns.DnsQueryIdSpace", "newBucket");
		builder.allowBlockingCallsInside("io.netty.resolver.dns.DnsQueryIdSpace", "pushId");
		// Jackson makes a deserializer once, and those who need it meanwhile wait
		builder.allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache",
				"_createAndCacheValueDeserializer");
		builder.blockingMethodCallback((method) -> {
			BlockingOperationError error = new BlockingOperationError(method);
			OTHERS.add(error);
			throw error;
		});
	}

}
