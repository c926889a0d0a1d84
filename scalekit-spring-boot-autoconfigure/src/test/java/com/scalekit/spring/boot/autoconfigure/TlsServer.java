package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * A server that speaks TLS, hands out tokens and has no organizations. Each request needs
 * a connection of its own.
 */
final class TlsServer implements AutoCloseable {

	/**
	 * An application that ends disposes the global ones.
	 */
	private static final LoopResources LOOPS = LoopResources.create("tls-server", 2, true);

	private final List<String> clients = new CopyOnWriteArrayList<>();

	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final AtomicInteger handshakes = new AtomicInteger();

	private volatile Mono<Void> organizationsReady = Mono.empty();

	private DisposableServer server;

	private TlsServer(SSLContext tls, ClientAuth clientAuth) {
		this.server = start(0, tls, clientAuth);
	}

	static TlsServer start(SSLContext tls) {
		return new TlsServer(tls, ClientAuth.NONE);
	}

	/**
	 * Start a server that requires a certificate of its clients.
	 */
	static TlsServer startMutual(SSLContext tls) {
		return new TlsServer(tls, ClientAuth.REQUIRE);
	}

	private DisposableServer start(int port, SSLContext tls, ClientAuth clientAuth) {
		SslContext context = new JdkSslContext(tls, false, null, IdentityCipherSuiteFilter.INSTANCE, null, clientAuth,
				null, false);
		return HttpServer.create()
			.runOn(LOOPS)
			.host("localhost")
			.port(port)
			.channelGroup(this.connections)
			.doOnChannelInit((observer, channel, address) -> this.handshakes.incrementAndGet())
			.secure((spec) -> spec.sslContext(context))
			.route((routes) -> routes
				.post("/oauth/token",
						(request, response) -> answer(response, "{\"access_token\":\"token\",\"expires_in\":3600}",
								Mono.empty()))
				.get("/api/v1/organizations",
						(request, response) -> answer(response, "{\"organizations\":[]}", this.organizationsReady)))
			.bindNow();
	}

	private Mono<Void> answer(HttpServerResponse response, String body, Mono<Void> ready) {
		response.keepAlive(false);
		response.withConnection((connection) -> this.clients.add(clientOf(connection)));
		return ready.then(response.header("Content-Type", "application/json").sendString(Mono.just(body)).then());
	}

	private static String clientOf(Connection connection) {
		try {
			SslHandler tls = connection.channel().pipeline().get(SslHandler.class);
			return tls.engine().getSession().getPeerPrincipal().getName();
		}
		catch (SSLPeerUnverifiedException ex) {
			return "anonymous";
		}
	}

	/**
	 * Start again on the same port with another certificate.
	 */
	void restart(SSLContext tls) {
		restart(tls, ClientAuth.NONE);
	}

	/**
	 * Start again on the same port and require a certificate of the clients.
	 */
	void restartMutual(SSLContext tls) {
		restart(tls, ClientAuth.REQUIRE);
	}

	private void restart(SSLContext tls, ClientAuth clientAuth) {
		int port = this.server.port();
		close();
		this.server = start(port, tls, clientAuth);
	}

	/**
	 * Answer calls only when this has completed.
	 */
	void holdCalls(Mono<Void> ready) {
		this.organizationsReady = ready;
	}

	String url() {
		return "https://localhost:" + this.server.port();
	}

	/**
	 * How many connections were opened, whether they led to requests or not.
	 */
	int handshakes() {
		return this.handshakes.get();
	}

	/**
	 * The names of the clients of all requests.
	 */
	List<String> clients() {
		return this.clients;
	}

	@Override
	public void close() {
		this.server.disposeNow();
		this.connections.close().syncUninterruptibly();
	}

}
