package com.scalekit.spring.test.sessions;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.sessions.StoredSession.Device;
import com.scalekit.spring.test.sessions.StoredSession.Location;

/**
 * The details of a session that a test adds. At first nothing is known of its device.
 *
 * @see Sessions#add(String, String, java.util.function.Consumer)
 */
public final class NewSession {

	private @Nullable String deviceType;

	private String browser = "";

	private String os = "";

	private String ip = "";

	private @Nullable Location location;

	NewSession() {
	}

	/**
	 * Set the device that the user has signed in with.
	 * @param type the kind of device: {@code desktop}, {@code mobile}, {@code tablet} or
	 * {@code other}
	 * @param os the operating system with its version, such as {@code macOS 15.1}
	 * @param browser the browser with its version, such as {@code Firefox 140.0}
	 * @return this session
	 */
	public NewSession device(String type, String os, String browser) {
		this.deviceType = type;
		this.os = os;
		this.browser = browser;
		return this;
	}

	/**
	 * Set where the user has signed in.
	 * @param ip the IP address
	 * @param country the country
	 * @param city the city
	 * @return this session
	 */
	public NewSession from(String ip, String country, String city) {
		this.ip = ip;
		this.location = new Location(country, "", city, "", "");
		return this;
	}

	@Nullable Device toDevice() {
		return (this.deviceType == null && this.location == null) ? null
				: new Device(this.ip, "", (this.deviceType != null) ? this.deviceType : "other", name(this.os),
						version(this.os), name(this.browser), version(this.browser), this.location);
	}

	private static String name(String product) {
		return product.substring(0, product.length() - version(product).length()).strip();
	}

	private static String version(String product) {
		String last = product.substring(product.lastIndexOf(' ') + 1);
		return (!last.isEmpty() && Character.isDigit(last.charAt(0))) ? last : "";
	}

}
