package org.amts.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.engine.Example;
import org.amts.engine.Revision;
import org.amts.segment.Segment;

/**
 * An edit of a source of which it is known what it means for the translation.
 *
 * @param direction language pair, as {@code en-zh}
 * @param kind what sort of edit it is
 * @param edit what to replace in the source; it must be there once
 * @param by what to put there
 * @param affected the characters of the old translation that the edit concerns; they must be there
 *     once. Empty if the edit only adds
 * @param brought what the new translation must have more often than the old one; may be empty
 * @param gone what it must have less often; may be empty
 */
record EditRecipe(
    String direction,
    String kind,
    Pattern edit,
    String by,
    Pattern affected,
    Pattern brought,
    Pattern gone) {

  private static final String TABLE = "revision-recipes.tsv";

  /** All recipes of the table. */
  static List<EditRecipe> all() throws IOException {
    try (InputStream in = Objects.requireNonNull(EditRecipe.class.getResourceAsStream(TABLE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(EditRecipe::parse).toList();
    }
  }

  private static EditRecipe parse(String line) {
    String[] fields = line.split("\t", -1);
    return new EditRecipe(
        fields[0],
        fields[1],
        Pattern.compile(fields[2]),
        fields[3],
        Pattern.compile(fields[4]),
        Pattern.compile(fields[5]),
        Pattern.compile(fields[6]));
  }

  /** The revision that the edit makes of a pair, if it can be told what it affects. */
  Optional<Revision> of(Example pair) {
    String source = pair.source().text();
    boolean clear =
        edit.matcher(source).results().count() == 1
            && (adds() || affected.matcher(pair.target()).results().count() == 1);
    if (!clear) {
      return Optional.empty();
    }
    String edited = edit.matcher(source).replaceFirst(Matcher.quoteReplacement(by));
    String capital = edited.substring(0, 1).toUpperCase(Locale.ROOT);
    return Optional.of(
        new Revision(
            pair, new Segment(capital + edited.substring(1), pair.source().placeholders())));
  }

  /** Whether a new translation says what the edit says. */
  boolean isCarriedOut(String before, String after) {
    return (brought.pattern().isEmpty() || count(brought, after) > count(brought, before))
        && (gone.pattern().isEmpty() || count(gone, after) < count(gone, before));
  }

  /** How many characters of an old translation the edit does not concern. */
  int untouched(String before) {
    return outside(before).length();
  }

  /** How many of these are still there in the new translation, in the same order. */
  int kept(String before, String after) {
    String outside = outside(before);
    int[] row = new int[after.length() + 1];
    for (int i = 1; i <= outside.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= after.length(); j++) {
        int above = row[j];
        row[j] =
            outside.charAt(i - 1) == after.charAt(j - 1)
                ? diagonal + 1
                : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[after.length()];
  }

  private boolean adds() {
    return affected.pattern().isEmpty();
  }

  private String outside(String before) {
    return adds() ? before : affected.matcher(before).replaceFirst("");
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).count();
  }
}
