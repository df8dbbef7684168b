package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.engine.Translation.Outcome;
import org.amts.engine.local.memory.MatchRepair;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Brings translations up to date with their sources, as carefully as each edit allows:
 *
 * <ol>
 *   <li>what rendered sentences that are gone is taken out ({@link DeletedSentences});
 *   <li>what can be changed by substitution of numbers, placeholders and names is, and nothing else
 *       if that was all ({@link Outcome#MATCHED});
 *   <li>the rest is changed where the edit explains the change ({@link Reviser}, {@link
 *       Outcome#ADAPTED});
 *   <li>if the result cannot be used, the new segment is translated as a whole beside the old pair
 *       ({@link Outcome#RETRIED}).
 * </ol>
 *
 * <p>Safe for use by many threads.
 */
final class Revisions {

  /** Revisions that are worked on together. */
  private static final int TOGETHER = 64;

  private final Model model;
  private final PartDecoder decoder;
  private final String target;
  private final Function<Segment, Network> networks;
  private final DeletedSentences deleted;

  /**
   * @param languages of the segments and of their translations
   * @param networks the network for a segment
   */
  Revisions(
      Model model,
      PartDecoder decoder,
      LanguagePair languages,
      Function<Segment, Network> networks) {
    this.model = model;
    this.decoder = decoder;
    this.target = languages.target();
    this.networks = networks;
    this.deleted = new DeletedSentences(model, decoder, languages);
  }

  /** Revises translations; the answers are in the same order. */
  List<Translation> revise(List<Revision> revisions, IntConsumer progress) {
    List<Translation> answers = new ArrayList<>();
    for (int from = 0; from < revisions.size(); from += TOGETHER) {
      List<Revision> some = revisions.subList(from, Math.min(revisions.size(), from + TOGETHER));
      answers.addAll(reviseTogether(some));
      progress.accept(some.size());
    }
    return answers;
  }

  private List<Translation> reviseTogether(List<Revision> revisions) {
    Translation[] answers = new Translation[revisions.size()];
    List<Work> open = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      Revision revision = revisions.get(i);
      Optional<String> repaired = MatchRepair.repair(revision.before(), revision.after());
      if (repaired.isPresent()) {
        answers[i] = new Translation(repaired.get(), Outcome.MATCHED);
        continue;
      }
      Network network = networks.apply(revision.after());
      RevisedPair pair = substituted(revision, network);
      Optional<Translation> known = withoutModel(pair);
      if (known.isPresent()) {
        answers[i] = known.get();
      } else {
        open.add(new Work(i, pair, network));
      }
    }
    decoder.runAll(open.stream().<Callable<Void>>map(work -> work::prepare).toList());
    decoder.decode(open.stream().flatMap(work -> work.parts.stream()).toList(), part -> {});
    List<Translation> revised =
        decoder.runAll(open.stream().<Callable<Translation>>map(work -> work::finish).toList());
    for (int i = 0; i < revised.size(); i++) {
      answers[open.get(i).index] = revised.get(i);
    }
    return Arrays.asList(answers);
  }

  private RevisedPair substituted(Revision revision, Network network) {
    RevisedPair pair = deleted.takenOut(RevisedPair.of(revision), network);
    return new RevisedPair(Substitutions.made(pair.before(), pair.after()), pair.after());
  }

  private static Optional<Translation> withoutModel(RevisedPair pair) {
    Segment after = pair.after();
    Example before = pair.before();
    if (after.hasNoWords()) {
      return Optional.of(new Translation(after.text(), Outcome.COPIED));
    }
    boolean done =
        FuzzyText.of(before.source()).sameAs(FuzzyText.of(after))
            || RevisionCheck.isLight(before.source(), after);
    return done && Placeholders.difference(before.target(), after.text()) == 0
        ? Optional.of(new Translation(before.target(), Outcome.MATCHED))
        : Optional.empty();
  }

  /** A revision that needs the model. Written by one thread at a time. */
  private final class Work {

    private final int index;
    private final RevisedPair pair;
    private final Network network;
    private volatile List<Part> parts = List.of();

    Work(int index, RevisedPair pair, Network network) {
      this.index = index;
      this.pair = pair;
      this.network = network;
    }

    @Nullable Void prepare() {
      Adviser adviser = new RevisionAdviser(model, decoder, target, network, pair.before());
      parts = new SegmentTranslator(model.codec(), decoder, target, adviser).parts(pair.after());
      return null;
    }

    Translation finish() {
      Translation free = SegmentTranslator.join(pair.after(), parts, target);
      boolean usable = free.outcome() != Outcome.FAILED;
      // A person's own link, say, stands in the translation as characters that must stay together.
      boolean sameSpans =
          Placeholders.difference(pair.before().source().text(), pair.before().target()) == 0;
      Optional<String> revised =
          sameSpans
              ? decoder.withState(
                  network,
                  state ->
                      new Reviser(model, state, target).revise(pair, usable ? free.text() : null))
              : Optional.empty();
      return revised
          .flatMap(text -> RevisionCheck.check(pair, text, usable ? free.text() : text))
          .map(text -> new Translation(text, Outcome.ADAPTED))
          .orElseGet(() -> usable ? new Translation(free.text(), Outcome.RETRIED) : free);
    }
  }
}
