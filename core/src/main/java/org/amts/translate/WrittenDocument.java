package org.amts.translate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.amts.document.Replacement;
import org.amts.engine.Translation;

/**
 * A document that is translated and not on disk yet.
 *
 * @param loaded the source, and the translation that stood there before
 * @param file where it is written
 * @param bytes its content
 * @param replacements what stands there in place of the source's text
 * @param answers the engine's translations that stand there, by segment index
 * @param engine {@link org.amts.engine.TranslationEngine#identity()} of the engine
 */
public record WrittenDocument(
    LoadedDocument loaded,
    Path file,
    byte[] bytes,
    List<Replacement> replacements,
    Map<Integer, Translation> answers,
    String engine) {

  /** Copies the collections. */
  public WrittenDocument {
    replacements = List.copyOf(replacements);
    answers = Map.copyOf(answers);
  }

  /**
   * Where something of the source stands in the written text, both in UTF-16 code units from 0.
   *
   * @param offset where a replaced stretch begins, or anything outside of them
   */
  public int placeOf(int offset) {
    int place = offset;
    for (Replacement replacement : replacements) {
      if (replacement.range().end() <= offset) {
        place += replacement.text().length() - replacement.range().length();
      }
    }
    return place;
  }
}
