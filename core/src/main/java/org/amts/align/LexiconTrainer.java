package org.amts.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns a {@link Lexicon} from aligned sentences with IBM model 1 (Brown et al. 1993), trained so
 * that its two directions agree (Liang, Taskar and Klein 2006): a link counts with the product of
 * its probabilities in both, which keeps rare words from attracting everything that has no better
 * partner.
 *
 * <p>The sentences were aligned by a lexicon that came from the same sentences, so chance must not
 * confirm itself: words that met only once are not linked, and every count is discounted. Tokens
 * that are spelt alike in both languages start with links of their own.
 */
final class LexiconTrainer {

  private static final int ITERATIONS = 4;

  /** Taken off every count, about what one chance meeting adds. */
  private static final float DISCOUNT = 0.5f;

  /** More pairs than this do not make a better lexicon, only a slower one. */
  private static final int MOST_PAIRS = 40_000;

  /** Longer pairs say little about single words and cost the product of their lengths. */
  private static final int MOST_LINKS_IN_PAIR = 10_000;

  /** Words that are spelt alike up to here may be cognates. */
  private static final int COGNATE_LENGTH = 4;

  private final Vocabulary vocabulary;
  private final int[] sourceCount;
  private final int[] targetCount;
  private final double sourceTotal;
  private final double targetTotal;
  private final Map<Integer, int[]> alike;

  /**
   * Counts words.
   *
   * @param vocabulary the tokens of both sides
   * @param sources the source sides of the book
   * @param targets the target sides of the book
   */
  LexiconTrainer(Vocabulary vocabulary, List<Units> sources, List<Units> targets) {
    this.vocabulary = vocabulary;
    sourceCount = count(sources, vocabulary.size());
    targetCount = count(targets, vocabulary.size());
    sourceTotal = Arrays.stream(sourceCount).asLongStream().sum();
    targetTotal = Arrays.stream(targetCount).asLongStream().sum();
    alike = cognates();
  }

  /** The lexicon before anything is learnt: tokens that are spelt alike translate each other. */
  Lexicon untrained() {
    Links links = new Links(vocabulary.size());
    for (int source = 0; source < vocabulary.size(); source++) {
      for (int target : alike(source)) {
        links.add(target, (isSame(source, target) ? 0.5f : 0.1f) * rarer(source, target));
      }
      links.endRow();
    }
    return lexicon(links);
  }

  /**
   * Learns from aligned sentences.
   *
   * @param sources the source tokens of each pair, distinct, ascending
   * @param targets the target tokens of each pair, distinct, ascending
   */
  Lexicon train(List<int[]> sources, List<int[]> targets) {
    List<int[]> chosenSources = new ArrayList<>();
    List<int[]> chosenTargets = new ArrayList<>();
    int step = sources.size() / MOST_PAIRS + 1;
    for (int i = 0; i < sources.size(); i += step) {
      if ((long) sources.get(i).length * targets.get(i).length <= MOST_LINKS_IN_PAIR) {
        chosenSources.add(sources.get(i));
        chosenTargets.add(targets.get(i));
      }
    }
    Links links = meetings(chosenSources, chosenTargets);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      float[] expected = new float[links.size];
      for (int i = 0; i < chosenSources.size(); i++) {
        expect(links, chosenSources.get(i), chosenTargets.get(i), expected);
      }
      maximise(links, expected);
    }
    return lexicon(links);
  }

  /** Which words met, and how often; a word pair starts with its Dice coefficient. */
  private Links meetings(List<int[]> sources, List<int[]> targets) {
    int words = vocabulary.size();
    int[] start = new int[words + 1];
    int[] sourceMet = new int[words];
    int[] targetMet = new int[words];
    for (int i = 0; i < sources.size(); i++) {
      for (int source : sources.get(i)) {
        start[source + 1] += targets.get(i).length;
        sourceMet[source]++;
      }
      for (int target : targets.get(i)) {
        targetMet[target]++;
      }
    }
    for (int word = 0; word < words; word++) {
      start[word + 1] += start[word] + alike(word).length;
    }
    int[] met = new int[start[words]];
    int[] fill = Arrays.copyOf(start, words);
    for (int source = 0; source < words; source++) {
      for (int target : alike(source)) {
        met[fill[source]++] = target;
      }
    }
    for (int i = 0; i < sources.size(); i++) {
      int[] target = targets.get(i);
      for (int source : sources.get(i)) {
        System.arraycopy(target, 0, met, fill[source], target.length);
        fill[source] += target.length;
      }
    }
    Links links = new Links(words);
    for (int source = 0; source < words; source++) {
      Arrays.sort(met, start[source], start[source + 1]);
      for (int i = start[source]; i < start[source + 1]; ) {
        int target = met[i];
        boolean alike = isAlike(source, target);
        int times = alike ? -1 : 0; // words that are spelt alike have an entry without a meeting
        for (; i < start[source + 1] && met[i] == target; i++) {
          times++;
        }
        double byChance = (double) sourceMet[source] * targetMet[target] / sources.size();
        if ((times > 1 && times >= byChance) || alike) {
          links.add(target, 2f * times * times / (sourceMet[source] + targetMet[target]));
        }
      }
      links.endRow();
    }
    return links;
  }

  /** Adds the probability of each link of a pair to {@code expected}. */
  private void expect(Links links, int[] source, int[] target, float[] expected) {
    int[] entry = new int[source.length * target.length];
    float[] association = new float[entry.length];
    float[] bySource = new float[source.length];
    float[] byTarget = new float[target.length];
    for (int s = 0, i = 0; s < source.length; s++) {
      for (int t = 0; t < target.length; t++, i++) {
        entry[i] = links.find(source[s], target[t]);
        if (entry[i] >= 0) {
          association[i] =
              (float)
                  (links.count[entry[i]]
                      * targetTotal
                      / ((double) sourceCount[source[s]] * targetCount[target[t]]));
          bySource[s] += association[i];
          byTarget[t] += association[i];
        }
      }
    }
    // Each word may as well stay without a partner, which counts as an association of 1.
    for (int s = 0, i = 0; s < source.length; s++) {
      for (int t = 0; t < target.length; t++, i++) {
        if (entry[i] >= 0) {
          float forward = association[i] / (byTarget[t] + 1);
          float backward = association[i] / (bySource[s] + 1);
          expected[entry[i]] += forward * backward;
        }
      }
    }
  }

  private void maximise(Links links, float[] expected) {
    for (int source = 0; source < vocabulary.size(); source++) {
      for (int i = links.start[source]; i < links.start[source + 1]; i++) {
        int target = links.target[i];
        float count = Math.max(0, expected[i] - DISCOUNT) + prior(source, target);
        links.count[i] = Math.min(count, rarer(source, target));
      }
    }
  }

  /**
   * Links without evidence. That a number, a formula or a word of a machine translation stays as it
   * is needs none; that a word does, some.
   */
  private float prior(int source, int target) {
    if (isSame(source, target)) {
      boolean isWord = Tokenizer.isWord(vocabulary.token(source));
      return isWord ? 0.5f : 0.5f * rarer(source, target);
    }
    return isAlike(source, target) ? 0.1f : 0;
  }

  private boolean isSame(int source, int target) {
    return source == target || isMachine(source);
  }

  private boolean isMachine(int word) {
    return vocabulary.token(word).charAt(0) == Tokenizer.MACHINE;
  }

  private Lexicon lexicon(Links links) {
    int words = vocabulary.size();
    float[] sourceShare = shares(sourceCount, sourceTotal);
    float[] targetShare = shares(targetCount, targetTotal);
    Links kept = links.withoutZeros();
    return new Lexicon(
        vocabulary,
        direction(kept, sourceCount, targetShare),
        direction(kept.transposed(words), targetCount, sourceShare));
  }

  private static Lexicon.Direction direction(Links links, int[] givenCount, float[] share) {
    int words = givenCount.length;
    float[] association = new float[links.size];
    float[] unlinked = new float[words];
    for (int given = 0; given < words; given++) {
      float linked = 0;
      for (int i = links.start[given]; i < links.start[given + 1]; i++) {
        float probability = links.count[i] / givenCount[given];
        linked += probability;
        association[i] = probability / share[links.target[i]];
      }
      unlinked[given] = Math.max(0, 1 - linked);
    }
    int[] targets = Arrays.copyOf(links.target, links.size);
    return new Lexicon.Direction(links.start, targets, association, unlinked, share);
  }

  private static float[] shares(int[] count, double total) {
    float[] share = new float[count.length];
    for (int word = 0; word < count.length; word++) {
      share[word] = (float) (count[word] / total);
    }
    return share;
  }

  private static int[] count(List<Units> sides, int words) {
    int[] count = new int[words];
    for (Units side : sides) {
      for (int place = 0; place < side.tokenStart(side.size()); place++) {
        count[side.token(place)]++;
      }
    }
    return count;
  }

  private int rarer(int source, int target) {
    return Math.min(sourceCount[source], targetCount[target]);
  }

  private boolean isAlike(int source, int target) {
    return source == target || Arrays.binarySearch(alike(source), target) >= 0;
  }

  /** The target words that are spelt like a source word, ascending. */
  private int[] alike(int source) {
    if (sourceCount[source] == 0) {
      return NONE;
    }
    int[] cognates = alike.get(source);
    if (cognates != null) {
      return cognates;
    }
    return targetCount[source] > 0 ? new int[] {source} : NONE;
  }

  private static final int[] NONE = {};

  /** For each source word with cognates, those target words, among them the word itself. */
  private Map<Integer, int[]> cognates() {
    Map<String, List<Integer>> targetsByBeginning = new HashMap<>();
    for (int word = 0; word < vocabulary.size(); word++) {
      if (targetCount[word] > 0 && canHaveCognates(word)) {
        targetsByBeginning
            .computeIfAbsent(beginning(word), beginning -> new ArrayList<>())
            .add(word);
      }
    }
    Map<Integer, int[]> cognates = new HashMap<>();
    for (int word = 0; word < vocabulary.size(); word++) {
      if (isMachine(word)) {
        int same = vocabulary.find(vocabulary.token(word).substring(1));
        if (same >= 0 && targetCount[same] > 0) {
          cognates.put(word, new int[] {same});
        }
      } else if (sourceCount[word] > 0 && canHaveCognates(word)) {
        List<Integer> found = targetsByBeginning.get(beginning(word));
        if (found != null) {
          cognates.put(word, found.stream().mapToInt(Integer::intValue).toArray());
        }
      }
    }
    return cognates;
  }

  private boolean canHaveCognates(int word) {
    String token = vocabulary.token(word);
    return token.length() >= COGNATE_LENGTH && Tokenizer.isWord(token);
  }

  private String beginning(int word) {
    return vocabulary.token(word).substring(0, COGNATE_LENGTH);
  }

  /** Link counts by source word, then by target word, in flat arrays that grow. */
  private static final class Links {

    private final int[] start;
    private int rows;
    private int size;
    private int[] target = new int[1024];
    private float[] count = new float[1024];

    Links(int words) {
      start = new int[words + 1];
    }

    void add(int word, float times) {
      if (size == target.length) {
        target = Arrays.copyOf(target, size * 2);
        count = Arrays.copyOf(count, size * 2);
      }
      target[size] = word;
      count[size++] = times;
    }

    void endRow() {
      start[++rows] = size;
    }

    /** The place of a link, or a negative number. */
    int find(int source, int word) {
      return Arrays.binarySearch(target, start[source], start[source + 1], word);
    }

    Links withoutZeros() {
      Links kept = new Links(rows);
      for (int row = 0; row < rows; row++) {
        for (int i = start[row]; i < start[row + 1]; i++) {
          if (count[i] > 0) {
            kept.add(target[i], count[i]);
          }
        }
        kept.endRow();
      }
      return kept;
    }

    Links transposed(int words) {
      Links turned = new Links(words);
      turned.target = new int[Math.max(size, 1)];
      turned.count = new float[Math.max(size, 1)];
      for (int i = 0; i < size; i++) {
        turned.start[target[i] + 1]++;
      }
      for (int word = 0; word < words; word++) {
        turned.start[word + 1] += turned.start[word];
      }
      int[] fill = Arrays.copyOf(turned.start, words);
      for (int row = 0; row < rows; row++) {
        for (int i = start[row]; i < start[row + 1]; i++) {
          turned.target[fill[target[i]]] = row;
          turned.count[fill[target[i]]++] = count[i];
        }
      }
      turned.rows = words;
      turned.size = size;
      return turned;
    }
  }
}
