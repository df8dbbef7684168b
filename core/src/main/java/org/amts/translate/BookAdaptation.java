package org.amts.translate;

import java.util.List;
import org.amts.document.Diagnostic;
import org.amts.engine.Adaptation;
import org.amts.engine.LanguagePair;

/**
 * What a book's settings ask of an engine besides the text: terminology, formality and brevity. The
 * examples are the caller's to add, for where they come from depends on the command.
 *
 * @param adaptation what the engine is to adapt to, without examples
 * @param problems what of the terminology was left out, with line numbers
 */
public record BookAdaptation(Adaptation adaptation, List<Diagnostic> problems) {

  /** Copies the list. */
  public BookAdaptation {
    problems = List.copyOf(problems);
  }

  /**
   * What the settings ask for.
   *
   * @param pair from the book's language into one of its targets; for any other pair, the reverse
   *     among them, the settings ask for nothing
   * @throws SettingsException if the terminology cannot be read
   */
  public static BookAdaptation of(Book book, LanguagePair pair) {
    TargetSettings settings = book.settings().targets().get(pair.target());
    if (settings == null || !pair.source().equals(book.settings().source())) {
      return new BookAdaptation(Adaptation.NONE, List.of());
    }
    Terminology terminology = Terminology.read(book, pair);
    return new BookAdaptation(
        Adaptation.NONE
            .withTerminology(terminology.terms())
            .withFormality(settings.address())
            .withBrevity(settings.brevity()),
        terminology.problems());
  }
}
