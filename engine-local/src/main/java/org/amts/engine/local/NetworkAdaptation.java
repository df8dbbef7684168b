package org.amts.engine.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.local.memory.TranslationMemory;
import org.jspecify.annotations.Nullable;

/**
 * The network for a memory, taught with its examples or read from a file if that was done before.
 * Examples that are added later do not change it: they count by the other methods at once, and for
 * the network when the memory is opened again and enough of it is new. Safe for use by many
 * threads; {@link #prepare} not by the decoder's own, for which it waits.
 */
final class NetworkAdaptation implements AutoCloseable {

  /** Fewer tokens teach nothing that the nearest of them do not tell themselves. */
  private static final int LEAST_TOKENS = 2000;

  /** Of a larger memory so many examples are taken, spread evenly: more take too much time. */
  private static final int MOST_EXAMPLES = 20_000;

  private final Model model;
  private final PartDecoder decoder;
  private final LanguagePair pair;
  private final TranslationMemory memory;
  private final @Nullable Path cache;
  private final Adaptation.@Nullable Learnt place;
  private boolean prepared;
  private volatile @Nullable AdaptedNetwork network;

  /**
   * @param cache folder to keep the network's states in; null if they are not to be kept
   * @param place where what was learnt is kept; null if it is not to be
   */
  NetworkAdaptation(
      Model model,
      PartDecoder decoder,
      LanguagePair pair,
      TranslationMemory memory,
      @Nullable Path cache,
      Adaptation.@Nullable Learnt place) {
    this.model = model;
    this.decoder = decoder;
    this.pair = pair;
    this.memory = memory;
    this.cache = cache;
    this.place = place;
  }

  /** The network; empty before {@link #prepare}, or if model or memory are not made for it. */
  Optional<AdaptedNetwork> network() {
    return Optional.ofNullable(network);
  }

  /** Teaches the network, or reads what it has learnt; done once. */
  synchronized void prepare(DoubleConsumer progress) {
    if (!prepared) {
      prepared = true;
      network = made(progress).orElse(null);
    }
  }

  private Optional<AdaptedNetwork> made(DoubleConsumer progress) {
    Map<String, ModelDescription.FileCheck> files = model.description().files();
    if (memory.size() == 0
        || !files.containsKey(PieceRates.FILE)
        || !files.containsKey(LearningGraph.FILE)) {
      return Optional.empty();
    }
    LearningWeights weights =
        new LearningWeights(
            graph("encoder.onnx"), graph("decoder.onnx"), model.description().network());
    return content(weights, progress)
        .filter(content -> !content.learnt().isEmpty())
        .map(content -> adapted(weights, content));
  }

  private byte[] graph(String name) {
    return model.files().graph(name, model.description());
  }

  private byte[] file(String name) {
    return model.files().read(name, model.description());
  }

  private Optional<LearntFile.Content> content(LearningWeights weights, DoubleConsumer progress) {
    List<Example> examples = chosen();
    List<ExampleKey> keys = examples.stream().map(ExampleKey::of).toList();
    if (place == null) {
      return learnt(examples, keys, weights, progress);
    }
    LearntFiles files = new LearntFiles(place.folder(), model.description().identity(), pair);
    Optional<LearntFile.Content> known = place.exact() ? files.of(keys) : files.near(keys);
    if (known.isPresent()) {
      return known;
    }
    Optional<LearntFile.Content> learnt = learnt(examples, keys, weights, progress);
    learnt.ifPresent(content -> files.keep(keys, content));
    return learnt;
  }

  private Optional<LearntFile.Content> learnt(
      List<Example> examples,
      List<ExampleKey> keys,
      LearningWeights weights,
      DoubleConsumer progress) {
    StateReader reader = new StateReader(model, pair.target());
    List<StateReader.Readable> readable =
        decoder
            .runAll(
                examples.stream()
                    .filter(example -> !hasMarksOfItsOwn(example))
                    .<Callable<Optional<StateReader.Readable>>>map(e -> () -> reader.readable(e))
                    .toList())
            .stream()
            .flatMap(Optional::stream)
            .toList();
    Optional<float[]> general =
        PieceRates.parse(
                file(PieceRates.FILE),
                model.description().network().vocabulary(),
                model.files().location(PieceRates.FILE))
            .of(pair.source());
    if (general.isEmpty()
        || readable.stream().mapToInt(each -> each.said().length).sum() < LEAST_TOKENS) {
      return Optional.empty();
    }
    try (LearningGraph graph = new LearningGraph(file(LearningGraph.FILE), weights.constants())) {
      NetworkLearning.Learnt learnt =
          new NetworkLearning(
                  graph, readable, weights.embedding(), weights.output(), decoder::runAll)
              .learn(progress);
      return Optional.of(
          new LearntFile.Content(
              learnt,
              MemoryRegister.of(
                  readable.stream().map(StateReader.Readable::source).toList(),
                  general.get(),
                  model.codec()::isPlaceholder),
              Set.copyOf(keys)));
    }
  }

  /**
   * Whether the translation has brackets or strong emphases that the source has not. They do not
   * follow from it: the network would only learn to put some anywhere.
   */
  static boolean hasMarksOfItsOwn(Example example) {
    String source = example.source().text();
    return count("[", example.target()) > count("[", source)
        || count("**", example.target()) > count("**", source);
  }

  private static int count(String mark, String text) {
    int count = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
      count++;
    }
    return count;
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

  private AdaptedNetwork adapted(LearningWeights weights, LearntFile.Content content) {
    LearningWeights.Graphs graphs = weights.with(content.learnt());
    Network network =
        new Network(graphs.encoder(), graphs.decoder(), model.description().network());
    @Nullable StateFile file =
        cache == null
            ? null
            : StateFile.open(
                cache.resolve("states-learnt-" + pair),
                model.description().identity() + " " + Checksum.sha256(graphs.decoder()),
                model.description().network().d());
    return new AdaptedNetwork(
        network,
        new StateStore(
            new StateReader(model, pair.target()),
            decoder,
            network,
            file,
            AdaptedLocalEngine.STATES_KEPT),
        content.register());
  }

  @Override
  public synchronized void close() {
    AdaptedNetwork open = network;
    if (open != null) {
      open.close();
      network = null;
    }
  }
}
