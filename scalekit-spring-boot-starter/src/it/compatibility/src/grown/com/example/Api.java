package com.example;

public interface Api {

	Response get(String id);

	record Response(String id, String name) {

	}

	final class Request {

		private Request() {
		}

		public static Request none() {
			return new Request();
		}

		public Request withName(String name) {
			return this;
		}

		public Request withSlug(String slug) {
			return this;
		}

	}

	final class Mechanics {

		private Mechanics() {
		}

		public static void twist() {
		}

	}

}
