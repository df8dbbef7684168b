package org.amts.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amts.engine.Translation;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has answered in a run that was stopped, so that the next run does not ask again.
 * One line for each answer; a line that a crash cut off does not count. Not safe for use by several
 * threads or processes.
 */
final class AnswerCache {

  private final Path file;
  private final Map<String, Translation> answers = new HashMap<>();

  AnswerCache(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int complete = text.lastIndexOf('\n') + 1;
      if (complete < text.length()) {
        Files.writeString(file, text.substring(0, complete), StandardCharsets.UTF_8);
      }
      text.substring(0, complete).lines().forEach(this::read);
    }
  }

  private void read(String line) {
    String[] fields = line.split("\t", 3);
    for (Translation.Outcome outcome : Translation.Outcome.values()) {
      if (fields.length == 3 && outcome.name().equals(fields[1])) {
        answers.put(fields[0], new Translation(LockFileFormat.unescaped(fields[2]), outcome));
      }
    }
  }

  @Nullable Translation find(String request) {
    return answers.get(SegmentHash.of(request));
  }

  /** Keeps answers at once; {@code requests} and {@code translations} go in pairs. */
  void keep(List<String> requests, List<Translation> translations) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < requests.size(); i++) {
      String key = SegmentHash.of(requests.get(i));
      Translation translation = translations.get(i);
      answers.put(key, translation);
      lines.append(key).append('\t').append(translation.outcome()).append('\t');
      lines.append(LockFileFormat.escaped(translation.text())).append('\n');
    }
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Forgets everything; when the run is complete. */
  void clear() throws IOException {
    answers.clear();
    Files.deleteIfExists(file);
  }
}
