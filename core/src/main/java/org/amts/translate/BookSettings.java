package org.amts.translate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code amts.yml} says. Every part but {@code files} and {@code targets} may be left out
 * (null); the constructor fills in the default. Immutable.
 *
 * @param source language of the book, BCP 47; {@code en} by default
 * @param files which files are sources and where their translations lie
 * @param exclude patterns of source files to leave out, from the root
 * @param targets target languages and their settings, in the order of the file
 * @param parallelData where and how the pairs of existing translations are kept
 * @param engineSettings settings that only one engine understands, by name, for all targets
 * @param evaluation what scores are measured on
 */
public record BookSettings(
    String source,
    List<FilePattern> files,
    List<String> exclude,
    Map<String, TargetSettings> targets,
    ParallelDataSettings parallelData,
    Map<String, String> engineSettings,
    EvaluationSettings evaluation) {

  /** The name of the settings file, at the root of a book. */
  public static final String FILE_NAME = "amts.yml";

  /**
   * Fills in defaults and checks that there is something to do.
   *
   * @throws IllegalArgumentException if there are no files or no targets, or if the source is among
   *     the targets
   */
  @SuppressWarnings({
    "ConstantValue",
    "RedundantSuppression"
  }) // parts that the file leaves out arrive as null
  public BookSettings {
    source = source == null ? "en" : source;
    if (files == null || files.isEmpty()) {
      throw new IllegalArgumentException("no \"files\": say which files are sources");
    }
    if (targets == null || targets.isEmpty()) {
      throw new IllegalArgumentException("no \"targets\": name at least one target language");
    }
    files = List.copyOf(files);
    exclude = exclude == null ? List.of() : List.copyOf(exclude);
    Map<String, TargetSettings> filled = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable TargetSettings> target : targets.entrySet()) {
      TargetSettings settings = target.getValue();
      filled.put(target.getKey(), settings == null ? TargetSettings.DEFAULT : settings);
    }
    if (filled.containsKey(source)) {
      throw new IllegalArgumentException("target \"" + source + "\" is the source language");
    }
    targets = Collections.unmodifiableMap(filled);
    parallelData = parallelData == null ? ParallelDataSettings.DEFAULT : parallelData;
    engineSettings = engineSettings == null ? Map.of() : Map.copyOf(engineSettings);
    evaluation = evaluation == null ? EvaluationSettings.NONE : evaluation;
  }
}
