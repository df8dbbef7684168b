package org.amts.engine.local;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.SentenceDeletion.Cut;
import org.amts.segment.Segment;

/**
 * Takes out of a translation what rendered sentences that are gone. Where translators have made one
 * sentence of several, the network tells which clauses are to go: the likeliest way to divide the
 * translation between the sentences that are left and those that went.
 */
final class DeletedSentences {

  private final Model model;
  private final PartDecoder decoder;
  private final LanguagePair languages;

  DeletedSentences(Model model, PartDecoder decoder, LanguagePair languages) {
    this.model = model;
    this.decoder = decoder;
    this.languages = languages;
  }

  /**
   * The old segment and its translation without the sentences that went; as they are if none did,
   * or if it cannot be told what rendered them.
   *
   * @param network that tells
   */
  RevisedPair takenOut(RevisedPair pair, Network network) {
    Example before = pair.before();
    return SentenceDeletion.find(before.source(), pair.after(), languages.source())
        .flatMap(
            deletion ->
                cut(deletion, before.target(), network)
                    .map(
                        cut ->
                            new Example(
                                new Segment(deletion.kept(), before.source().placeholders()),
                                cut.kept())))
        .map(shorter -> new RevisedPair(shorter, pair.after()))
        .orElse(pair);
  }

  private Optional<Cut> cut(SentenceDeletion deletion, String target, Network network) {
    List<Cut> cuts =
        deletion.cuts(target, languages.target()).stream()
            .filter(cut -> Placeholders.difference(cut.kept(), deletion.kept()) == 0)
            .filter(cut -> Placeholders.difference(cut.removed(), deletion.deleted()) == 0)
            .toList();
    return decoder.withState(
        network,
        state ->
            cuts.stream()
                .map(cut -> new Likely(cut, likelihood(state, deletion, cut)))
                .filter(likely -> isThisWayRound(state, deletion, likely))
                .max(Comparator.comparingDouble(Likely::likelihood))
                .map(Likely::cut));
  }

  /** A cut with the logarithm of its probability, in nats, for which the network is asked once. */
  private record Likely(Cut cut, double likelihood) {}

  private double likelihood(DecoderState state, SentenceDeletion deletion, Cut cut) {
    return log(state, deletion.kept(), cut.kept()) + log(state, deletion.deleted(), cut.removed());
  }

  /** Whether the two parts render what they are said to, and not the other way round. */
  private boolean isThisWayRound(DecoderState state, SentenceDeletion deletion, Likely likely) {
    Cut cut = likely.cut();
    boolean marksTell =
        Placeholders.difference(cut.kept(), deletion.deleted()) > 0
            || Placeholders.difference(cut.removed(), deletion.kept()) > 0;
    return marksTell
        || likely.likelihood()
            > log(state, deletion.kept(), cut.removed())
                + log(state, deletion.deleted(), cut.kept());
  }

  /** Logarithm of the probability of a translation, in nats. */
  private double log(DecoderState state, String source, String target) {
    Optional<ModelInput> input = model.codec().encode(source, languages.target());
    if (input.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    int[] tokens = model.codec().translation(input.get(), target);
    if (tokens.length > model.codec().longest()) {
      return Double.NEGATIVE_INFINITY;
    }
    KnownTranslation known =
        new KnownTranslation(model.description(), state, input.get().ids(), tokens);
    double sum = 0;
    for (int i = 0; i < known.length(); i++) {
      sum += known.log(i);
    }
    return sum;
  }
}
