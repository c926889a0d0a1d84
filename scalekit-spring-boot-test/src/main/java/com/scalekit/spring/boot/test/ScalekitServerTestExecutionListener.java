package com.scalekit.spring.boot.test;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * Resets the server before each test method of annotated test classes. The lock is
 * released after the application context may have been closed, so that the next one gets
 * another server.
 */
final class ScalekitServerTestExecutionListener implements TestExecutionListener, Ordered {

	private static final String LOCK = ScalekitServerLock.class.getName();

	@Override
	public int getOrder() {
		return DependencyInjectionTestExecutionListener.ORDER - 1;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), AutoConfigureScalekitServer.class)) {
			ScalekitServerLock lock = testContext.getApplicationContext().getBean(ScalekitServerLock.class);
			testContext.setAttribute(LOCK, lock);
			lock.acquire();
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.removeAttribute(LOCK) instanceof ScalekitServerLock lock) {
			try {
				if (testContext.getTestException() == null) {
					lock.verify();
				}
			}
			finally {
				lock.release();
			}
		}
	}

}
