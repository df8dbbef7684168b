package org.amts.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The usual filters, and how they are applied. */
public final class PairFilters {

  /** Reason of a pair that a later one with the same source replaces. */
  public static final String DUPLICATE = "duplicate";

  private PairFilters() {}

  /** The usual filters of a language pair, cheap ones first. */
  public static List<PairFilter> usual(String sourceLanguage, String targetLanguage) {
    return List.of(
        new TooLongFilter(),
        new NoLettersFilter(),
        new IdenticalFilter(),
        new LanguageFilter(sourceLanguage, targetLanguage),
        new LengthRatioFilter(),
        new PlaceholdersFilter(),
        new NumbersFilter());
  }

  /**
   * Applies the usual filters of its languages to parallel data; see {@link #apply}. Of a short
   * text that is left as it is everywhere, one pair is kept, whose target is the source: so an
   * engine learns to leave it, too.
   */
  public static FilterReport applyUsual(ParallelData data) {
    return apply(
        data, usual(data.sourceLanguage(), data.targetLanguage()), LeftAsIs.of(data.pairs()));
  }

  /**
   * Drops every pair that a filter objects to, for the first objection; and of the pairs with the
   * same source that are left all but the last, which is the one that Amazon Translate takes.
   */
  public static FilterReport apply(ParallelData data, List<PairFilter> filters) {
    return apply(data, filters, LeftAsIs.NONE);
  }

  private static FilterReport apply(ParallelData data, List<PairFilter> filters, LeftAsIs left) {
    List<ParallelPair> pairs = data.pairs();
    List<Optional<DroppedPair>> verdicts = new ArrayList<>(pairs.size());
    List<Optional<String>> wordsLeft = pairs.stream().map(left::wordsLeft).toList();
    Map<String, Integer> lastWithSource = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      ParallelPair pair = pairs.get(i);
      Optional<DroppedPair> verdict =
          wordsLeft.get(i).isPresent() ? Optional.empty() : judge(i, pair, filters);
      verdicts.add(verdict);
      if (verdict.isEmpty()) {
        lastWithSource.put(wordsLeft.get(i).orElse(pair.source()), i);
      }
    }
    List<ParallelPair> kept = new ArrayList<>();
    List<DroppedPair> dropped = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      ParallelPair pair = pairs.get(i);
      if (verdicts.get(i).isPresent()) {
        dropped.add(verdicts.get(i).get());
      } else if (lastWithSource.get(wordsLeft.get(i).orElse(pair.source())) != i) {
        dropped.add(new DroppedPair(i, pair, DUPLICATE, "a later pair has the same source"));
      } else {
        kept.add(
            wordsLeft.get(i).isPresent() ? new ParallelPair(pair.source(), pair.source()) : pair);
      }
    }
    return new FilterReport(
        new ParallelData(data.sourceLanguage(), data.targetLanguage(), kept), dropped);
  }

  private static Optional<DroppedPair> judge(
      int index, ParallelPair pair, List<PairFilter> filters) {
    for (PairFilter filter : filters) {
      Optional<String> objection = filter.objection(pair);
      if (objection.isPresent()) {
        return Optional.of(new DroppedPair(index, pair, filter.reason(), objection.get()));
      }
    }
    return Optional.empty();
  }
}
