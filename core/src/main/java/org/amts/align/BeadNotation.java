package org.amts.align;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of beads that sentence aligners exchange: a line each, the source indices, a colon,
 * the target indices, as in {@code [0, 1]:[0]} or {@code []:[7]}. A third field, the confidence or
 * a cost of another tool, may follow after a colon; it is written on request and ignored when read.
 */
public final class BeadNotation {

  private static final Pattern LINE =
      Pattern.compile("\\s*\\[([\\d,\\s]*)]\\s*:\\s*\\[([\\d,\\s]*)]\\s*(:.*)?");
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

  private BeadNotation() {}

  /** The bead's line, without line end: {@code [0, 1]:[0]}. */
  public static String write(Bead bead) {
    return bead.source() + ":" + bead.target();
  }

  /**
   * Reads beads. Blank lines and lines that begin with {@code #} are passed over; each bead that is
   * a pair gets confidence 1.
   *
   * @param text lines of beads
   * @throws IllegalArgumentException naming the line, from 1, that is not a bead
   */
  public static List<Bead> read(String text) {
    List<Bead> beads = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
        beads.add(readLine(lines[i], i + 1));
      }
    }
    return beads;
  }

  private static Bead readLine(String line, int number) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "line " + number + ": not a bead such as [0, 1]:[0]: " + line);
    }
    try {
      List<Integer> source = indices(matcher.group(1));
      List<Integer> target = indices(matcher.group(2));
      return new Bead(source, target, source.isEmpty() || target.isEmpty() ? 0 : 1);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  private static List<Integer> indices(String list) {
    List<Integer> indices = new ArrayList<>();
    for (String index : SEPARATOR.split(list.strip())) {
      if (!index.isEmpty()) {
        indices.add(Integer.valueOf(index));
      }
    }
    return indices;
  }
}
