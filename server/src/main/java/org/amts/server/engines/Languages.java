package org.amts.server.engines;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.amts.engine.LanguagePair;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;

/**
 * The languages of the service, which are those of its engine. A regional code is understood as the
 * language where the engine does not know the region: {@code es-MX} is {@code es}. Traditional
 * Chinese is not simplified Chinese, so {@code zh-TW} is an exception. Immutable.
 *
 * @param pairs of the engine
 */
public record Languages(Set<LanguagePair> pairs) {

  /** As source language: find out. */
  public static final String AUTO = "auto";

  private static final String TRADITIONAL_CHINESE = "zh-TW";

  /** Copies the set. */
  public Languages {
    pairs = Set.copyOf(pairs);
  }

  /** All languages that are the source or the target of a pair, sorted. */
  public Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    pairs.forEach(
        pair -> {
          codes.add(pair.source());
          codes.add(pair.target());
        });
    return codes;
  }

  /**
   * The engine's pair for two codes of a request.
   *
   * @throws ServiceException if there is none, or both are the same
   */
  public LanguagePair require(String source, String target) {
    Supplier<ServiceException> unsupported =
        () ->
            new ServiceException(
                ErrorType.UNSUPPORTED_LANGUAGE_PAIR,
                "the engine does not translate from " + source + " to " + target,
                Map.of("SourceLanguageCode", source, "TargetLanguageCode", target));
    return find(source, target)
        .or(() -> find(language(source), target))
        .or(() -> find(source, language(target)))
        .or(() -> find(language(source), language(target)))
        .orElseThrow(unsupported);
  }

  /**
   * Whether two codes mean the same language to the engine.
   *
   * @param one language code
   * @param other language code
   */
  public static boolean areSame(String one, String other) {
    return one.equalsIgnoreCase(other) || language(one).equalsIgnoreCase(language(other));
  }

  private Optional<LanguagePair> find(String source, String target) {
    return pairs.stream()
        .filter(pair -> pair.source().equals(source) && pair.target().equals(target))
        .findFirst();
  }

  private static String language(String code) {
    int hyphen = code.indexOf('-');
    return hyphen < 0 || code.equalsIgnoreCase(TRADITIONAL_CHINESE)
        ? code
        : code.substring(0, hyphen);
  }
}
