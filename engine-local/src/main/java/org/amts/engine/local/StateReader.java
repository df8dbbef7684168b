package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.amts.engine.Example;

/**
 * Lets the network read examples: the encoder their sources and the decoder their translations, in
 * one pass each. What it makes of an example does not depend on those that are read with it. Safe
 * for use by many threads.
 */
final class StateReader {

  /** Tokens of translations in a batch; for each there are logits of the whole vocabulary. */
  private static final int MOST_TOKENS = 512;

  private final Model model;
  private final String target;

  /**
   * @param target language of the translations
   */
  StateReader(Model model, String target) {
    this.model = model;
    this.target = target;
  }

  /**
   * An example as the network reads it.
   *
   * @param example what it is
   * @param source its pieces, with the language tag before and the end of sentence after them
   * @param read the tokens that the decoder reads: the start of the answer, the translation, and
   *     its last token again up to a length that depends on nothing but its own
   * @param said the tokens that it should say after them: the translation and the end of sentence
   */
  record Readable(Example example, int[] source, int[] read, int[] said) {}

  /** An example in pieces; nothing if it is too long for the model. */
  Optional<Readable> readable(Example example) {
    SegmentCodec codec = model.codec();
    Optional<ModelInput> input = codec.encode(example.source().text(), target);
    if (input.isEmpty()) {
      return Optional.empty();
    }
    int[] translation = codec.translation(input.get(), example.target());
    if (translation.length == 0 || translation.length > codec.longest()) {
      return Optional.empty();
    }
    ModelDescription.Tokens special = model.description().tokens();
    int[] read = new int[Batches.paddedLength(translation.length + 1)];
    int[] said = new int[translation.length + 1];
    for (int i = 0; i < read.length; i++) {
      read[i] = i == 0 ? special.start() : translation[Math.min(i, translation.length) - 1];
    }
    System.arraycopy(translation, 0, said, 0, translation.length);
    said[translation.length] = special.end();
    return Optional.of(new Readable(example, input.get().ids(), read, said));
  }

  /** Groups examples that can be read together: those padded to the same lengths. */
  List<List<Readable>> batches(List<Readable> examples) {
    TreeMap<Shape, List<Readable>> byShape = new TreeMap<>();
    for (Readable example : examples) {
      byShape.computeIfAbsent(Shape.of(example), shape -> new ArrayList<>()).add(example);
    }
    List<List<Readable>> batches = new ArrayList<>();
    boolean together = model.description().network().rowsAreIndependent();
    byShape.forEach(
        (shape, group) -> {
          int size = together ? Math.max(1, MOST_TOKENS / shape.target()) : 1;
          for (int from = 0; from < group.size(); from += size) {
            batches.add(group.subList(from, Math.min(group.size(), from + size)));
          }
        });
    return batches;
  }

  /** Padded lengths; the longest first, so that no thread is left with them at the end. */
  private record Shape(int source, int target) implements Comparable<Shape> {

    private static final Comparator<Shape> LONGEST_FIRST =
        Comparator.comparingInt(Shape::source).thenComparingInt(Shape::target).reversed();

    static Shape of(Readable example) {
      return new Shape(Batches.paddedLength(example.source().length), example.read().length);
    }

    @Override
    public int compareTo(Shape other) {
      return LONGEST_FIRST.compare(this, other);
    }
  }

  /** The states on examples of one batch, in the same order. */
  List<ExampleStates> read(DecoderState state, List<Readable> batch) {
    state.begin(
        batch.stream().map(Readable::source).toList(),
        Batches.paddedLength(batch.get(0).source().length),
        model.description().tokens().pad());
    state.feed(batch.stream().map(Readable::read).toArray(int[][]::new));
    List<ExampleStates> result = new ArrayList<>();
    for (int row = 0; row < batch.size(); row++) {
      int[] said = batch.get(row).said();
      float[][] hidden = new float[said.length][model.description().network().d()];
      for (int i = 0; i < said.length; i++) {
        state.hidden(row, i, hidden[i]);
      }
      result.add(ExampleStates.of(said, hidden).without(model.codec()::isPlaceholder));
    }
    return result;
  }
}
