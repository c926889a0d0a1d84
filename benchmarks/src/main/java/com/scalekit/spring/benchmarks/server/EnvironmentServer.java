package com.scalekit.spring.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslHandler;

/**
 * Serves a Scalekit environment to the loopback interface, on a single thread. Prints its
 * port, then a line of {@link Statistics} for each line of its input, and ends with it.
 */
public final class EnvironmentServer {

	private static final int BACKLOG = 4096;

	private EnvironmentServer() {
	}

	public static void main(String[] arguments) throws IOException, GeneralSecurityException {
		ServerSettings settings = ServerSettings.fromArguments(arguments);
		Environment environment = new Environment(settings);
		SSLContext sslContext = SSLContext.getDefault();
		EventLoopGroup eventLoop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
		Channel server = new ServerBootstrap().group(eventLoop)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
					if (settings.tls()) {
						SSLEngine sslEngine = sslContext.createSSLEngine();
						sslEngine.setUseClientMode(false);
						channel.pipeline().addLast(new SslHandler(sslEngine));
					}
					channel.pipeline().addLast(new HttpRequestDecoder(), new EnvironmentHandler(environment));
				}

			})
			.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.syncUninterruptibly()
			.channel();
		System.out.println(((InetSocketAddress) server.localAddress()).getPort());
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (input.readLine() != null) {
			System.out.println(environment.statistics().toLine());
		}
		eventLoop.shutdownGracefully();
	}

}
