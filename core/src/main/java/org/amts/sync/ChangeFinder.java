package org.amts.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.jspecify.annotations.Nullable;

/**
 * Finds where every segment of the new source comes from, across documents. Equal segments first:
 * those in the order of a document's predecessor, then the moved ones. The rest is compared word by
 * word, with what stands at the same place and with what shares rare words.
 *
 * <p>A document's predecessor is the older document of the same name, or else the one that most of
 * its text comes from, rare sentences counting more than those that stand in every chapter.
 */
final class ChangeFinder {

  /** A sentence at the same place is an edited one from here on. */
  private static final double EDITED_IN_PLACE = 0.5;

  /** The same for a sentence that was found by its words alone. */
  private static final double EDITED_ELSEWHERE = 0.65;

  /** Below this a sentence at the same place is simply another one. */
  private static final double REWRITTEN = 0.3;

  /** Of a document's weight that must come from another one for that to be its predecessor. */
  private static final double PREDECESSOR = 0.25;

  /** Cells of a comparison word by word at one place; more is left to the search by rare words. */
  private static final int LARGEST_GAP = 40_000;

  private static final int RARE = 20;
  private static final int CANDIDATES = 5;

  private final List<SegmentedDocument> olds;
  private final List<SegmentedDocument> news;
  private final Set<Integer> copyOnly;
  private final List<List<String>> oldHashes = new ArrayList<>();
  private final List<List<String>> newHashes = new ArrayList<>();
  private final List<BitSet> used = new ArrayList<>();
  private final List<@Nullable Match[]> matches = new ArrayList<>();
  private final int[] predecessor;

  /**
   * @param olds the old versions of documents that have changed or vanished, and documents that
   *     have not changed but hold text that turns up elsewhere
   * @param copyOnly indices of the latter: their segments are still in use
   * @param news the new versions of documents that have changed, and new documents
   */
  ChangeFinder(List<SegmentedDocument> olds, Set<Integer> copyOnly, List<SegmentedDocument> news) {
    this.olds = olds;
    this.news = news;
    this.copyOnly = copyOnly;
    for (int o = 0; o < olds.size(); o++) {
      List<String> hashes = hashes(olds.get(o));
      oldHashes.add(hashes);
      BitSet bits = new BitSet();
      bits.set(0, copyOnly.contains(o) ? hashes.size() : 0);
      used.add(bits);
    }
    for (SegmentedDocument document : news) {
      newHashes.add(hashes(document));
      matches.add(new Match[document.segments().size()]);
    }
    predecessor = new int[news.size()];
  }

  private static List<String> hashes(SegmentedDocument document) {
    return document.segments().stream().map(s -> SegmentHash.of(s.segment())).toList();
  }

  /** For each new document, for each of its segments, where it comes from; null if it is new. */
  List<@Nullable Match[]> find() {
    findPredecessors();
    List<Integer> order = new ArrayList<>();
    for (int n = 0; n < news.size(); n++) {
      if (predecessor[n] >= 0 && isSameName(n)) {
        matchInOrder(n);
      } else {
        order.add(n);
      }
    }
    order.stream().filter(n -> predecessor[n] >= 0).forEach(this::matchInOrder);
    matchMoved();
    for (int n = 0; n < news.size(); n++) {
      if (predecessor[n] >= 0) {
        matchInPlace(n);
      }
    }
    matchByRareWords();
    return matches;
  }

  /**
   * The older document that a new one continues; -1 if there is none. Valid after {@link #find}.
   */
  int predecessorOf(int newDocument) {
    return predecessor[newDocument];
  }

  private boolean isSameName(int n) {
    return olds.get(predecessor[n]).document().name().equals(news.get(n).document().name());
  }

  private void findPredecessors() {
    Map<String, Integer> byName = new HashMap<>();
    Map<String, Set<Integer>> places = new HashMap<>();
    for (int o = 0; o < olds.size(); o++) {
      if (!copyOnly.contains(o)) {
        byName.put(olds.get(o).document().name(), o);
        for (String hash : oldHashes.get(o)) {
          places.computeIfAbsent(hash, key -> new HashSet<>()).add(o);
        }
      }
    }
    for (int n = 0; n < news.size(); n++) {
      Integer same = byName.get(news.get(n).document().name());
      predecessor[n] = same != null ? same : mostOf(n, places);
    }
  }

  private int mostOf(int n, Map<String, Set<Integer>> places) {
    Map<Integer, Double> weights = new HashMap<>();
    double all = 0;
    for (String hash : newHashes.get(n)) {
      Set<Integer> found = places.getOrDefault(hash, Set.of());
      double weight = 1.0 / Math.max(1, found.size());
      all += weight;
      found.forEach(o -> weights.merge(o, weight, Double::sum));
    }
    int best = -1;
    double most = PREDECESSOR * all;
    for (int o = 0; o < olds.size(); o++) {
      if (weights.getOrDefault(o, 0.0) > most) {
        best = o;
        most = weights.get(o);
      }
    }
    return best;
  }

  private void matchInOrder(int n) {
    int o = predecessor[n];
    int[] found = InOrder.match(oldHashes.get(o), newHashes.get(n));
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0 && !used.get(o).get(found[i])) {
        set(n, i, new Match(o, found[i], Match.Kind.UNCHANGED));
      }
    }
  }

  private void set(int n, int i, Match match) {
    matches.get(n)[i] = match;
    used.get(match.document()).set(match.segment());
  }

  private record Place(int document, int segment) {}

  private void matchMoved() {
    Map<String, List<Place>> places = new HashMap<>();
    for (int o = 0; o < olds.size(); o++) {
      for (int i = 0; i < oldHashes.get(o).size(); i++) {
        places
            .computeIfAbsent(oldHashes.get(o).get(i), key -> new ArrayList<>())
            .add(new Place(o, i));
      }
    }
    for (int n = 0; n < news.size(); n++) {
      for (int i = 0; i < newHashes.get(n).size(); i++) {
        List<Place> found = places.get(newHashes.get(n).get(i));
        if (matches.get(n)[i] == null && found != null) {
          Place best = best(found, n, i);
          set(n, i, new Match(best.document(), best.segment(), Match.Kind.MOVED));
        }
      }
    }
  }

  /** Text that is used nowhere else yet, then what follows the neighbour, then the predecessor. */
  private Place best(List<Place> places, int n, int i) {
    Match left = i > 0 ? matches.get(n)[i - 1] : null;
    Match right = i + 1 < matches.get(n).length ? matches.get(n)[i + 1] : null;
    return places.stream()
        .min(
            Comparator.<Place, Boolean>comparing(
                    place -> used.get(place.document()).get(place.segment()))
                .thenComparing(place -> !isBeside(place, left, 1) && !isBeside(place, right, -1))
                .thenComparing(place -> place.document() != predecessor[n]))
        .orElseThrow();
  }

  private static boolean isBeside(Place place, @Nullable Match neighbour, int distance) {
    return neighbour != null
        && neighbour.document() == place.document()
        && neighbour.segment() + distance == place.segment();
  }

  /** Compares what stands between the same neighbours. */
  private void matchInPlace(int n) {
    int o = predecessor[n];
    @Nullable Match[] row = matches.get(n);
    int lastOld = -1;
    int lastNew = -1;
    for (int i = 0; i <= row.length; i++) {
      Match match =
          i < row.length
              ? row[i]
              : new Match(o, olds.get(o).segments().size(), Match.Kind.UNCHANGED);
      if (match != null && match.document() == o && match.kind() == Match.Kind.UNCHANGED) {
        if (match.segment() > lastOld) {
          compare(n, o, open(o, lastOld + 1, match.segment()), openNew(n, lastNew + 1, i));
          lastOld = match.segment();
        }
        lastNew = i;
      }
    }
  }

  private int[] open(int o, int from, int to) {
    BitSet taken = used.get(o);
    return java.util.stream.IntStream.range(from, to).filter(i -> !taken.get(i)).toArray();
  }

  private int[] openNew(int n, int from, int to) {
    return java.util.stream.IntStream.range(from, to)
        .filter(i -> matches.get(n)[i] == null)
        .toArray();
  }

  /** The row of pairs in order with the highest sum of similarities. */
  private void compare(int n, int o, int[] before, int[] after) {
    if (before.length == 0
        || after.length == 0
        || (long) before.length * after.length > LARGEST_GAP) {
      return;
    }
    double[][] similarity = new double[before.length][after.length];
    List<List<String>> newWords =
        Arrays.stream(after).mapToObj(i -> words(news.get(n), i)).toList();
    for (int b = 0; b < before.length; b++) {
      List<String> words = words(olds.get(o), before[b]);
      for (int a = 0; a < after.length; a++) {
        double value = WordDifference.similarity(words, newWords.get(a));
        similarity[b][a] = value >= REWRITTEN ? value : 0;
      }
    }
    double[][] best = new double[before.length + 1][after.length + 1];
    for (int b = before.length - 1; b >= 0; b--) {
      for (int a = after.length - 1; a >= 0; a--) {
        best[b][a] =
            Math.max(
                Math.max(best[b + 1][a], best[b][a + 1]),
                similarity[b][a] > 0 ? similarity[b][a] + best[b + 1][a + 1] : 0);
      }
    }
    for (int b = 0, a = 0; b < before.length && a < after.length; ) {
      double value = similarity[b][a];
      if (value > 0 && best[b][a] == value + best[b + 1][a + 1]) {
        Match.Kind kind = value >= EDITED_IN_PLACE ? Match.Kind.EDITED : Match.Kind.REWRITTEN;
        set(n, after[a++], new Match(o, before[b++], kind));
      } else if (best[b + 1][a] >= best[b][a + 1]) {
        b++;
      } else {
        a++;
      }
    }
  }

  private record Candidate(int n, int i, Place old, double similarity) {}

  private void matchByRareWords() {
    Map<String, List<Place>> byWord = new HashMap<>();
    for (int o = 0; o < olds.size(); o++) {
      for (int i = 0; i < olds.get(o).segments().size(); i++) {
        if (!used.get(o).get(i)) {
          for (String word : new HashSet<>(words(olds.get(o), i))) {
            byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(new Place(o, i));
          }
        }
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int n = 0; n < news.size(); n++) {
      for (int i = 0; i < matches.get(n).length; i++) {
        if (matches.get(n)[i] == null) {
          candidates.addAll(candidates(n, i, byWord));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::similarity)
            .reversed()
            .thenComparingInt(Candidate::n)
            .thenComparingInt(Candidate::i));
    for (Candidate candidate : candidates) {
      Place old = candidate.old();
      if (matches.get(candidate.n())[candidate.i()] == null
          && !used.get(old.document()).get(old.segment())) {
        set(
            candidate.n(),
            candidate.i(),
            new Match(old.document(), old.segment(), Match.Kind.EDITED));
      }
    }
  }

  private List<Candidate> candidates(int n, int i, Map<String, List<Place>> byWord) {
    List<String> words = words(news.get(n), i);
    Map<Place, Double> shared = new HashMap<>();
    for (String word : new HashSet<>(words)) {
      List<Place> places = byWord.getOrDefault(word, List.of());
      if (places.size() <= RARE) {
        places.forEach(place -> shared.merge(place, 1.0 / places.size(), Double::sum));
      }
    }
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<Place, Double>comparingByValue()
                .reversed()
                .thenComparing(e -> e.getKey().document())
                .thenComparing(e -> e.getKey().segment()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .map(
            place ->
                new Candidate(
                    n,
                    i,
                    place,
                    WordDifference.similarity(
                        words(olds.get(place.document()), place.segment()), words)))
        .filter(candidate -> candidate.similarity() >= EDITED_ELSEWHERE)
        .toList();
  }

  private static List<String> words(SegmentedDocument document, int segment) {
    DocumentSegment found = document.segments().get(segment);
    return WordDifference.words(found.segment());
  }
}
