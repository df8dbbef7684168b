package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.amts.translate.DocumentStatus;
import org.amts.translate.DocumentStatus.State;

/**
 * The status of a book in one language.
 *
 * @param statuses of its documents
 */
record StatusSummary(List<DocumentStatus> statuses) {

  /**
   * What the embedded engine translates in a second on two cores, in words; see docs/results.md.
   */
  private static final double WORDS_PER_SECOND = 150;

  static StatusSummary of(List<DocumentStatus> statuses) {
    return new StatusSummary(List.copyOf(statuses));
  }

  int documents() {
    return statuses.size();
  }

  long count(State state) {
    return statuses.stream().filter(status -> status.state() == state).count();
  }

  boolean isComplete() {
    return count(State.STALE) + count(State.MISSING) == 0;
  }

  long segments() {
    return statuses.stream().mapToLong(DocumentStatus::segments).sum();
  }

  long words() {
    return statuses.stream().mapToLong(DocumentStatus::words).sum();
  }

  long wordsToDo() {
    return statuses.stream()
        .filter(status -> status.state() != State.TRANSLATED)
        .mapToLong(DocumentStatus::untranslatedWords)
        .sum();
  }

  /** The share of the segments that are translated, 0..1. */
  double share() {
    long translated = statuses.stream().mapToLong(DocumentStatus::translatedSegments).sum();
    return segments() == 0 ? 1 : (double) translated / segments();
  }

  String estimatedTime() {
    return estimatedTime(wordsToDo());
  }

  /** How long the embedded engine takes for some words. */
  static String estimatedTime(long words) {
    long seconds = Math.round(words / WORDS_PER_SECOND);
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  ObjectNode toJson(String language) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("language", language)
        .put("documents", documents())
        .put("translated", count(State.TRANSLATED))
        .put("stale", count(State.STALE))
        .put("missing", count(State.MISSING))
        .put("unreadable", count(State.UNREADABLE))
        .put("segments", segments())
        .put("words", words())
        .put("wordsToDo", wordsToDo());
    ArrayNode list = node.putArray("files");
    for (DocumentStatus status : statuses) {
      list.addObject()
          .put("source", status.loaded().document().name())
          .put("translation", status.loaded().document().translationName())
          .put("state", status.state().name().toLowerCase(Locale.ROOT))
          .put("segments", status.segments())
          .put("translatedSegments", status.translatedSegments())
          .put("words", status.words())
          .put("untranslatedWords", status.untranslatedWords());
    }
    return node;
  }
}
