package com.scalekit.spring.test.context;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * Resets the server before each test method of annotated test classes. The turn of a test
 * method ends after the application context may have been closed, so that the next one
 * gets another server.
 */
final class ScalekitServerTestExecutionListener implements TestExecutionListener, Ordered {

	private static final String TURNS = ServerTurns.class.getName();

	@Override
	public int getOrder() {
		return DependencyInjectionTestExecutionListener.ORDER - 1;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), AutoConfigureScalekitServer.class)) {
			ServerTurns turns = testContext.getApplicationContext().getBean(ServerTurns.class);
			testContext.setAttribute(TURNS, turns);
			turns.begin();
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.removeAttribute(TURNS) instanceof ServerTurns turns) {
			turns.end();
		}
	}

}
