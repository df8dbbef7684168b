package org.amts.engine.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amts.engine.Example;
import org.jspecify.annotations.Nullable;

/**
 * The network's states on examples, computed when an example is first asked for. The latest used
 * are kept in memory up to a limit, all of them in a file where there is one. Safe for use by many
 * threads, but not by the decoder's own: it waits for them.
 */
final class StateStore implements AutoCloseable {

  private final StateReader reader;
  private final PartDecoder decoder;
  private final Network network;
  private final @Nullable StateFile file;
  private final long limit;
  private final LinkedHashMap<ExampleKey, ExampleStates> latest =
      new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /**
   * @param network whose states they are
   * @param file to keep states in, which this closes; null if they are not to be kept
   * @param limit bytes of states to keep in memory
   */
  StateStore(
      StateReader reader,
      PartDecoder decoder,
      Network network,
      @Nullable StateFile file,
      long limit) {
    this.reader = reader;
    this.decoder = decoder;
    this.network = network;
    this.file = file;
    this.limit = limit;
  }

  /** The states of examples; of those that are too long for the model, none. */
  Map<Example, ExampleStates> of(Iterable<Example> examples) {
    Map<Example, ExampleStates> found = new HashMap<>();
    List<Example> missing = new ArrayList<>();
    for (Example example : examples) {
      if (!found.containsKey(example)) {
        Optional<ExampleStates> known = known(ExampleKey.of(example));
        found.put(example, known.orElse(ExampleStates.NONE));
        if (known.isEmpty()) {
          missing.add(example);
        }
      }
    }
    found.putAll(computed(missing));
    return found;
  }

  private Optional<ExampleStates> known(ExampleKey key) {
    ExampleStates states;
    synchronized (latest) {
      states = latest.get(key);
    }
    if (states == null && file != null) {
      states = file.read(key);
      if (states != null) {
        keep(key, states);
      }
    }
    return Optional.ofNullable(states);
  }

  private Map<Example, ExampleStates> computed(List<Example> examples) {
    Map<Example, ExampleStates> computed = new HashMap<>();
    examples.forEach(example -> computed.put(example, ExampleStates.NONE));
    List<Optional<StateReader.Readable>> readable =
        decoder.runAll(
            examples.stream()
                .<Callable<Optional<StateReader.Readable>>>map(e -> () -> reader.readable(e))
                .toList());
    List<List<StateReader.Readable>> batches =
        reader.batches(readable.stream().flatMap(Optional::stream).toList());
    List<List<ExampleStates>> states =
        decoder.runAll(
            batches.stream()
                .<Callable<List<ExampleStates>>>map(
                    batch -> () -> decoder.withState(network, state -> reader.read(state, batch)))
                .toList());
    for (int i = 0; i < batches.size(); i++) {
      for (int j = 0; j < batches.get(i).size(); j++) {
        computed.put(batches.get(i).get(j).example(), states.get(i).get(j));
      }
    }
    computed.forEach(
        (example, result) -> {
          ExampleKey key = ExampleKey.of(example);
          keep(key, result);
          if (file != null) {
            file.append(key, result);
          }
        });
    return computed;
  }

  private void keep(ExampleKey key, ExampleStates states) {
    synchronized (latest) {
      if (latest.put(key, states) == null) {
        size += states.bytes();
      }
      var oldest = latest.entrySet().iterator();
      while (size > limit && latest.size() > 1) {
        size -= oldest.next().getValue().bytes();
        oldest.remove();
      }
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
