package org.amts.engine.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells how hard a text is to tell from an answer to it, piece by piece: the network reads the
 * answer as a source, and the text as its translation. Immutable.
 */
final class BackReader {

  private final Model model;
  private final AnswerReader reader;
  private final String source;

  /**
   * @param source the language of the texts, into which the model can translate
   */
  BackReader(Model model, String source) {
    this.model = model;
    this.source = source;
    reader = new AnswerReader(model.description());
  }

  /**
   * How unlikely each piece of a text is.
   *
   * @param tokens the text's pieces
   * @param nats their negative log-probabilities, and behind them that of the end of sentence
   */
  record Surprise(int[] tokens, double[] nats) {

    /** Of the text as a whole, in nats. */
    double sum() {
      return Arrays.stream(nats).reduce(0, Double::sum);
    }
  }

  /**
   * Reads a text back.
   *
   * @param state of the network that reads
   * @param answer with the marks of the text
   * @return nothing if either is too long for the model
   */
  Optional<Surprise> read(DecoderState state, String answer, String text) {
    return model
        .codec()
        .encode(answer, source)
        .flatMap(
            input -> {
              int[] tokens = model.codec().translation(input, text);
              return tokens.length < model.description().network().positions()
                  ? Optional.of(read(state, input, tokens))
                  : Optional.empty();
            });
  }

  private Surprise read(DecoderState state, ModelInput input, int[] tokens) {
    double[] nats = new double[tokens.length + 1];
    reader.read(
        state,
        input.ids(),
        List.of(tokens),
        (answer, place, logits) -> {
          int next = place < tokens.length ? tokens[place] : model.description().tokens().end();
          nats[place] = LogSoftmax.normalizer(logits) - logits[next];
        });
    return new Surprise(tokens, nats);
  }
}
