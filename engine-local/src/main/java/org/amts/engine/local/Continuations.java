package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the network would say in the middle of a known translation: at a few places it goes on by
 * itself, and at each step it is seen how well the known translation could go on there again.
 */
final class Continuations {

  /** Tokens that the network says by itself at most. */
  private static final int LONGEST = 10;

  /** Tokens of the known translation that are left out at most. */
  private static final int MOST_LEFT_OUT = 14;

  /** Changes that are kept of each continuation. */
  private static final int KEPT = 5;

  /** Cost of a token more or less, in nats, when ways to rejoin are compared. */
  private static final double COST = 0.1;

  /** A token that the network finds less likely than this is no beginning, in nats. */
  private static final double UNLIKELY = -3.5;

  private static final double VERY_UNLIKELY = -7;

  private final ModelDescription description;
  private final DecoderState state;

  Continuations(ModelDescription description, DecoderState state) {
    this.description = description;
    this.state = state;
  }

  /**
   * A way out of the known translation and back to it.
   *
   * @param merit how well it joins, in nats
   */
  private record Way(TokenChange change, double merit) {}

  /**
   * Goes on at places, each time with the likeliest token and with the one that the edit made
   * likelier.
   *
   * @param old the known translation, read with the old source
   * @param now the same with the new source
   * @param places indices of tokens, at least one
   * @return the changes that rejoin best
   */
  List<TokenChange> of(KnownTranslation old, KnownTranslation now, int[] places) {
    List<Row> rows = new ArrayList<>();
    for (int place : places) {
      int likeliest = best(now.logs(place), null);
      int different = best(now.logs(place), old.logs(place));
      rows.add(new Row(now, place, likeliest));
      if (different != likeliest) {
        rows.add(new Row(now, place, different));
      }
    }
    now.branch(rows.stream().mapToInt(row -> row.place).toArray());
    float[] logs = new float[description.network().vocabulary()];
    for (int step = 0; step < LONGEST && !rows.stream().allMatch(row -> row.ended); step++) {
      state.step(rows.stream().mapToInt(Row::last).toArray());
      for (int i = 0; i < rows.size(); i++) {
        if (!rows.get(i).ended) {
          state.logits(i, logs);
          KnownTranslation.normalize(logs);
          rows.get(i).read(logs);
        }
      }
    }
    return rows.stream().flatMap(row -> row.best().stream()).toList();
  }

  /** The likeliest token; or, of the likely ones, the one that became likelier by the most. */
  private static int best(float[] logs, float @Nullable [] old) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      double value = old == null ? logs[i] : logs[i] - Math.max(old[i], VERY_UNLIKELY);
      if (value > highest && (old == null || logs[i] > UNLIKELY)) {
        highest = value;
        best = i;
      }
    }
    return highest == Double.NEGATIVE_INFINITY ? best(logs, null) : best;
  }

  /** One continuation. */
  private final class Row {

    private final KnownTranslation known;
    private final int place;
    private final TokenSequence said = new TokenSequence();
    private final List<Way> ways = new ArrayList<>();
    private boolean ended;

    Row(KnownTranslation known, int place, int first) {
      this.known = known;
      this.place = place;
      rejoin(known.logs(place));
      say(first);
    }

    /** What the network reads next; anything once the continuation has ended. */
    int last() {
      return said.length() == 0 ? description.tokens().end() : said.get(said.length() - 1);
    }

    void read(float[] logs) {
      rejoin(logs);
      say(Continuations.best(logs, null));
    }

    private void say(int token) {
      if (token == description.tokens().end()) {
        ended = true;
      } else {
        said.add(token);
      }
    }

    private void rejoin(float[] logs) {
      int first = said.length() == 0 ? place + 1 : place;
      for (int to = first; to <= Math.min(known.length() - 1, place + MOST_LEFT_OUT); to++) {
        double cost = COST * (said.length() + to - place);
        ways.add(new Way(new TokenChange(place, to, said.toArray()), logs[known.token(to)] - cost));
      }
    }

    List<TokenChange> best() {
      return ways.stream()
          .sorted(Comparator.comparingDouble(Way::merit).reversed())
          .limit(KEPT)
          .map(Way::change)
          .toList();
    }
  }
}
