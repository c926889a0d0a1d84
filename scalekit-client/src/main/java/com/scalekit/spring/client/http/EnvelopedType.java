package com.scalekit.spring.client.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * The type of a member of a response. It looks like the type of the member, so that it
 * passes through Spring's machinery to the decoder, which looks for the member.
 *
 * @param type the type of the member
 * @param envelope the name of the member
 */
record EnvelopedType(Type type, String envelope) implements ParameterizedType {

	private static final Type[] NONE = {};

	/**
	 * Return the type to decode.
	 * @param type the type of the member
	 * @param envelope the name of the member, {@code null} if the type is that of the
	 * whole response
	 */
	static <T> ParameterizedTypeReference<T> reference(ParameterizedTypeReference<T> type, @Nullable Object envelope) {
		return (envelope instanceof String name)
				? ParameterizedTypeReference.forType(new EnvelopedType(type.getType(), name)) : type;
	}

	@Override
	public Type[] getActualTypeArguments() {
		return (this.type instanceof ParameterizedType parameterized) ? parameterized.getActualTypeArguments() : NONE;
	}

	@Override
	public Type getRawType() {
		return (this.type instanceof ParameterizedType parameterized) ? parameterized.getRawType() : this.type;
	}

	@Override
	public @Nullable Type getOwnerType() {
		return null;
	}

}
