package org.amts.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.amts.engine.Example;
import org.amts.engine.QualityEstimator.Doubt;
import org.amts.segment.Cjk;

/**
 * Finds words of a source that a translation does not seem to render: the network reads the
 * translation and tells how likely it finds the source, piece by piece, as if it translated back
 * (the reconstruction score of Tu et al. 2017, <i>Neural Machine Translation with
 * Reconstruction</i>, kept apart by words). Safe for use by many threads.
 */
final class WordDoubts {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Model model;
  private final PartDecoder decoder;
  private final BackReader reader;

  /**
   * @param source the language of the sources, into which the model can translate
   */
  WordDoubts(Model model, PartDecoder decoder, String source) {
    this.model = model;
    this.decoder = decoder;
    reader = new BackReader(model, source);
  }

  /** What is most in doubt about each translation. */
  List<Optional<Doubt>> of(List<Example> translations, IntConsumer progress) {
    List<Callable<Optional<Doubt>>> readings = new ArrayList<>();
    for (Example translation : translations) {
      readings.add(
          () -> {
            Optional<Doubt> doubt = decoder.withState(state -> worst(state, translation));
            progress.accept(1);
            return doubt;
          });
    }
    return decoder.runAll(readings);
  }

  private Optional<Doubt> worst(DecoderState state, Example translation) {
    return reader
        .read(state, translation.target(), translation.source().text())
        .flatMap(
            surprise -> {
              Words words = new Words();
              for (int i = 0; i < surprise.tokens().length; i++) {
                words.add(surprise.tokens()[i], surprise.nats()[i]);
              }
              return words.worst();
            });
  }

  /** Puts pieces together to words. */
  private final class Words {

    private final StringBuilder word = new StringBuilder();
    private double surprise;
    private Optional<Doubt> worst = Optional.empty();

    void add(int token, double nats) {
      String piece =
          model.codec().isPlaceholder(token) ? "" : model.codec().vocabulary().text(token);
      boolean goesOn = !piece.isEmpty() && TermRule.isWord(piece.codePointAt(0)) && !word.isEmpty();
      if (!goesOn) {
        close();
      }
      String letters = NO_LETTERS.matcher(piece).replaceAll("");
      if (!letters.isEmpty()) {
        word.append(letters);
        surprise += nats;
      }
      if (Cjk.hasLetter(letters)) {
        close();
      }
    }

    private void close() {
      if (!word.isEmpty() && (worst.isEmpty() || surprise > worst.get().surprise())) {
        worst = Optional.of(new Doubt(word.toString(), surprise));
      }
      word.setLength(0);
      surprise = 0;
    }

    Optional<Doubt> worst() {
      close();
      return worst;
    }
  }
}
