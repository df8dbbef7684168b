package org.amts.engine.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.amts.engine.Translation;
import org.jspecify.annotations.Nullable;

/**
 * What the service has answered, and been paid for, by the keys of segments. In a file, a JSON line
 * for each answer, so that a run that was killed pays nothing twice; of two with the same key the
 * later counts. A line that was half written is as if it were not there. Safe for use by many
 * threads; one object for each file.
 */
final class PaidAnswers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final @Nullable Path file;
  private final Map<String, Translation> answers = new HashMap<>();

  /**
   * @param file where the answers are; it need not exist. Null to forget them at the end
   */
  PaidAnswers(@Nullable Path file) {
    this.file = file;
    if (file != null && Files.exists(file)) {
      try {
        // Bytes that are no UTF-8 are replaced: they spoil their own line only.
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(this::read);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void read(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      String key = node.path("segment").asText();
      if (!key.isEmpty() && node.path("text").isTextual()) {
        Translation.Outcome outcome = Translation.Outcome.valueOf(node.path("outcome").asText());
        answers.put(key, new Translation(node.path("text").asText(), outcome));
      }
    } catch (IOException | IllegalArgumentException e) {
      // half a line of a run that was killed
    }
  }

  /** The answer to a segment; null if there is none. */
  synchronized @Nullable Translation get(String key) {
    return answers.get(key);
  }

  /** Remembers answers; when this returns, they are in the file. */
  synchronized void add(Map<String, Translation> more) {
    answers.putAll(more);
    if (file == null || more.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    more.forEach(
        (key, answer) ->
            // The line break in front ends a line that was half written.
            lines
                .append('\n')
                .append(
                    MAPPER
                        .createObjectNode()
                        .put("segment", key)
                        .put("text", answer.text())
                        .put("outcome", answer.outcome().name())));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
