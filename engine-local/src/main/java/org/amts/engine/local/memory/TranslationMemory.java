package org.amts.engine.local.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.segment.FuzzyScore;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Examples, in which the ones most like a segment are found fast. Examples are added in sequences;
 * the ones before and after an example in its sequence are its context. Where a source occurs twice
 * in the same context, the later example counts.
 *
 * <p>Safe for use by many threads. A search sees what was added before it began. Every method
 * throws {@link EngineException} if the files cannot be read or written, and {@link
 * IllegalStateException} after {@link #close()}.
 */
public final class TranslationMemory implements AutoCloseable {

  /** How many candidates are compared with a segment at least. */
  private static final int CANDIDATES = 64;

  /** How many examples with the same text are looked at for their context, from the latest. */
  private static final int MOST_EQUAL = 500;

  private final MemoryIndex index;
  private final Path folder;
  private final boolean temporary;
  private boolean closed;

  private TranslationMemory(MemoryIndex index, Path folder, boolean temporary) {
    this.index = index;
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * Opens a memory.
   *
   * @param folder where it lies; it is made if it is missing. What is there stays, unless it is
   *     damaged, of another version or for another language pair: then the memory is empty. Null
   *     for a temporary folder, which {@link #close()} deletes
   * @param pair from which language into which the examples are
   * @throws EngineException also if another memory is open on the folder, in this process or
   *     another one
   */
  public static TranslationMemory open(@Nullable Path folder, LanguagePair pair) {
    try {
      boolean temporary = folder == null;
      Path place = temporary ? Files.createTempDirectory("amts-memory-") : folder;
      return new TranslationMemory(MemoryIndex.open(place, pair, !temporary), place, temporary);
    } catch (IOException e) {
      throw failure(folder == null ? "temporary folder" : folder.toString(), e);
    }
  }

  /** Adds a sequence of examples after those that are there. It is read once, while it is added. */
  public synchronized void add(Iterable<Example> examples) {
    try {
      try {
        boolean begins = true;
        for (Example example : examples) {
          index.append(example, begins);
          begins = false;
        }
      } finally {
        index.publish();
      }
    } catch (IOException e) {
      throw failure(folder.toString(), e);
    }
  }

  /**
   * Makes the memory hold these examples, as one sequence, and no others. As long as they are those
   * that it holds they are only compared.
   *
   * @param examples read once
   * @return whether it held exactly these before
   */
  public synchronized boolean hold(Iterable<Example> examples) {
    try (MemoryView old = index.view()) {
      Iterator<Example> rest = examples.iterator();
      int same = 0;
      Example different = null;
      while (different == null && rest.hasNext()) {
        Example example = rest.next();
        if (same < old.size()
            && old.begins(same) == (same == 0)
            && old.example(same).equals(example)) {
          same++;
        } else {
          different = example;
        }
      }
      if (different == null && same == old.size()) {
        return true;
      }
      replace(old, same, different, rest);
      return false;
    } catch (IOException e) {
      throw failure(folder.toString(), e);
    }
  }

  /** Keeps the first examples of a view and drops the others for new ones. */
  private void replace(
      MemoryView old, int kept, @Nullable Example different, Iterator<Example> rest)
      throws IOException {
    index.clear();
    try {
      for (int id = 0; id < kept; id++) {
        index.append(old.example(id), id == 0);
      }
      if (different != null) {
        index.append(different, kept == 0);
      }
      while (rest.hasNext()) {
        index.append(rest.next(), false);
      }
    } finally {
      index.publish();
    }
  }

  /** How many examples were added, with those that are replaced. Ids are lower than this. */
  public int size() {
    return use(MemoryView::size);
  }

  /**
   * An example by its id.
   *
   * @throws IndexOutOfBoundsException if there is none with this id
   */
  public Example get(int id) {
    return use(
        view -> {
          Objects.checkIndex(id, view.size());
          return view.example(id);
        });
  }

  /**
   * What tells this memory's content from others: 64 hexadecimal digits that depend on all examples
   * and on their order. Two memories with the same fingerprint have the same examples by the same
   * ids.
   */
  public synchronized String fingerprint() {
    return index.fingerprint();
  }

  /** The {@linkplain #fingerprint() fingerprint} of a memory that holds one sequence. */
  public static String fingerprint(Iterable<Example> examples) {
    return MemoryIndex.fingerprint(examples);
  }

  /**
   * The examples whose sources are most similar to a segment.
   *
   * @param limit how many at most
   * @param minimumScore the lowest {@linkplain FuzzyScore score}, 0..1
   * @return the best first; of those with the same score the latest first
   */
  public List<MemoryMatch> search(Segment source, int limit, double minimumScore) {
    return use(
        view -> {
          FuzzyText text = FuzzyText.of(source);
          int[] ids = Candidates.of(view, source).similar(text, Math.max(CANDIDATES, 4 * limit));
          BestMatches best = new BestMatches(limit, minimumScore);
          view.sources(
              ids,
              (id, candidate) ->
                  best.offer(
                      id, FuzzyScore.ofAtLeast(text, FuzzyText.of(candidate), best.minimum())));
          return matches(view, best.ids(), best.scores());
        });
  }

  /**
   * The examples that together cover a segment's words best, the rarer ones first of all. Scores
   * may be low.
   *
   * @param limit how many at most
   * @return in the order in which they were chosen: each covers what those before it do not
   */
  public List<MemoryMatch> related(Segment source, int limit) {
    return use(
        view -> {
          FuzzyText text = FuzzyText.of(source);
          Candidates candidates = Candidates.of(view, source);
          Coverage coverage = new Coverage(candidates.terms(), view.size());
          List<Coverage.Candidate> found = new ArrayList<>();
          view.sources(
              candidates.covering(Math.max(CANDIDATES, 4 * limit)),
              (id, candidate) ->
                  found.add(
                      coverage.candidate(
                          id, candidate, FuzzyScore.of(text, FuzzyText.of(candidate)))));
          found.removeIf(candidate -> candidate.shared().isEmpty());
          List<Coverage.Candidate> chosen = coverage.choose(found, limit);
          return matches(
              view,
              chosen.stream().mapToInt(Coverage.Candidate::id).toArray(),
              chosen.stream().mapToDouble(Coverage.Candidate::score).toArray());
        });
  }

  /**
   * The example whose source is the segment but for numbers, for what its placeholders stand for,
   * and for white space. Of several, one that is the same also in these comes before others; then
   * one with the same neighbours; then the latest.
   *
   * @param previous the segment before, null if there is none or it is unknown
   * @param next the segment after
   */
  public Optional<MemoryMatch> exact(
      Segment source, @Nullable Segment previous, @Nullable Segment next) {
    return use(
        view -> {
          FuzzyText text = FuzzyText.of(source);
          List<Integer> ids = view.withSkeletonOf(text);
          Context context = new Context(view, previous, next);
          int best = -1;
          int bestRank = -1;
          int end = Math.max(0, ids.size() - MOST_EQUAL);
          for (int i = ids.size() - 1; i >= end && bestRank < Context.BEST; i--) {
            FuzzyText candidate = FuzzyText.of(view.source(ids.get(i)));
            if (candidate.sameSkeletonAs(text)) {
              int rank = context.rank(ids.get(i), candidate.sameAs(text));
              if (rank > bestRank) {
                best = ids.get(i);
                bestRank = rank;
              }
            }
          }
          if (best < 0) {
            return Optional.empty();
          }
          Example example = view.example(best);
          return Optional.of(
              new MemoryMatch(best, example, FuzzyScore.of(text, FuzzyText.of(example.source()))));
        });
  }

  /** Where the memory lies. */
  Path folder() {
    return folder;
  }

  private static List<MemoryMatch> matches(MemoryView view, int[] ids, double[] scores)
      throws IOException {
    List<MemoryMatch> matches = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      matches.add(new MemoryMatch(ids[i], view.example(ids[i]), scores[i]));
    }
    return matches;
  }

  private interface Use<T> {
    T apply(MemoryView view) throws IOException;
  }

  private <T> T use(Use<T> what) {
    try (MemoryView view = index.view()) {
      return what.apply(view);
    } catch (IOException e) {
      throw failure(folder.toString(), e);
    }
  }

  private static EngineException failure(String folder, IOException e) {
    return new EngineException(
        folder
            + ": the translation memory cannot be used ("
            + e
            + "); it can be deleted, nothing is lost",
        e);
  }

  /** Closes the memory; a temporary one is deleted. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      index.close();
      if (temporary) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw failure(folder.toString(), e);
    }
  }
}
