package org.amts.engine.amazon;

import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.translate.model.Brevity;
import software.amazon.awssdk.services.translate.model.TranslationSettings;

/**
 * What goes with every request of one language pair.
 *
 * @param pair from which language into which
 * @param parallelData name of the parallel data; null for none. For batch jobs only
 * @param terminology name of the custom terminology; null for none
 * @param formality how the reader is addressed
 * @param brief whether shorter translations are preferred; the service does it in real time only
 * @param fingerprint of all of it: translations made with another are not the same
 */
record Customization(
    LanguagePair pair,
    @Nullable String parallelData,
    @Nullable String terminology,
    Formality formality,
    boolean brief,
    String fingerprint) {

  /** Translating without anything else. */
  static Customization none(LanguagePair pair) {
    return new Customization(pair, null, null, Formality.UNSPECIFIED, false, "plain");
  }

  /** The service's settings for a batch job. */
  TranslationSettings jobSettings() {
    return settings().build();
  }

  /** The service's settings for real-time text. */
  TranslationSettings textSettings() {
    return brief ? settings().brevity(Brevity.ON).build() : jobSettings();
  }

  private TranslationSettings.Builder settings() {
    return switch (formality) {
      case UNSPECIFIED -> TranslationSettings.builder();
      case FORMAL, INFORMAL -> TranslationSettings.builder().formality(formality.name());
    };
  }
}
