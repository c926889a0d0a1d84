package com.example.console.users;

import java.util.List;
import java.util.function.IntFunction;

import com.example.console.web.ListRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.users.UserPage;

/**
 * Page with a list of users, all of them or those that are found.
 */
final class UserList {

	private static final int MAX_FOUND = 30;

	private UserList() {
	}

	static ModelAndView page(String view, ListRequest request, IntFunction<UserPage> all, IntFunction<UserPage> found) {
		if (request.text().isEmpty()) {
			return new ModelAndView(view, "page", all.apply(request.size()));
		}
		try {
			return new ModelAndView(view, "page", found.apply(Math.min(request.size(), MAX_FOUND)));
		}
		catch (ScalekitApiException.BadRequest ex) {
			return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("page", new UserPage(List.of(), null, null, 0))
				.addObject("refused", true);
		}
	}

}
