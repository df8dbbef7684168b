package org.amts.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amts.segment.DocumentSegment;
import org.amts.segment.SegmentedDocument;
import org.amts.sync.LockEntry;
import org.amts.sync.SegmentHash;
import org.amts.translate.LoadedDocument;

/** What the entries of a document in the lock file say, read from its source and translation. */
final class LockedTexts {

  private final SegmentedDocument source;
  private final SegmentedDocument translation;
  private final Map<String, DocumentSegment> sources;
  private final Map<String, DocumentSegment> targets;

  /**
   * @param document that has a translation
   */
  LockedTexts(LoadedDocument document) {
    source = document.source();
    translation = document.translation();
    sources = byHash(source);
    targets = byHash(translation);
  }

  private static Map<String, DocumentSegment> byHash(SegmentedDocument document) {
    Map<String, DocumentSegment> segments = new HashMap<>();
    for (DocumentSegment segment : document.segments()) {
      segments.putIfAbsent(SegmentHash.of(segment.segment()), segment);
    }
    return segments;
  }

  /**
   * The two texts of an entry.
   *
   * @param source what is translated, spans as they stand in the file, on one line
   * @param target its translation, likewise
   * @param line of the translated file where that begins, from 1
   */
  record Texts(String source, String target, int line) {}

  /** The texts of an entry; nothing if it lacks one, or if a file no longer has it. */
  Optional<Texts> of(LockEntry entry) {
    String from = text(entry.sources(), sources, source.language());
    String into = text(entry.targets(), targets, translation.language());
    if (from.isEmpty() || into.isEmpty()) {
      return Optional.empty();
    }
    int start = targets.get(entry.targets().get(0)).range().start();
    return Optional.of(new Texts(from, into, translation.document().source().lineOf(start)));
  }

  private static String text(
      List<String> hashes, Map<String, DocumentSegment> segments, String language) {
    if (!segments.keySet().containsAll(hashes)) {
      return "";
    }
    String between = language.matches("(zh|ja)(-.*)?") ? "" : " ";
    return String.join(
            between, hashes.stream().map(hash -> segments.get(hash).segment().expanded()).toList())
        .replaceAll("\\s*[\r\n]+\\s*", between);
  }
}
