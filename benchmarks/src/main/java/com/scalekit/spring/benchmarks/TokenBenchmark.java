package com.scalekit.spring.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import com.scalekit.spring.benchmarks.tokens.Decoder;
import com.scalekit.spring.benchmarks.tokens.TokenIssuer;

/**
 * Decodes an access token, compared with the decoder of Spring Security that checks
 * issuer and audience.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class TokenBenchmark {

	/**
	 * The variant.
	 */
	@Param({ "SPRING_SECURITY", "SCALEKIT" })
	public Decoder variant = Decoder.SPRING_SECURITY;

	private TokenIssuer issuer;

	private ObjIntConsumer<String> decoder;

	/**
	 * Sign the token, publish its key and create the decoder.
	 */
	@Setup
	public void start() {
		this.issuer = new TokenIssuer();
		this.decoder = this.variant.create(this.issuer.url());
	}

	/**
	 * Stop the server.
	 */
	@TearDown
	public void stop() {
		this.issuer.close();
	}

	/**
	 * Decode the token.
	 */
	@Benchmark
	public void decode() {
		this.decoder.accept(this.issuer.token(), 1);
	}

}
