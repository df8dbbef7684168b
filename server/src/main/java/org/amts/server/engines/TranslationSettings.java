package org.amts.server.engines;

import java.util.Set;
import org.amts.engine.LanguagePair;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a request, and in an answer those that were applied; null is unset.
 *
 * @param formality FORMAL or INFORMAL
 * @param profanity MASK
 * @param brevity ON
 */
public record TranslationSettings(
    @Nullable String formality, @Nullable String profanity, @Nullable String brevity) {

  /** The target languages for which Amazon Translate knows forms of address. */
  private static final Set<String> FORMALITY =
      Set.of("nl", "fr", "fr-CA", "de", "hi", "it", "ja", "ko", "pt-PT", "es", "es-MX");

  /** The languages between which and English it makes translations shorter. */
  private static final Set<String> BREVITY = Set.of("fr", "de", "it", "pt", "es");

  /** Those that can be applied to a language pair; null if none can. */
  @Nullable TranslationSettings appliedTo(LanguagePair pair, boolean canMask) {
    boolean brief =
        pair.source().equals("en")
            ? BREVITY.contains(pair.target())
            : pair.target().equals("en") && BREVITY.contains(pair.source());
    TranslationSettings applied =
        new TranslationSettings(
            FORMALITY.contains(pair.target()) ? formality : null,
            canMask ? profanity : null,
            brief ? brevity : null);
    return applied.equals(new TranslationSettings(null, null, null)) ? null : applied;
  }
}
