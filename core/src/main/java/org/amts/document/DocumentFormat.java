package org.amts.document;

import java.util.Set;

/**
 * A file format. Implementations are stateless and safe for use by many threads.
 *
 * <p>{@link #parse} accepts any text, also a broken one: what it cannot understand becomes a
 * diagnostic and stays outside the translatable blocks. It never throws on account of its input.
 */
public interface DocumentFormat {

  /** The format's name in messages and settings, lower case: {@code markdown}. */
  String name();

  /** File name extensions without the dot, lower case: {@code md}. */
  Set<String> extensions();

  /**
   * Finds the blocks of a text.
   *
   * @param source the text to parse
   * @return the parsed document over the same {@code source}
   */
  Document parse(SourceText source);
}
