package org.amts.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataImport;
import org.amts.corpus.ParallelDataReader;
import org.amts.translate.typography.Term;

/** Reads the terms that the settings of a target language name. */
final class Terminology {

  private Terminology() {}

  /**
   * The terms of a target language; none if the settings name no file.
   *
   * @throws SettingsException if the file cannot be read or has no such language
   */
  static List<Term> read(Book book, String language) {
    TargetSettings settings = book.settings().targets().get(language);
    if (settings == null || settings.terminology() == null) {
      return List.of();
    }
    Path file = book.root().resolve(settings.terminology());
    try {
      // A terminology has the form of parallel data: a header of language codes, one term a line.
      ParallelDataImport imported = ParallelDataReader.read(file);
      ParallelData terms =
          imported
              .forTarget(language)
              .orElseThrow(
                  () ->
                      new SettingsException(
                          imported.problems().isEmpty()
                              ? file + ": no column of language " + language
                              : imported.problems().get(0).toString()));
      return terms.pairs().stream().map(pair -> new Term(pair.source(), pair.target())).toList();
    } catch (IOException e) {
      throw new SettingsException(
          "terminology of " + language + ": cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
