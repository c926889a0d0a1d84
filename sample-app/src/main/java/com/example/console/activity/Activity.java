package com.example.console.activity;

import java.util.EnumMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Looks at the meters once a second, and shows the last two minutes.
 */
@Controller
@EnableScheduling
class Activity {

	static final int SECONDS = 120;

	private final MeterRegistry meters;

	private final List<Map<Figure, Double>> history = new LinkedList<>();

	Activity(MeterRegistry meters) {
		this.meters = meters;
	}

	@Scheduled(fixedRate = 1000)
	synchronized void look() {
		if (this.history.size() > SECONDS) {
			this.history.remove(0);
		}
		this.history.add(read());
	}

	private Map<Figure, Double> read() {
		Map<Figure, Double> values = new EnumMap<>(Figure.class);
		Stream.of(Figure.values()).forEach((figure) -> values.put(figure, figure.read(this.meters)));
		return values;
	}

	@GetMapping("/activity")
	synchronized String show(Model model) {
		Map<Figure, Double> totals = read();
		List<Map<Figure, Double>> looks = List.copyOf(this.history);
		model.addAttribute("charts", Stream.of(Figure.values())
			.collect(Collectors.toMap(Figure::name, (figure) -> chart(figure, totals, looks))));
		return "activity";
	}

	private static Chart chart(Figure figure, Map<Figure, Double> totals, List<Map<Figure, Double>> looks) {
		return new Chart(figure, totals.getOrDefault(figure, 0.0),
				IntStream.range(1, looks.size()).mapToObj((i) -> figure.of(looks.get(i - 1), looks.get(i))).toList());
	}

}
