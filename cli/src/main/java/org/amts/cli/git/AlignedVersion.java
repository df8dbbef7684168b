package org.amts.cli.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.align.BookAligner;
import org.amts.align.DocumentPair;
import org.amts.document.DocumentFormats;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.sync.SegmentHash;
import org.amts.sync.SourceEvidence;
import org.amts.translate.LoadedDocument;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The version of a source in Git's history that aligns best with its translation. A version that
 * was committed after the translation was touched last cannot be it; of versions that align equally
 * well, the newest counts.
 */
public final class AlignedVersion implements SourceEvidence {

  /** More versions are thinned out evenly: aligning takes time. */
  private static final int MOST_CANDIDATES = 24;

  /** Alignments that differ by less are equally good. */
  private static final double TOLERANCE = 0.002;

  private record Candidate(FileVersion version, byte[] content, SegmentedDocument document) {}

  private final GitRepositories repositories;
  private final Segmenter segmenter = new Segmenter();

  /**
   * @param repositories the repositories; not closed here
   */
  public AlignedVersion(GitRepositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Optional<SourceVersion> find(LoadedDocument document) {
    Optional<GitRepository> repository = repositories.of(document.document().source());
    SegmentedDocument translation = document.translation();
    if (repository.isEmpty() || translation == null) {
      return Optional.empty();
    }
    List<Candidate> candidates = candidates(repository.get(), document);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Candidate best = candidates.size() == 1 ? candidates.get(0) : best(candidates, translation);
    return Optional.of(
        new SourceVersion(best.content, "Git history, commit " + best.version.shortCommit()));
  }

  /** The versions that read differently, newest first. */
  private List<Candidate> candidates(GitRepository repository, LoadedDocument document) {
    Instant touched =
        repositories
            .of(document.document().translation())
            .map(home -> home.history(document.document().translation()))
            .filter(history -> !history.isEmpty())
            .map(history -> history.get(0).time())
            .orElse(Instant.MAX);
    List<Candidate> candidates = new ArrayList<>();
    Set<List<String>> readings = new HashSet<>();
    for (FileVersion version : repository.history(document.document().source())) {
      if (version.time().isAfter(touched)) {
        continue;
      }
      repository
          .bytes(ObjectId.fromString(version.content()))
          .map(bytes -> read(version, bytes, document))
          .filter(candidate -> readings.add(reading(candidate.document)))
          .ifPresent(candidates::add);
    }
    return thinned(candidates);
  }

  private Candidate read(FileVersion version, byte[] bytes, LoadedDocument document) {
    return new Candidate(
        version,
        bytes,
        segmenter.segment(
            DocumentFormats.parse(document.document().name(), bytes),
            document.source().language()));
  }

  private static List<String> reading(SegmentedDocument document) {
    return document.segments().stream()
        .map(segment -> SegmentHash.of(segment.segment().text()))
        .toList();
  }

  private static List<Candidate> thinned(List<Candidate> candidates) {
    if (candidates.size() <= MOST_CANDIDATES) {
      return candidates;
    }
    List<Candidate> kept = new ArrayList<>();
    for (int i = 0; i < MOST_CANDIDATES; i++) {
      kept.add(candidates.get(i * (candidates.size() - 1) / (MOST_CANDIDATES - 1)));
    }
    return kept;
  }

  private static Candidate best(List<Candidate> candidates, SegmentedDocument translation) {
    List<DocumentPair> pairs =
        candidates.stream()
            .map(candidate -> DocumentPair.of(candidate.document, translation))
            .toList();
    // Together, so that the aligner learns the words from all of them and judges all alike.
    List<Alignment> alignments = new BookAligner(1).align(pairs).alignments();
    Candidate best = candidates.get(0);
    double bestFit = -1;
    for (int i = 0; i < candidates.size(); i++) {
      double fit = fit(alignments.get(i));
      if (fit > bestFit + TOLERANCE) {
        best = candidates.get(i);
        bestFit = fit;
      }
    }
    return best;
  }

  /** The share of sentences of both sides that have a counterpart, each by its confidence, 0..1. */
  private static double fit(Alignment alignment) {
    double paired = 0;
    for (Bead bead : alignment.beads()) {
      if (bead.isPair()) {
        paired += bead.confidence() * (bead.source().size() + bead.target().size());
      }
    }
    int all = alignment.sourceSize() + alignment.targetSize();
    return all == 0 ? 1 : paired / all;
  }
}
