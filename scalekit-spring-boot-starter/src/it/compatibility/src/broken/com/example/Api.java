package com.example;

public interface Api {

	record Response(String id) {

	}

	final class Request {

		private Request() {
		}

		public static Request none() {
			return new Request();
		}

	}

	final class Mechanics {

		private Mechanics() {
		}

		public static void turn() {
		}

	}

}
