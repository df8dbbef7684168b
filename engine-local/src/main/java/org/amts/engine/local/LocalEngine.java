package org.amts.engine.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.EngineSettings;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine. Sentences that are equal are translated once; those too long for the model
 * in parts, cut at the ends of clauses. An answer that cannot be used (see {@link DecodingCounts})
 * is tried once more under rules that exclude its fault; if that fails too, the segment is {@link
 * Translation.Outcome#FAILED}.
 */
public final class LocalEngine implements TranslationEngine {

  private static final String NAME = "local/amts";

  /** Languages that are written without spaces between sentences. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja");

  private final Model model;
  private final Decoder decoder;
  private final AnswerCheck check;
  private final ExecutorService workers;
  private final ConcurrentLinkedQueue<DecoderState> states = new ConcurrentLinkedQueue<>();
  private final LongAdder sentences = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final Map<AnswerCheck.Fault, LongAdder> faults = new EnumMap<>(AnswerCheck.Fault.class);

  private LocalEngine(Model model, EngineSettings settings) {
    this.model = model;
    decoder =
        settings.beam() == 1
            ? new GreedyDecoder(model.description())
            : new BeamDecoder(model.description(), settings.beam());
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

  /**
   * Loads the model and opens the engine.
   *
   * @throws EngineException if the model cannot be loaded
   */
  public static LocalEngine open(EngineSettings settings) {
    return new LocalEngine(Model.open(ModelFiles.of(settings.model())), settings);
  }

  @Override
  public String identity() {
    return NAME + " " + model.description().identity();
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return model.description().languagePairs();
  }

  /** How often first answers could not be used. */
  public DecodingCounts counts() {
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

  @Override
  public List<Translation> translate(
      LanguagePair pair, List<Segment> segments, IntConsumer progress) {
    if (!languagePairs().contains(pair)) {
      throw new IllegalArgumentException(
          "the model does not translate " + pair + ", only " + model.description().directions());
    }
    Map<String, Text> texts = new LinkedHashMap<>();
    for (Segment segment : segments) {
      texts.computeIfAbsent(segment.text(), text -> new Text(segment)).occurrences++;
    }
    List<Part> parts = new ArrayList<>();
    for (Text text : texts.values()) {
      text.parts = text.segment.hasNoWords() ? List.of() : partsOf(text, pair.target());
      parts.addAll(text.parts);
      if (text.parts.isEmpty()) {
        progress.accept(text.occurrences);
      }
    }
    decode(parts, false, progress);
    decode(parts.stream().filter(part -> part.answer == null).toList(), true, progress);
    Map<String, Translation> answers = new LinkedHashMap<>();
    texts.forEach((key, text) -> answers.put(key, text.translation(pair.target())));
    return segments.stream().map(segment -> answers.get(segment.text())).toList();
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair pair, Adaptation adaptation) {
    throw new UnsupportedOperationException("adaptation is being built");
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
    model.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A text to translate, for all segments that have it. */
  private static final class Text {

    private final Segment segment;
    private int occurrences;
    private List<Part> parts = List.of();
    private final AtomicInteger partsDone = new AtomicInteger();

    Text(Segment segment) {
      this.segment = segment;
    }

    Translation translation(String target) {
      if (segment.hasNoWords()) {
        return new Translation(segment.text(), Translation.Outcome.COPIED);
      }
      if (parts.isEmpty() || parts.stream().anyMatch(part -> part.answer == null)) {
        return new Translation(segment.text(), Translation.Outcome.FAILED);
      }
      String text =
          String.join(
              UNSPACED.contains(target) ? "" : " ",
              parts.stream().map(part -> Objects.requireNonNull(part.answer)).toList());
      return new Translation(
          text,
          parts.stream().anyMatch(part -> part.retried)
              ? Translation.Outcome.RETRIED
              : Translation.Outcome.TRANSLATED);
    }
  }

  /** A part of a text that fits the model, mostly all of it. */
  private static final class Part {

    private final Text text;
    private final ModelInput input;
    private final Repetitions repetitions;
    private @Nullable String answer;
    private boolean retried;

    Part(Text text, ModelInput input) {
      this.text = text;
      this.input = input;
      repetitions = new Repetitions(input.ids());
    }
  }

  /** The parts of a text; none if it cannot be cut so that they fit. */
  private List<Part> partsOf(Text text, String target) {
    SegmentCodec codec = model.codec();
    Optional<List<String>> parts =
        ClauseSplitter.split(text.segment.text(), part -> codec.encode(part, target).isPresent());
    if (parts.isEmpty()) {
      failures.increment();
    }
    return parts.orElse(List.of()).stream()
        .map(part -> new Part(text, codec.encode(part, target).orElseThrow()))
        .toList();
  }

  /**
   * Decodes parts on all threads, and waits for the end.
   *
   * @param again whether this is the second try, under rules; what fails is then settled
   */
  private void decode(List<Part> parts, boolean again, IntConsumer progress) {
    List<Future<?>> running = new ArrayList<>();
    for (List<Part> batch :
        Batches.of(
            parts,
            part -> part.input.ids().length,
            decoder.rowsPerSentence(),
            model.description().network().rowsAreIndependent())) {
      running.add(workers.submit(() -> decodeBatch(batch, again, progress)));
    }
    await(running);
  }

  private void decodeBatch(List<Part> batch, boolean again, IntConsumer progress) {
    List<DecodingTask> tasks = batch.stream().map(part -> task(part, again)).toList();
    DecoderState state = Objects.requireNonNullElseGet(states.poll(), this::newState);
    List<List<Hypothesis>> answers;
    try {
      answers = decoder.decode(state, tasks);
    } finally {
      states.add(state);
    }
    for (int i = 0; i < batch.size(); i++) {
      Part part = batch.get(i);
      AnswerCheck.Verdict verdict = check.first(part.input, part.repetitions, answers.get(i));
      part.answer = verdict.text().orElse(null);
      part.retried = again;
      count(verdict, again);
      if ((again || part.answer != null)
          && part.text.partsDone.incrementAndGet() == part.text.parts.size()) {
        progress.accept(part.text.occurrences);
      }
    }
  }

  private void count(AnswerCheck.Verdict verdict, boolean again) {
    if (again) {
      failures.add(verdict.fault().isPresent() ? 1 : 0);
    } else {
      sentences.increment();
      verdict.fault().ifPresent(fault -> faults.get(fault).increment());
    }
  }

  private DecoderState newState() {
    return new DecoderState(model.network());
  }

  private DecodingTask task(Part part, boolean again) {
    int[] source = part.input.ids();
    ModelDescription description = model.description();
    int limit = Math.min(3 * source.length + 20, description.network().positions());
    List<TokenRule> rules = again ? model.codec().rules(part.input, part.repetitions) : List.of();
    return new DecodingTask(source, limit, part.repetitions, rules);
  }

  private static void await(List<Future<?>> running) {
    try {
      for (Future<?> batch : running) {
        batch.get();
      }
    } catch (ExecutionException e) {
      running.forEach(batch -> batch.cancel(false));
      if (e.getCause() instanceof EngineException known) {
        throw known;
      }
      throw new EngineException("decoding failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      running.forEach(batch -> batch.cancel(false));
      Thread.currentThread().interrupt();
      throw new EngineException("translation was interrupted", e);
    }
  }
}
