package org.amts.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recipes that take an English sentence back to what it might have been before somebody edited it.
 * Each is a pattern in the present text and what stood there before.
 */
enum RolledBackEdit {
  CODE(
      List.of(
          Map.entry("`(\\w{3,})`", "`old_$1`"),
          Map.entry("`(\\w+)\\(", "`$1_v1("),
          Map.entry("\\$(\\\\mathbf\\{\\w\\})\\$", "\\$$1'\\$"))),
  MARKUP(
      List.of(
          Map.entry(":(num|eq)?ref:`(\\w+)`", ":$1ref:`$2_old`"),
          Map.entry("\\]\\((\\S+?)\\)", "]($1?old)"),
          Map.entry("(?<![*\\[(])\\*(\\w[\\w ]+\\w)\\*(?!\\*)", "$1"))),
  WORDING(
      List.of(
          Map.entry("\\bwe can\\b", "one may"),
          Map.entry("\\bNote that\\b", "Observe that"),
          Map.entry("\\bshows\\b", "depicts"),
          Map.entry("\\buse\\b", "utilize"),
          Map.entry("\\busing\\b", "with the help of"),
          Map.entry("\\balso \\b", ""),
          Map.entry("\\bvery \\b", ""),
          Map.entry("\\bhowever\\b", "yet"),
          Map.entry("\\bLet us\\b", "We shall"),
          Map.entry("\\blarge\\b", "big"),
          Map.entry("\\bobtain\\b", "get"),
          Map.entry("\\bsimply\\b", "just"))),
  MEANING(
      List.of(
          Map.entry("(?<![\\w$`.])(\\d{1,3})(?![\\w$`.])", "9$1"),
          Map.entry("\\bcannot\\b", "can"),
          Map.entry("\\bis not\\b", "is"),
          Map.entry("\\bGPU\\b", "TPU"),
          Map.entry("\\bfirst\\b", "last"),
          Map.entry("\\btwo\\b", "five"),
          Map.entry("\\bincreases?\\b", "decreases"),
          Map.entry("\\btraining\\b", "validation"),
          Map.entry("\\binput\\b", "output")));

  private final List<Map.Entry<Pattern, String>> recipes = new ArrayList<>();

  RolledBackEdit(List<Map.Entry<String, String>> recipes) {
    recipes.forEach(
        recipe -> this.recipes.add(Map.entry(Pattern.compile(recipe.getKey()), recipe.getValue())));
  }

  /** The older sentence; empty if no recipe fits. */
  Optional<String> rollBack(String sentence, Random random) {
    List<String> possible = new ArrayList<>();
    for (Map.Entry<Pattern, String> recipe : recipes) {
      Matcher matcher = recipe.getKey().matcher(sentence);
      if (matcher.find()) {
        possible.add(matcher.replaceFirst(recipe.getValue()));
      }
    }
    return possible.isEmpty()
        ? Optional.empty()
        : Optional.of(possible.get(random.nextInt(possible.size())));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
