package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there is a signing secret, which is the switch of a side. What is empty counts
 * as missing, such as a variable that a container passes on although nobody has set it.
 */
public abstract class SecretCondition extends SpringBootCondition {

	private final String key;

	/**
	 * Creates a condition.
	 * @param key the key of the secret
	 */
	protected SecretCondition(String key) {
		this.key = key;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Scalekit signing secret");
		return isSet(context.getEnvironment(), this.key) ? ConditionOutcome.match(message.foundExactly(this.key))
				: ConditionOutcome.noMatch(message.didNotFind("property").items(this.key));
	}

	/**
	 * Returns whether there is a secret, right or wrong.
	 * @param environment the environment
	 * @param key the key of the secret
	 * @return whether it has a value
	 */
	public static boolean isSet(Environment environment, String key) {
		List<String> secrets = Binder.get(environment).bind(key, Bindable.listOf(String.class)).orElse(List.of());
		return secrets.size() > 1 || (secrets.size() == 1 && !secrets.get(0).isBlank());
	}

}
