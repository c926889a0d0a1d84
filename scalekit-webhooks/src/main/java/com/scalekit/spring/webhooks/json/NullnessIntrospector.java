package com.scalekit.spring.webhooks.json;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

import org.springframework.util.ClassUtils;

/**
 * Makes the components of a record what their types promise. One that is not
 * {@link Nullable} is never {@code null}: where Scalekit sends nothing, a text, a list or
 * a map is empty, a number zero, and an enum constant unknown; without an identifier, an
 * instant or an object, the record cannot be read. A {@link Nullable} text is never
 * empty.
 */
final class NullnessIntrospector extends JacksonAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	private static final Set<Class<?>> EMPTY_VALUES = Set.of(String.class, List.class, Map.class);

	@Override
	public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
		RecordComponent component = component(annotated);
		if (component == null || isNullable(component)) {
			return super.findSetterInfo(config, annotated);
		}
		return JsonSetter.Value.forValueNulls(
				(hasEmptyValue(annotated.getRawType()) && !isIdentifier(component)) ? Nulls.AS_EMPTY : Nulls.FAIL);
	}

	@Override
	public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
		RecordComponent component = component(annotated);
		return (component != null && component.getType() == String.class && isNullable(component))
				? new NullableTextDeserializer() : super.findDeserializer(config, annotated);
	}

	private static @Nullable RecordComponent component(Annotated annotated) {
		if (annotated instanceof AnnotatedParameter parameter
				&& parameter.getOwner() instanceof AnnotatedConstructor constructor
				&& parameter.getDeclaringClass().isRecord()) {
			RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
			return (constructor.getParameterCount() == components.length) ? components[parameter.getIndex()] : null;
		}
		return null;
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static boolean hasEmptyValue(Class<?> type) {
		return ClassUtils.isPrimitiveOrWrapper(type) || type.isEnum() || EMPTY_VALUES.contains(type);
	}

	private static boolean isIdentifier(RecordComponent component) {
		return component.getName().equals("id");
	}

}
