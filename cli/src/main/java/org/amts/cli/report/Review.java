package org.amts.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator.Doubt;

/**
 * The sentences of engines that people are to read first.
 *
 * @param bookName what the book is called
 * @param date the day on which they were judged
 * @param languages one for each language pair, in the order of the settings
 */
public record Review(String bookName, LocalDate date, List<Language> languages) {

  /** Copies the list. */
  public Review {
    languages = List.copyOf(languages);
  }

  /**
   * Those of one language pair.
   *
   * @param pair from the book's language
   * @param waiting how many sentences nobody has approved
   * @param sentences those in which something seems wrong, in the order in which to read them
   */
  public record Language(LanguagePair pair, int waiting, List<Sentence> sentences) {

    /** Copies the list. */
    public Language {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A sentence to read.
   *
   * @param file the translation, from the book's root
   * @param line where the sentence begins in it, from 1
   * @param flaws what can be seen to be wrong, each in a few words
   * @param doubt about a word of the source
   * @param source the source's text
   * @param target its translation
   */
  public record Sentence(
      String file,
      int line,
      List<String> flaws,
      Optional<Doubt> doubt,
      String source,
      String target) {

    /** Copies the list. */
    public Sentence {
      flaws = List.copyOf(flaws);
    }
  }
}
