package org.amts.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.Explanation;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FakeEngine#adaptedTo} makes. No two may have the same folder at the same time. Safe
 * for use by many threads.
 */
final class FakeAdaptedEngine implements AdaptedEngine {

  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  private final FakeEngine engine;
  private final LanguagePair pair;
  private final @Nullable Path cache;
  private final Map<String, Example> examples = new HashMap<>();

  FakeAdaptedEngine(FakeEngine engine, LanguagePair pair, @Nullable Path cache) {
    this.engine = engine;
    this.pair = pair;
    this.cache = cache;
    if (cache != null) {
      use(cache);
    }
  }

  private static void use(Path folder) {
    if (!IN_USE.add(folder)) {
      throw new EngineException(folder + " is in use by another engine");
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("examples"), "of the fake engine");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String identity() {
    return engine.identity();
  }

  @Override
  public Set<LanguagePair> languagePairs() {
    return Set.of(pair);
  }

  @Override
  public synchronized void learn(List<Example> more) {
    more.forEach(example -> examples.put(example.source().expanded(), example));
  }

  @Override
  public synchronized List<Translation> translate(
      LanguagePair asked, List<Segment> segments, IntConsumer progress) {
    List<Translation> answers = new ArrayList<>();
    for (Segment segment : segments) {
      Example example = examples.get(segment.expanded());
      answers.add(
          example == null
              ? engine.translate(asked, List.of(segment), done -> {}).get(0)
              : new Translation(example.target(), Translation.Outcome.MATCHED));
    }
    progress.accept(segments.size());
    return answers;
  }

  @Override
  public List<Translation> revise(List<Revision> revisions, IntConsumer progress) {
    progress.accept(revisions.size());
    return revisions.stream().map(FakeAdaptedEngine::revised).toList();
  }

  private static Translation revised(Revision revision) {
    String old = Placeholder.marksIn(revision.before().target()).replaceAll("");
    return new Translation(old + " {" + revision.after().text() + "}", Translation.Outcome.ADAPTED);
  }

  @Override
  public Explanation explain(Segment segment) {
    return new Explanation(
        segment,
        List.of(),
        List.of(),
        List.of(),
        OptionalDouble.empty(),
        false,
        translate(pair, List.of(segment), done -> {}).get(0),
        engine.translate(pair, List.of(segment), done -> {}).get(0));
  }

  @Override
  public AdaptedEngine adaptedTo(LanguagePair other, Adaptation adaptation) {
    return engine.adaptedTo(other, adaptation);
  }

  @Override
  public void close() {
    if (cache != null) {
      IN_USE.remove(cache);
    }
  }
}
