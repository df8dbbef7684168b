package org.amts.translate;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amts.corpus.TermTable;
import org.amts.corpus.TermTable.Directionality;
import org.amts.corpus.TerminologyReader;
import org.amts.document.Diagnostic;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;

/**
 * The terms of a language pair, and what was wrong with the file they come from. Immutable.
 *
 * @param terms the terms, in the order of the file
 * @param problems what of the file was left out, with line numbers
 */
public record Terminology(List<TermEntry> terms, List<Diagnostic> problems) {

  /** No terms. */
  public static final Terminology NONE = new Terminology(List.of(), List.of());

  /** Copies the lists. */
  public Terminology {
    terms = List.copyOf(terms);
    problems = List.copyOf(problems);
  }

  /**
   * The terms of a table in one direction; empty if it has none in this direction, or could not be
   * read.
   */
  public static Optional<Terminology> of(
      TermTable table, LanguagePair pair, Directionality directionality) {
    return table
        .pairs(pair.source(), pair.target(), directionality)
        .map(
            terms ->
                new Terminology(
                    terms.stream()
                        .map(term -> new TermEntry(term.source(), term.target()))
                        .toList(),
                    table.problems()));
  }

  /**
   * The terms that a book's settings name for a language pair. A terminology serves all directions
   * between its languages: which one a book needs, its settings say.
   *
   * @return no terms if the settings name no file for the pair's target
   * @throws SettingsException if the file cannot be read or has not both languages
   */
  static Terminology read(Book book, LanguagePair pair) {
    TargetSettings settings = book.settings().targets().get(pair.target());
    if (settings == null || settings.terminology() == null) {
      return NONE;
    }
    Path file = book.root().resolve(settings.terminology());
    try {
      TermTable table = TerminologyReader.read(file);
      return of(table, pair, Directionality.MULTI)
          .orElseThrow(() -> new SettingsException(whyNone(table, file, pair)));
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          "terminology of " + pair.target() + ": there is no file " + file, e);
    } catch (IOException e) {
      throw new SettingsException(
          "terminology of " + pair.target() + ": cannot read " + file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("terminology of " + pair.target() + ": " + e.getMessage(), e);
    }
  }

  private static String whyNone(TermTable table, Path file, LanguagePair pair) {
    return table.languages().isEmpty()
        ? table.problems().get(table.problems().size() - 1).toString()
        : file
            + ": no terms "
            + pair
            + ", only the languages "
            + String.join(", ", table.languages());
  }
}
