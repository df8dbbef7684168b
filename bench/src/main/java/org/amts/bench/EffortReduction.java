package org.amts.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.amts.sync.Action;
import org.amts.sync.DocumentPlan;
import org.amts.sync.SegmentChange;
import org.amts.sync.SyncPlan;
import org.jspecify.annotations.Nullable;

/**
 * How much less work a plan leaves to translators than translating from scratch. A word costs 0.05
 * where its translation is kept or left out, 0.15 where it is patched, reading and the edit where
 * something is suggested, 1 where nothing is.
 */
final class EffortReduction {

  private static final long SEED = 20261122;
  private static final double KEPT = 0.05;
  private static final double PATCHED = 0.15;
  private static final double READING = 0.15;

  /**
   * What suggestions cost.
   *
   * @param older edited sentences, the older translation as it is
   * @param alone new sentences, translated by the engine alone
   * @param repaired edited sentences, repaired
   * @param adapted new sentences, translated with adaptation
   */
  record Edits(EditSample older, EditSample alone, EditSample repaired, EditSample adapted) {}

  /** What a word of each action costs, in one of the ways to work. */
  private interface Costs {
    double of(Action action, double repair, double translation);
  }

  private final List<Map<Action, Integer>> documents = new ArrayList<>();

  /**
   * @param withPastOnly whether documents are left out of which hardly anything was translated
   */
  EffortReduction(SyncPlan plan, boolean withPastOnly) {
    for (DocumentPlan document : plan.documents()) {
      if (!withPastOnly || SyncExperiment.hasPast(document)) {
        Map<Action, Integer> words = new EnumMap<>(Action.class);
        for (SegmentChange change : document.changes()) {
          words.merge(change.action(), change.words(), Integer::sum);
        }
        documents.add(words);
      }
    }
  }

  /** One line for each way to work. */
  List<String> lines(Edits edits) {
    return List.of(
        line("memory alone", READING, edits.older(), null),
        line("engine alone", READING, null, edits.alone()),
        line("memory, engine and repair", READING, edits.repaired(), edits.adapted()),
        line("the same, reading costs nothing", 0, edits.repaired(), edits.adapted()),
        line("the same, reading costs 0.25", 0.25, edits.repaired(), edits.adapted()));
  }

  /** Without repairs nothing is kept; without translations a new word costs 1. */
  private String line(
      String name,
      double reading,
      @Nullable EditSample repairs,
      @Nullable EditSample translations) {
    Costs costs =
        (action, repair, translation) -> {
          if (repairs == null) {
            return reading + translation;
          }
          return switch (action) {
            case KEEP, MOVE, LEAVE_OUT -> KEPT;
            case PATCH -> PATCHED;
            case REPAIR -> reading + repair;
            case TRANSLATE -> translations == null ? 1 : reading + translation;
            case CONFLICT -> 1;
          };
        };
    double value =
        reduction(
            documents,
            costs,
            repairs == null ? 0 : repairs.mean(),
            translations == null ? 0 : translations.mean());
    String interval =
        EditSample.interval(
            new Random(SEED),
            random ->
                reduction(
                    documents.stream()
                        .map(one -> documents.get(random.nextInt(documents.size())))
                        .toList(),
                    costs,
                    repairs == null ? 0 : repairs.resampled(random),
                    translations == null ? 0 : translations.resampled(random)));
    return String.format(Locale.ROOT, "%s: %.3f %s", name, value, interval);
  }

  private static double reduction(
      List<Map<Action, Integer>> some, Costs costs, double repair, double translation) {
    double words = 0;
    double cost = 0;
    for (Map<Action, Integer> document : some) {
      for (Map.Entry<Action, Integer> each : document.entrySet()) {
        words += each.getValue();
        cost += each.getValue() * Math.min(1, costs.of(each.getKey(), repair, translation));
      }
    }
    return 1 - cost / words;
  }
}
