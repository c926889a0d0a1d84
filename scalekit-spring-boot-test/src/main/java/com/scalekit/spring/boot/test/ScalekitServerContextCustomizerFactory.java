package com.scalekit.spring.boot.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Adds a server to the application contexts of annotated test classes.
 */
final class ScalekitServerContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		AutoConfigureScalekitServer annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureScalekitServer.class);
		return (annotation != null) ? new ScalekitServerContextCustomizer(List.of(annotation.customizers())) : null;
	}

}
