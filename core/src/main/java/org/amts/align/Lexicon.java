package org.amts.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which words of the two languages translate each other, learnt from the book itself. Words are the
 * tokens of the aligner: lower case, without accents, cut to a stem.
 *
 * <p>For each pair of words it holds the number of times that they are taken to be linked. From it
 * follow the probabilities of both directions, {@code links / occurrences of the given word}, and
 * the <em>association</em>, which is the probability divided by the share that the translation has
 * among all words of its language: how many times more often the word is expected beside its
 * translation than anywhere. Immutable.
 */
public final class Lexicon {

  /**
   * A translation of a word.
   *
   * @param word the translation, as a stem
   * @param probability that an occurrence of the given word is translated so, 0 to 1
   */
  public record WordTranslation(String word, double probability) {}

  private final Vocabulary vocabulary;
  private final Direction toTarget;
  private final Direction toSource;

  Lexicon(Vocabulary vocabulary, Direction toTarget, Direction toSource) {
    this.vocabulary = vocabulary;
    this.toTarget = toTarget;
    this.toSource = toSource;
  }

  /** The translations of a word of the source language, the most probable first. */
  public List<WordTranslation> translations(String word) {
    List<WordTranslation> found = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    new Tokenizer().tokenize(word, tokens::add);
    int id = tokens.isEmpty() ? -1 : vocabulary.find(tokens.get(0));
    if (id >= 0) {
      for (int entry = toTarget.start[id]; entry < toTarget.start[id + 1]; entry++) {
        int translation = toTarget.words[entry];
        found.add(
            new WordTranslation(
                vocabulary.token(translation),
                toTarget.association[entry] * toTarget.share[translation]));
      }
    }
    found.sort(
        Comparator.comparingDouble(WordTranslation::probability)
            .reversed()
            .thenComparing(WordTranslation::word));
    return found;
  }

  /** Associations of source words with target words. */
  Direction toTarget() {
    return toTarget;
  }

  /** Associations of target words with source words. */
  Direction toSource() {
    return toSource;
  }

  /** The lexicon read in one direction: from given words to the words that are to be explained. */
  static final class Direction {

    private final int[] start;
    private final int[] words;
    private final float[] association;
    private final float[] unlinked;
    private final float[] share;

    /**
     * Takes the arrays over.
     *
     * @param start where the entries of each given word start, with a last element at the end
     * @param words the explained word of each entry
     * @param association the association of each entry
     * @param unlinked for each given word, the probability that an occurrence has no translation
     * @param share for each word to be explained, its share among the words of its language; 0 if
     *     it does not occur
     */
    Direction(int[] start, int[] words, float[] association, float[] unlinked, float[] share) {
      this.start = start;
      this.words = words;
      this.association = association;
      this.unlinked = unlinked;
      this.share = share;
    }

    /** Adds the associations of a given word to {@code sums}, which is indexed by word. */
    void addAssociations(int given, float[] sums) {
      for (int entry = start[given]; entry < start[given + 1]; entry++) {
        sums[words[entry]] += association[entry];
      }
    }

    /** Sets back to 0 what {@link #addAssociations} may have changed. */
    void clear(int given, float[] sums) {
      for (int entry = start[given]; entry < start[given + 1]; entry++) {
        sums[words[entry]] = 0;
      }
    }

    /** The probability that an occurrence of a given word has no translation, 0 to 1. */
    float unlinked(int given) {
      return unlinked[given];
    }

    /** How much an explained word tells: its self-information in nats; rare words tell more. */
    float information(int word) {
      return share[word] > 0 ? (float) -Math.log(share[word]) : 0;
    }

    int wordCount() {
      return share.length;
    }
  }
}
