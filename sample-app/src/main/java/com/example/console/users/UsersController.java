package com.example.console.users;

import com.example.console.web.ListRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.scalekit.spring.client.users.UsersClient;

/**
 * The users of all organizations.
 */
@Controller
@RequestMapping("/users")
class UsersController {

	private final UsersClient users;

	UsersController(UsersClient users) {
		this.users = users;
	}

	@GetMapping
	ModelAndView list(ListRequest request) {
		return UserList.page("users/list", request, (size) -> this.users.list(size, request.page()),
				(size) -> this.users.search(request.text(), size, request.page()));
	}

	@GetMapping("/{userId:usr_\\w+}")
	ModelAndView show(@PathVariable String userId) {
		return new ModelAndView("users/show", "user", this.users.get(userId));
	}

}
