package com.scalekit.spring.benchmarks.server;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.benchmarks.server.Environment.Answer;

/**
 * Answers the requests of a connection.
 */
final class EnvironmentHandler extends ChannelInboundHandlerAdapter {

	private final Environment environment;

	private @Nullable HttpRequest request;

	EnvironmentHandler(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		this.environment.connected();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.environment.disconnected();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest head) {
			this.request = head;
		}
		if (message instanceof LastHttpContent && this.request != null) {
			send(context, answer(this.request));
		}
		ReferenceCountUtil.release(message);
	}

	private Answer answer(HttpRequest request) {
		return request.uri().equals("/oauth/token") ? this.environment.token()
				: this.environment.call(request.uri(), request.headers().contains(HttpHeaderNames.AUTHORIZATION));
	}

	private void send(ChannelHandlerContext context, Answer answer) {
		if (answer == Answer.RESET) {
			context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
			context.close();
		}
		else if (answer.delay().isZero()) {
			context.writeAndFlush(Unpooled.wrappedBuffer(answer.bytes()));
		}
		else {
			context.executor()
				.schedule(() -> context.writeAndFlush(Unpooled.wrappedBuffer(answer.bytes())),
						answer.delay().toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
