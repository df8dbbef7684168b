package org.amts.engine.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which a model decodes. An answer that cannot be used is tried once more under
 * rules that exclude its fault, then with a beam under the same rules, and then, if anything beside
 * the text had a say in it, by the model alone. Safe for use by many threads.
 */
final class PartDecoder implements AutoCloseable {

  /** Hypotheses of the beam that looks for an answer where the usual one is not good enough. */
  private static final int WIDE = 6;

  private final Model model;
  private final Decoder decoder;
  private final Decoder wide;
  private final AnswerCheck check;
  private final ExecutorService workers;
  private final ConcurrentLinkedQueue<DecoderState> states = new ConcurrentLinkedQueue<>();
  private final LongAdder sentences = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final Map<AnswerCheck.Fault, LongAdder> faults = new EnumMap<>(AnswerCheck.Fault.class);

  PartDecoder(Model model, EngineSettings settings) {
    this.model = model;
    decoder =
        settings.beam() == 1
            ? new GreedyDecoder(model.description())
            : new BeamDecoder(model.description(), settings.beam());
    wide = new BeamDecoder(model.description(), WIDE);
    check = new AnswerCheck(model.codec());
    AtomicInteger number = new AtomicInteger();
    workers =
        Executors.newFixedThreadPool(
            settings.threads(),
            task -> {
              Thread thread = new Thread(task, "amts-decoder-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    for (AnswerCheck.Fault fault : AnswerCheck.Fault.values()) {
      faults.put(fault, new LongAdder());
    }
  }

  /** The decoder for texts whose usual answer is not good enough: a beam. */
  Decoder wide() {
    return wide;
  }

  /** How often first answers could not be used. */
  DecodingCounts counts() {
    return new DecodingCounts(
        sentences.sum(),
        faults.get(AnswerCheck.Fault.PLACEHOLDERS).sum(),
        faults.get(AnswerCheck.Fault.LINKS).sum(),
        faults.get(AnswerCheck.Fault.LOOP).sum(),
        faults.get(AnswerCheck.Fault.ENDLESS).sum(),
        faults.get(AnswerCheck.Fault.EMPTY).sum(),
        faults.get(AnswerCheck.Fault.GARBLED).sum(),
        failures.sum());
  }

  /** Counts a text that cannot even be cut to fit the model. */
  void countFailure() {
    failures.increment();
  }

  /**
   * Decodes parts on all threads, and waits for the end.
   *
   * @param settled told, from any thread, of each part whose answer, or lack of one, is final
   */
  void decode(List<Part> parts, Consumer<Part> settled) {
    decode(parts, Try.FIRST, settled);
    List<Part> open = unanswered(parts);
    decode(open, Try.UNDER_RULES, settled);
    open = unanswered(open);
    decode(open, Try.WITH_BEAM, part -> tell(part, settled));
    Map<Part, Part> unadvised = new LinkedHashMap<>();
    unanswered(open).stream()
        .filter(part -> part.guidance().isUsed())
        .forEach(part -> unadvised.put(part, part.unadvised()));
    decode(List.copyOf(unadvised.values()), Try.UNADVISED, part -> {});
    decode(unanswered(unadvised.values()), Try.UNDER_RULES, part -> {});
    decode(unanswered(unadvised.values()), Try.WITH_BEAM, part -> {});
    unadvised.forEach(
        (part, plain) -> {
          Hypothesis said = plain.hypothesis();
          if (said != null) {
            part.settle(plain.answer(), said, true);
          }
          settled.accept(part);
        });
    failures.add(unanswered(parts).size());
  }

  /** Which try of a part. */
  private enum Try {
    FIRST,
    UNDER_RULES,
    WITH_BEAM,
    UNADVISED
  }

  /** Tells of a part after its last try, unless it is tried once more without advice. */
  private static void tell(Part part, Consumer<Part> settled) {
    if (part.answer() != null || !part.guidance().isUsed()) {
      settled.accept(part);
    }
  }

  private static List<Part> unanswered(Collection<Part> parts) {
    return parts.stream().filter(part -> part.answer() == null).toList();
  }

  private void decode(List<Part> parts, Try which, Consumer<Part> settled) {
    Decoder by = which == Try.WITH_BEAM ? wide : decoder;
    List<Callable<Void>> batches = new ArrayList<>();
    for (List<Part> batch : batches(parts, by)) {
      batches.add(
          () -> {
            decodeBatch(batch, by, which, settled);
            return null;
          });
    }
    runAll(batches);
  }

  /** Puts parts into batches that a decoder takes at once. */
  List<List<Part>> batches(List<Part> parts, Decoder by) {
    Map<Kind, List<Part>> groups = new LinkedHashMap<>();
    parts.forEach(part -> groups.computeIfAbsent(Kind.of(part), k -> new ArrayList<>()).add(part));
    return groups.values().stream()
        .flatMap(
            group ->
                Batches.of(
                    group,
                    part -> part.input().ids().length,
                    by.rowsPerSentence(),
                    model.description().network().rowsAreIndependent())
                    .stream())
        .toList();
  }

  /**
   * What parts must have in common to share a batch: their network, and a draft, since a row
   * without one would wait while others read theirs.
   */
  private record Kind(boolean hasDraft, @Nullable Network network) {

    static Kind of(Part part) {
      return new Kind(part.guidance().draft().length > 0, part.guidance().network());
    }
  }

  private void decodeBatch(List<Part> batch, Decoder by, Try which, Consumer<Part> settled) {
    List<DecodingTask> tasks = batch.stream().map(part -> task(part, which)).toList();
    List<List<Hypothesis>> answers = withState(batch.get(0), state -> by.decode(state, tasks));
    for (int i = 0; i < batch.size(); i++) {
      Part part = batch.get(i);
      AnswerCheck.Verdict verdict = check.first(part.input(), part.repetitions(), answers.get(i));
      part.settle(verdict.text().orElse(null), answers.get(i).get(0), which != Try.FIRST);
      if (which == Try.FIRST) {
        count(verdict);
      }
      if (which == Try.WITH_BEAM || part.answer() != null) {
        settled.accept(part);
      }
    }
  }

  /** Lends a state of the model's own network to a computation on the calling thread. */
  <T> T withState(Function<DecoderState, T> computation) {
    return withState(model.network(), computation);
  }

  /** Lends a state of the network that a part is decoded with. */
  <T> T withState(Part part, Function<DecoderState, T> computation) {
    return withState(
        Objects.requireNonNullElse(part.guidance().network(), model.network()), computation);
  }

  /** Lends a state of a network to a computation on the calling thread. */
  <T> T withState(Network network, Function<DecoderState, T> computation) {
    DecoderState state =
        Objects.requireNonNullElseGet(states.poll(), () -> new DecoderState(network));
    state.use(network);
    try {
      return computation.apply(state);
    } finally {
      states.add(state);
    }
  }

  private void count(AnswerCheck.Verdict verdict) {
    sentences.increment();
    verdict.fault().ifPresent(fault -> faults.get(fault).increment());
  }

  private DecodingTask task(Part part, Try which) {
    List<TokenRule> rules =
        which == Try.UNDER_RULES || which == Try.WITH_BEAM
            ? model.codec().rules(part.input(), part.repetitions())
            : List.of();
    return DecodingTask.of(part, model.description(), rules);
  }

  /**
   * Runs computations on all threads, and waits for the end.
   *
   * @throws EngineException if one fails; the others are then given up
   */
  <T> List<T> runAll(List<Callable<T>> computations) {
    List<Future<T>> running = computations.stream().map(workers::submit).toList();
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException e) {
      running.forEach(each -> each.cancel(false));
      if (e.getCause() instanceof EngineException known) {
        throw known;
      }
      throw new EngineException("decoding failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      running.forEach(each -> each.cancel(false));
      Thread.currentThread().interrupt();
      throw new EngineException("translation was interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    // The workers' native memory must not go while one of them still uses it.
    boolean interrupted = false;
    while (true) {
      try {
        if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    states.forEach(DecoderState::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
