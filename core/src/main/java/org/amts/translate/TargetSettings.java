package org.amts.translate;

import java.util.List;
import java.util.Map;
import org.amts.engine.Formality;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one target language. Parts that are null get their default. Immutable.
 *
 * @param engine name of the engine, see {@link org.amts.engine.EngineProvider}; {@code local} by
 *     default
 * @param model folder of the engine's model, from the book's root; null for the engine's own
 * @param engineSettings what only this engine understands, by name; they go before those of the
 *     whole book
 * @param terminology file of terms (CSV, TSV or TMX in Amazon Translate's form), from the book's
 *     root; null for none
 * @param doNotTranslate words and names that stay as they are
 * @param typography what differs from the language's usual typography
 * @param firstMention whether the first mention of a term in a document carries the source term in
 *     brackets
 * @param formality {@code formal} or {@code informal}: how the reader is addressed; null as the
 *     engine has it
 * @param brevity whether shorter translations are preferred
 */
public record TargetSettings(
    String engine,
    @Nullable String model,
    Map<String, String> engineSettings,
    @Nullable String terminology,
    List<String> doNotTranslate,
    Map<String, String> typography,
    boolean firstMention,
    @Nullable String formality,
    boolean brevity) {

  /** The embedded engine and the language's usual typography. */
  public static final TargetSettings DEFAULT =
      new TargetSettings("local", null, Map.of(), null, List.of(), Map.of(), false, null, false);

  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if a word is blank, or the formality unknown
   */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that the file leaves out arrive as null
  public TargetSettings {
    engine = engine == null ? "local" : engine;
    engineSettings = engineSettings == null ? Map.of() : Map.copyOf(engineSettings);
    doNotTranslate = doNotTranslate == null ? List.of() : List.copyOf(doNotTranslate);
    typography = typography == null ? Map.of() : Map.copyOf(typography);
    if (doNotTranslate.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("\"do-not-translate\" has an empty word");
    }
    if (formality != null && !formality.equals("formal") && !formality.equals("informal")) {
      throw new IllegalArgumentException(
          "\"formality\" cannot be \"" + formality + "\"; possible: formal, informal");
    }
  }

  /** How the reader is addressed. */
  public Formality address() {
    if (formality == null) {
      return Formality.UNSPECIFIED;
    }
    return formality.equals("formal") ? Formality.FORMAL : Formality.INFORMAL;
  }
}
