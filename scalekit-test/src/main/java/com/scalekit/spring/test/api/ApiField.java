package com.scalekit.spring.test.api;

import java.util.Locale;
import java.util.Set;

/**
 * A parameter, or a member of an object.
 *
 * @param name the name on the wire
 * @param presence whether it has to be there
 * @param type the type
 * @param marks what else is known of it
 */
public record ApiField(String name, Presence presence, ApiType type, Set<Mark> marks) {

	/**
	 * Return whether it has to be there.
	 * @return whether it is written with an exclamation mark, or is a variable of a path
	 */
	public boolean isRequired() {
		return this.presence == Presence.REQUIRED;
	}

	/**
	 * Return whether being set is told apart from the zero value.
	 * @return whether it is written with a question mark
	 */
	public boolean isOptional() {
		return this.presence == Presence.EXPLICIT;
	}

	/**
	 * Return whether the value must never be logged.
	 * @return whether it is secret
	 */
	public boolean isSecret() {
		return this.marks.contains(Mark.SECRET);
	}

	/**
	 * Return whether it may be {@code null}.
	 * @return whether it may be {@code null}
	 */
	public boolean isNullable() {
		return this.marks.contains(Mark.NULLABLE);
	}

	/**
	 * Return whether requests cannot set it.
	 * @return whether it is read-only
	 */
	public boolean isReadOnly() {
		return this.marks.contains(Mark.READ_ONLY);
	}

	/**
	 * Return whether it should not be used.
	 * @return whether it is deprecated
	 */
	public boolean isDeprecated() {
		return this.marks.contains(Mark.DEPRECATED);
	}

	/**
	 * Return whether each response has it: protobuf prints defaults, unless a field has
	 * explicit presence or is a message.
	 * @return whether it is never left out of a response
	 */
	public boolean isAlwaysPrinted() {
		return !isOptional() && !isNullable() && !this.type.isMessage();
	}

	ApiField asRequired() {
		return new ApiField(this.name, Presence.REQUIRED, this.type, this.marks);
	}

	/**
	 * Whether a field has to be there.
	 */
	public enum Presence {

		/**
		 * The zero value is the same as none.
		 */
		IMPLICIT,

		/**
		 * The zero value is told apart from none.
		 */
		EXPLICIT,

		/**
		 * It has to be there.
		 */
		REQUIRED

	}

	/**
	 * What else is known of a field.
	 */
	public enum Mark {

		/**
		 * It should not be used.
		 */
		DEPRECATED,

		/**
		 * Requests cannot set it.
		 */
		READ_ONLY,

		/**
		 * It may be {@code null}.
		 */
		NULLABLE,

		/**
		 * It must never be logged.
		 */
		SECRET;

		String text() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
