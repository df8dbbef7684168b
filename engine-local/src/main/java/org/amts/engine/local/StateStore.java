package org.amts.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amts.engine.Example;

/**
 * The network's states on the examples that were needed so far, computed when an example is first
 * asked for: one pass of the encoder over its source and one of the decoder over its translation.
 * Keeps the latest used in memory up to a limit. Safe for use by many threads.
 */
final class StateStore {

  private final Model model;
  private final PartDecoder decoder;
  private final String target;
  private final long limit;
  private final LinkedHashMap<Integer, ExampleStates> states = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /**
   * @param target language of the translations
   * @param limit bytes of states to keep
   */
  StateStore(Model model, PartDecoder decoder, String target, long limit) {
    this.model = model;
    this.decoder = decoder;
    this.target = target;
    this.limit = limit;
  }

  /**
   * The states of examples.
   *
   * @param examples by a number that stands for the same example always
   * @return in the same order, without those that are too long for the model
   */
  List<ExampleStates> of(Map<Integer, Example> examples) {
    List<ExampleStates> found = new ArrayList<>();
    for (Map.Entry<Integer, Example> entry : examples.entrySet()) {
      ExampleStates known;
      synchronized (states) {
        known = states.get(entry.getKey());
      }
      if (known == null) {
        known = compute(entry.getValue()).orElse(ExampleStates.NONE);
        keep(entry.getKey(), known);
      }
      if (known.size() > 0) {
        found.add(known);
      }
    }
    return found;
  }

  private void keep(int id, ExampleStates computed) {
    synchronized (states) {
      if (states.put(id, computed) == null) {
        size += computed.bytes();
      }
      var oldest = states.entrySet().iterator();
      while (size > limit && states.size() > 1) {
        size -= oldest.next().getValue().bytes();
        oldest.remove();
      }
    }
  }

  private Optional<ExampleStates> compute(Example example) {
    SegmentCodec codec = model.codec();
    Optional<ModelInput> input = codec.encode(example.source().text(), target);
    if (input.isEmpty()) {
      return Optional.empty();
    }
    int[] translation = codec.translation(input.get(), example.target());
    if (translation.length == 0 || translation.length > codec.longest()) {
      return Optional.empty();
    }
    return Optional.of(decoder.withState(state -> read(state, input.get().ids(), translation)));
  }

  private ExampleStates read(DecoderState state, int[] source, int[] translation) {
    ModelDescription.Tokens special = model.description().tokens();
    state.begin(List.of(source), Batches.paddedLength(source.length), special.pad());
    int[] read = new int[translation.length + 1];
    int[] said = new int[translation.length + 1];
    read[0] = special.start();
    said[translation.length] = special.end();
    for (int i = 0; i < translation.length; i++) {
      read[i + 1] = translation[i];
      said[i] = translation[i];
    }
    state.feed(new int[][] {read});
    float[][] hidden = new float[read.length][model.description().network().d()];
    for (int i = 0; i < read.length; i++) {
      state.hidden(0, i, hidden[i]);
    }
    return ExampleStates.of(said, hidden).without(model.codec()::isPlaceholder);
  }
}
