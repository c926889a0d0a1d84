package com.example.customized;

import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider.MeterRegistrar;

/**
 * The servers to which the connections of a pool lead.
 */
class PoolAddresses implements MeterRegistrar {

	final Set<String> addresses = ConcurrentHashMap.newKeySet();

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		this.addresses.add(remoteAddress.toString());
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
	}

}
