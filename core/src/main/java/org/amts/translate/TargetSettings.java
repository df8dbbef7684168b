package org.amts.translate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one target language. Parts that are null get their default. Immutable.
 *
 * @param engine name of the engine, see {@link org.amts.engine.EngineProvider}; {@code local} by
 *     default
 * @param model folder of the engine's model, from the book's root; null for the engine's own
 * @param terminology file of terms (CSV, TSV or TMX in Amazon Translate's form), from the book's
 *     root; null for none
 * @param doNotTranslate words and names that stay as they are
 * @param typography what differs from the language's usual typography
 * @param firstMention whether the first mention of a term in a document carries the source term in
 *     brackets
 */
public record TargetSettings(
    String engine,
    @Nullable String model,
    @Nullable String terminology,
    List<String> doNotTranslate,
    Map<String, String> typography,
    boolean firstMention) {

  /** The embedded engine and the language's usual typography. */
  public static final TargetSettings DEFAULT =
      new TargetSettings("local", null, null, List.of(), Map.of(), false);

  /** Fills in defaults. */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that the file leaves out arrive as null
  public TargetSettings {
    engine = engine == null ? "local" : engine;
    doNotTranslate = doNotTranslate == null ? List.of() : List.copyOf(doNotTranslate);
    typography = typography == null ? Map.of() : Map.copyOf(typography);
  }
}
