package com.example.console.activity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ActivityController {

	private final Activity activity;

	ActivityController(Activity activity) {
		this.activity = activity;
	}

	@GetMapping("/activity")
	String show(Model model) {
		model.addAttribute("totals", this.activity.totals());
		model.addAttribute("charts", this.activity.charts());
		return "activity";
	}

}
