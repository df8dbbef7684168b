package org.amts.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.memory.TranslationMemory;
import org.jspecify.annotations.Nullable;

/**
 * The output layer for a memory, learnt from its examples or read from a file if it was learnt
 * before. Examples that are added later do not change it: they count by the other methods at once,
 * and for the layer when the memory is opened again. Safe for use by many threads; {@link #prepare}
 * not by the decoder's own, for which it waits.
 */
final class OutputAdaptation implements AutoCloseable {

  /** Fewer tokens teach nothing that the nearest of them do not tell themselves. */
  private static final int LEAST_TOKENS = 2000;

  /**
   * Of a larger memory so many examples are taken, spread evenly: more take time and add little.
   */
  private static final int MOST_EXAMPLES = 12_000;

  /** Examples that are read at a time. */
  private static final int PORTION = 1024;

  /** The share of the time that reading takes. */
  private static final double READING = 0.7;

  private final Model model;
  private final PartDecoder decoder;
  private final LanguagePair pair;
  private final TranslationMemory memory;
  private final StateStore states;
  private final @Nullable Path file;
  private boolean prepared;
  private volatile @Nullable OutputLayer layer;

  /**
   * @param file to keep the layer in; null if it is not to be kept
   */
  OutputAdaptation(
      Model model,
      PartDecoder decoder,
      LanguagePair pair,
      TranslationMemory memory,
      StateStore states,
      @Nullable Path file) {
    this.model = model;
    this.decoder = decoder;
    this.pair = pair;
    this.memory = memory;
    this.states = states;
    this.file = file;
  }

  /** The layer; empty before {@link #prepare}, or if model or memory are not made for it. */
  Optional<OutputLayer> layer() {
    return Optional.ofNullable(layer);
  }

  /** Learns the layer, or reads it; done once. */
  synchronized void prepare(DoubleConsumer progress) {
    if (!prepared) {
      prepared = true;
      layer = made(progress).orElse(null);
    }
  }

  private Optional<OutputLayer> made(DoubleConsumer progress) {
    ModelDescription description = model.description();
    ModelDescription.Network shape = description.network();
    if (memory.size() == 0 || !description.files().containsKey(PieceRates.FILE)) {
      return Optional.empty();
    }
    Optional<OutputMatrix> matrix =
        OutputMatrix.find(
            model.files().read("decoder.onnx", description), shape.d(), shape.vocabulary());
    Optional<float[]> general =
        PieceRates.parse(
                model.files().read(PieceRates.FILE, description),
                shape.vocabulary(),
                model.files().location(PieceRates.FILE))
            .of(pair.source());
    if (matrix.isEmpty() || general.isEmpty()) {
      return Optional.empty();
    }
    int size = memory.size();
    return content(matrix.get(), general.get(), progress)
        .filter(content -> !content.rows().isEmpty())
        .map(
            content ->
                new OutputLayer(
                    model.network().withDecoder(matrix.get().graphWith(content.rows())),
                    content.register(),
                    size));
  }

  private Optional<OutputLayerFile.Content> content(
      OutputMatrix matrix, float[] general, DoubleConsumer progress) {
    if (file == null) {
      return learnt(matrix, general, progress);
    }
    OutputLayerFile cache =
        new OutputLayerFile(file, model.description().identity(), memory.fingerprint());
    Optional<OutputLayerFile.Content> content = cache.read(matrix.width(), matrix.vocabulary());
    if (content.isEmpty()) {
      content = learnt(matrix, general, progress);
      content.ifPresent(cache::write);
    }
    return content;
  }

  private Optional<OutputLayerFile.Content> learnt(
      OutputMatrix matrix, float[] general, DoubleConsumer progress) {
    List<Example> examples = chosen();
    List<ExampleStates> read = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += PORTION) {
      progress.accept(READING * from / examples.size());
      List<Example> portion = examples.subList(from, Math.min(examples.size(), from + PORTION));
      Map<Example, ExampleStates> found = states.of(portion);
      for (Example example : portion) {
        ExampleStates each = found.getOrDefault(example, ExampleStates.NONE);
        if (each.size() > 0) {
          read.add(each);
        }
      }
    }
    if (read.stream().mapToInt(ExampleStates::size).sum() < LEAST_TOKENS) {
      return Optional.empty();
    }
    List<int[]> sources =
        decoder
            .runAll(
                examples.stream()
                    .<Callable<Optional<ModelInput>>>map(
                        example ->
                            () -> model.codec().encode(example.source().text(), pair.target()))
                    .toList())
            .stream()
            .flatMap(Optional::stream)
            .map(ModelInput::ids)
            .toList();
    return Optional.of(
        new OutputLayerFile.Content(
            new OutputLearning(matrix, read, decoder::runAll)
                .learn(done -> progress.accept(READING + (1 - READING) * done)),
            MemoryRegister.of(sources, general, model.codec()::isPlaceholder)));
  }

  private List<Example> chosen() {
    int size = memory.size();
    int count = Math.min(MOST_EXAMPLES, size);
    List<Example> examples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      examples.add(memory.get((int) ((long) i * size / count)));
    }
    return examples;
  }

  @Override
  public synchronized void close() {
    OutputLayer open = layer;
    if (open != null) {
      open.close();
      layer = null;
    }
  }
}
