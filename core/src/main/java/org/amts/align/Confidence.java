package org.amts.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns how well the two sides of a bead explain each other into a confidence from 0 to 1.
 *
 * <p>The raw measure of a bead is the share of its words, weighted by how much they tell, that owe
 * their place to the other side under the lexicon. A bead of few telling words borrows from its
 * neighbours. The lexicon that judges a bead has not learnt from it, or chance would be taken for
 * meaning wherever a text is short. What share speaks for a translation depends on the book, so the
 * scale is set by two samples: the beads found, and the same source sides with target sides from
 * elsewhere.
 */
final class Confidence {

  /** How many nats of telling words a bead needs to stand on its own. */
  private static final double OWN_INFORMATION = 30;

  /** How many nats a sentence without partner weighs against its neighbours. */
  private static final double LEFT_OUT = 20;

  /** How far from its bead the false partner of a sample is. */
  private static final int ELSEWHERE = 7;

  /** Where 0.5 lies at least, so that texts that do not belong together find no confidence. */
  private static final double LEAST_MIDDLE = 0.2;

  private static final double LEAST_DISTANCE = 0.3;

  private final List<Lexicon> lexicons;
  private double middle = LEAST_MIDDLE;
  private double distance = LEAST_DISTANCE;

  /**
   * Sets the scale.
   *
   * @param lexicons for each fold the words that were learnt without its beads; bead {@code i} of a
   *     text is of fold {@code i % lexicons.size()}
   */
  Confidence(
      List<Lexicon> lexicons, List<Units> sources, List<Units> targets, List<List<Span>> spans) {
    this.lexicons = List.copyOf(lexicons);
    List<Double> found = new ArrayList<>();
    List<Double> chance = new ArrayList<>();
    Measure measure = new Measure();
    for (int i = 0; i < spans.size(); i++) {
      List<Span> beads = spans.get(i);
      for (int j = 0; j < beads.size(); j++) {
        Span bead = beads.get(j);
        if (!bead.isPair() || sources.get(i).isMarker(bead.fromSource())) {
          continue;
        }
        found.add(measure.of(sources.get(i), targets.get(i), bead, j).share());
        Span other = beads.get((j + ELSEWHERE) % beads.size());
        boolean isSentence = other.isPair() && !targets.get(i).isMarker(other.fromTarget());
        if (beads.size() > 2 * ELSEWHERE && isSentence) {
          Span wrong =
              new Span(bead.fromSource(), bead.toSource(), other.fromTarget(), other.toTarget());
          chance.add(measure.of(sources.get(i), targets.get(i), wrong, j).share());
        }
      }
    }
    if (!found.isEmpty() && !chance.isEmpty()) {
      double high = median(found);
      double low = median(chance);
      distance = Math.max(LEAST_DISTANCE, high - low);
      middle = Math.max(LEAST_MIDDLE, low + 0.4 * (high - low));
    }
  }

  /** The confidence of each bead of a pair; 0 for those without partner. */
  double[] of(Units source, Units target, List<Span> spans) {
    Measure measure = new Measure();
    Explained[] raw = new Explained[spans.size()];
    for (int i = 0; i < raw.length; i++) {
      Span span = spans.get(i);
      boolean isLeftOut =
          !span.isPair()
              && !(span.sourceSize() > 0
                  ? source.isMarker(span.fromSource())
                  : target.isMarker(span.fromTarget()));
      raw[i] = isLeftOut ? new Explained(0, LEFT_OUT) : measure.of(source, target, span, i);
    }
    double[] confidence = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      if (spans.get(i).isPair()) {
        double around = around(raw, i);
        double weight = raw[i].information() / (raw[i].information() + OWN_INFORMATION);
        double share = weight * raw[i].share() + (1 - weight) * around;
        confidence[i] = 1 / (1 + Math.exp(-7.5 * (share - middle) / distance));
      }
    }
    return confidence;
  }

  /** The mean share of the neighbours, in which a sentence without partner counts as a bad one. */
  private static double around(Explained[] raw, int bead) {
    double sum = 0;
    double all = 0;
    for (int i = Math.max(0, bead - 3); i <= Math.min(raw.length - 1, bead + 3); i++) {
      if (i != bead) {
        sum += raw[i].information() * raw[i].share();
        all += raw[i].information();
      }
    }
    return all == 0 ? raw[bead].share() : sum / all;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /**
   * How well a bead is explained.
   *
   * @param share the share of its information that the other side explains, 0 to 1
   * @param information how much its words tell, in nats
   */
  private record Explained(double share, double information) {}

  /** Measures beads; has arrays of its own, so that each thread needs one. */
  private final class Measure {

    private final float[] sums = new float[lexicons.get(0).toTarget().wordCount()];

    Explained of(Units source, Units target, Span span, int bead) {
      Lexicon lexicon = lexicons.get(bead % lexicons.size());
      if (!span.isPair()) {
        return new Explained(0, 0);
      }
      Explained there =
          explain(
              lexicon.toTarget(),
              lexicon.toSource(),
              source,
              span.fromSource(),
              span.toSource(),
              target,
              span.fromTarget(),
              span.toTarget());
      Explained back =
          explain(
              lexicon.toSource(),
              lexicon.toTarget(),
              target,
              span.fromTarget(),
              span.toTarget(),
              source,
              span.fromSource(),
              span.toSource());
      return new Explained(
          (there.share + back.share) / 2, (there.information + back.information) / 2);
    }

    private Explained explain(
        Lexicon.Direction direction,
        Lexicon.Direction reverse,
        Units given,
        int fromGiven,
        int toGiven,
        Units explained,
        int from,
        int to) {
      double unlinked = 0;
      int words = 0;
      for (int place = given.tokenStart(fromGiven); place < given.tokenStart(toGiven); place++) {
        direction.addAssociations(given.token(place), sums);
        unlinked += direction.unlinked(given.token(place));
        words++;
      }
      double base = Explanation.base(words, unlinked);
      double sum = 0;
      double all = 0;
      for (int place = explained.tokenStart(from); place < explained.tokenStart(to); place++) {
        int word = explained.token(place);
        // A word that the lexicon cannot translate tells little by staying unexplained.
        double known = 0.2 + 0.8 * (1 - reverse.unlinked(word));
        double information = known * direction.information(word);
        all += information;
        sum += information * (1 - base / Explanation.ratio(base, words, sums[word]));
      }
      for (int place = given.tokenStart(fromGiven); place < given.tokenStart(toGiven); place++) {
        direction.clear(given.token(place), sums);
      }
      return new Explained(all == 0 ? 0 : sum / all, all);
    }
  }
}
