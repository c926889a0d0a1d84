package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * A name server that knows no name.
 */
final class EmptyNameServer implements AutoCloseable {

	private static final int MAX_PACKET_SIZE = 512;

	private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("localhost"));

	private EmptyNameServer() throws IOException {
	}

	static EmptyNameServer start() throws IOException {
		EmptyNameServer server = new EmptyNameServer();
		Thread thread = new Thread(server::answerAll, "name-server");
		thread.setDaemon(true);
		thread.start();
		return server;
	}

	private void answerAll() {
		try {
			while (true) {
				DatagramPacket packet = new DatagramPacket(new byte[MAX_PACKET_SIZE], MAX_PACKET_SIZE);
				this.socket.receive(packet);
				packet.getData()[2] = (byte) 0x81;
				packet.getData()[3] = (byte) 0x83;
				this.socket.send(packet);
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	/**
	 * A connector that asks this server.
	 */
	ClientHttpConnector connector() {
		DnsNameResolverBuilder resolver = new DnsNameResolverBuilder().datagramChannelType(NioDatagramChannel.class)
			.nameServerProvider(new SingletonDnsServerAddressStreamProvider(
					new InetSocketAddress("localhost", this.socket.getLocalPort())));
		return new ReactorClientHttpConnector(HttpClient.create()
			.runOn(LoopResources.create("names", 1, true), false)
			.resolver(new DnsAddressResolverGroup(resolver)));
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
