package org.amts.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;

/**
 * Translates a stream of lines, each a segment of Markdown text; empty lines stay empty lines.
 *
 * @param engine the engine, which the caller closes
 * @param pair from which language into which
 */
record TranslateText(TranslationEngine engine, LanguagePair pair) {

  /** Lines that are given to the engine at once: enough to fill its batches. */
  private static final int LINES_AT_ONCE = 2000;

  /**
   * Translates until the input ends. Lines that are there are translated together; whoever types
   * gets each answer after each line.
   *
   * @param in a line for each segment
   * @param out a line for each line of {@code in}, in the same order
   * @return numbers of the lines that the engine failed on, from 1; they come out untranslated
   */
  List<Integer> translate(BufferedReader in, PrintWriter out) throws IOException {
    List<Integer> failed = new ArrayList<>();
    int line = 0;
    for (List<String> lines = read(in); !lines.isEmpty(); lines = read(in)) {
      List<Segment> segments = lines.stream().map(SegmentParser::parse).toList();
      List<Translation> translations = engine.translate(pair, segments, done -> {});
      for (int i = 0; i < lines.size(); i++) {
        line++;
        Translation translation = translations.get(i);
        if (translation.outcome() == Translation.Outcome.FAILED) {
          failed.add(line);
        }
        out.println(segments.get(i).expand(translation.text()));
      }
      out.flush();
    }
    return failed;
  }

  /**
   * Translates standard input to standard output and says on standard error which lines failed.
   *
   * @return how the command ends
   */
  static ExitCode run(TranslationEngine engine, LanguagePair pair, Console console)
      throws IOException {
    List<Integer> failed =
        new TranslateText(engine, pair).translate(console.reader(), console.out());
    for (int line : failed) {
      console
          .err()
          .println("standard input:" + line + ": error: not translated; the source was printed");
    }
    return failed.isEmpty() ? ExitCode.OK : ExitCode.PARTLY_FAILED;
  }

  /**
   * The pair of two languages.
   *
   * @throws CommandFailure if the engine cannot translate it
   */
  static LanguagePair pair(TranslationEngine engine, String from, String to) {
    Set<LanguagePair> known = engine.languagePairs();
    return known.stream()
        .filter(pair -> pair.source().equals(from) && pair.target().equals(to))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "the engine cannot translate from "
                        + from
                        + " to "
                        + to
                        + "; it knows "
                        + known.stream()
                            .map(LanguagePair::toString)
                            .sorted()
                            .collect(Collectors.joining(", "))));
  }

  private static List<String> read(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    do {
      String line = in.readLine();
      if (line == null) {
        break;
      }
      lines.add(line);
    } while (lines.size() < LINES_AT_ONCE && in.ready());
    return lines;
  }
}
