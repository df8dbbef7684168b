package org.amts.document;

/**
 * How translated text is written where a format cannot hold it as it is, for example inside a JSON
 * string. The reverse of what {@link Inline#text()} undid. Implementations are stateless.
 */
@FunctionalInterface
public interface Escaping {

  /** Writes text as it is. */
  Escaping NONE = text -> text;

  /** The characters that stand for {@code text} in the file. */
  String escape(String text);
}
