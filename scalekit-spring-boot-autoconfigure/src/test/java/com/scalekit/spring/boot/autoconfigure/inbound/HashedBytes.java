package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Mac;
import javax.crypto.MacSpi;

/**
 * Counts the bytes of which this JVM computes an HMAC-SHA256.
 */
final class HashedBytes implements AutoCloseable {

	private static final String ALGORITHM = "HmacSHA256";

	private final AtomicLong count = new AtomicLong();

	private final CountingProvider provider = new CountingProvider(this.count);

	private HashedBytes() {
	}

	static HashedBytes start() {
		HashedBytes bytes = new HashedBytes();
		Security.insertProviderAt(bytes.provider, 1);
		return bytes;
	}

	long count() {
		return this.count.get();
	}

	@Override
	public void close() {
		Security.removeProvider(this.provider.getName());
	}

	private static final class CountingProvider extends Provider {

		@Serial
		private static final long serialVersionUID = 1L;

		private CountingProvider(AtomicLong count) {
			super("HashedBytes", "1", "Counts bytes");
			putService(new Service(this, "Mac", ALGORITHM, CountingMac.class.getName(), null, null) {

				@Override
				public Object newInstance(Object parameter) {
					return new CountingMac(count);
				}

			});
		}

	}

	private static final class CountingMac extends MacSpi {

		private final AtomicLong count;

		private final Mac mac;

		private CountingMac(AtomicLong count) {
			this.count = count;
			try {
				this.mac = Mac.getInstance(ALGORITHM, "SunJCE");
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected int engineGetMacLength() {
			return this.mac.getMacLength();
		}

		@Override
		protected void engineInit(Key key, AlgorithmParameterSpec parameters) {
			try {
				this.mac.init(key);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected void engineUpdate(byte input) {
			this.count.incrementAndGet();
			this.mac.update(input);
		}

		@Override
		protected void engineUpdate(byte[] input, int offset, int length) {
			this.count.addAndGet(length);
			this.mac.update(input, offset, length);
		}

		@Override
		protected byte[] engineDoFinal() {
			return this.mac.doFinal();
		}

		@Override
		protected void engineReset() {
			this.mac.reset();
		}

	}

}
