package com.scalekit.spring.benchmarks.startup;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A minimal MVC application. When it is ready, it prints the processor time that took in
 * milliseconds, and ends with its input.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class MvcApplication {

	public static void main(String[] arguments) throws IOException {
		SpringApplication.run(MvcApplication.class, arguments);
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		System.out.println(TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime()));
		System.in.transferTo(OutputStream.nullOutputStream());
		Runtime.getRuntime().halt(0);
	}

	@RestController
	static class HelloController {

		@GetMapping("/")
		String hello() {
			return "hello";
		}

	}

}
