package org.amts.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amts.corpus.ParallelData;
import org.amts.corpus.ParallelDataReader;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.Revision;
import org.amts.engine.Translation;
import org.amts.engine.local.LocalEngine;

/**
 * Edits sources by recipes and sees whether their translations follow, and what of the rest they
 * keep: revised, translated anew beside the old pair, and translated anew.
 *
 * <pre>{@code
 * RevisionBenchmark PARALLEL_DATA even|odd COUNT [--list]
 * }</pre>
 *
 * <p>The parallel data is what {@code amts prepare} writes. Its even pairs are for tuning, its odd
 * ones for results. COUNT is how many edits of each kind are made in each direction.
 */
public final class RevisionBenchmark {

  private static final long SEED = 20261122;

  private RevisionBenchmark() {}

  private record Case(EditRecipe recipe, Revision revision) {}

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    ParallelData data =
        ParallelDataReader.read(Path.of(arguments[0])).forTarget("zh").orElseThrow();
    int parity = arguments[1].equals("odd") ? 1 : 0;
    int count = Integer.parseInt(arguments[2]);
    boolean list = arguments.length > 3;
    List<Example> examples = new ArrayList<>();
    for (int i = parity; i < data.pairs().size(); i += 2) {
      examples.add(Example.of(data.pairs().get(i).source(), data.pairs().get(i).target()));
    }
    LanguagePair pair = new LanguagePair("en", "zh");
    try (LocalEngine engine = LocalEngine.open(EngineSettings.DEFAULT)) {
      for (LanguagePair direction : List.of(pair, pair.reversed())) {
        List<Example> own =
            direction.equals(pair) ? examples : examples.stream().map(Example::reversed).toList();
        report(engine, direction, cases(direction, own, count), list);
      }
    }
  }

  /** Takes a fresh pair for each edit, the recipes of a kind in turn. */
  private static List<Case> cases(LanguagePair direction, List<Example> examples, int count)
      throws IOException {
    Map<String, List<EditRecipe>> kinds = new LinkedHashMap<>();
    for (EditRecipe recipe : EditRecipe.all()) {
      if (recipe.direction().equals(direction.toString())) {
        kinds.computeIfAbsent(recipe.kind(), kind -> new ArrayList<>()).add(recipe);
      }
    }
    Random random = new Random(SEED);
    List<Example> shuffled = new ArrayList<>(examples);
    shuffled.removeIf(e -> e.source().text().length() < 20 || e.source().text().length() > 250);
    Collections.shuffle(shuffled, random);
    List<Case> cases = new ArrayList<>();
    for (List<EditRecipe> recipes : kinds.values()) {
      Collections.shuffle(recipes, random);
      int found = 0;
      for (int i = 0; found < count && i < 20 * recipes.size(); i++) {
        EditRecipe recipe = recipes.get(i % recipes.size());
        Optional<Example> example =
            shuffled.stream().filter(e -> recipe.of(e).isPresent()).findFirst();
        if (example.isPresent()) {
          shuffled.remove(example.get());
          cases.add(new Case(recipe, recipe.of(example.get()).orElseThrow()));
          found++;
        }
      }
    }
    return cases;
  }

  private static void report(
      LocalEngine engine, LanguagePair direction, List<Case> cases, boolean list) {
    List<Revision> revisions = cases.stream().map(Case::revision).toList();
    Map<String, List<String>> answers = new LinkedHashMap<>();
    double seconds;
    try (AdaptedEngine adapted = engine.adaptedTo(direction, Adaptation.NONE)) {
      long start = System.nanoTime();
      answers.put("revised", texts(adapted.revise(revisions, done -> {})));
      seconds = (System.nanoTime() - start) / 1e9;
    }
    List<String> beside = new ArrayList<>();
    for (Revision revision : revisions) {
      try (AdaptedEngine adapted =
          engine.adaptedTo(direction, Adaptation.NONE.withExamples(List.of(revision.before())))) {
        beside.addAll(texts(adapted.translate(direction, List.of(revision.after()), done -> {})));
      }
    }
    answers.put("beside the old pair", beside);
    answers.put(
        "anew",
        texts(
            engine.translate(
                direction, revisions.stream().map(Revision::after).toList(), done -> {})));
    System.out.printf(
        Locale.ROOT,
        "%s: %d edits, %.1f s; kept %% of the characters that the edit does not concern / carried out%n",
        direction,
        cases.size(),
        seconds);
    List<String> kinds = cases.stream().map(c -> c.recipe().kind()).distinct().toList();
    for (String kind : kinds) {
      print(kind, cases, answers);
    }
    print("", cases, answers);
    if (list) {
      list(cases, answers);
    }
  }

  private static void print(String kind, List<Case> cases, Map<String, List<String>> answers) {
    StringBuilder line = new StringBuilder();
    int size = 0;
    for (List<String> texts : answers.values()) {
      size = 0;
      int carriedOut = 0;
      long untouched = 0;
      long kept = 0;
      int whole = 0;
      for (int i = 0; i < cases.size(); i++) {
        EditRecipe recipe = cases.get(i).recipe();
        String before = cases.get(i).revision().before().target();
        if (recipe.kind().equals(kind) || kind.isEmpty()) {
          size++;
          int outside = recipe.untouched(before);
          int same = recipe.kept(before, texts.get(i));
          untouched += outside;
          kept += same;
          whole += same == outside ? 1 : 0;
          carriedOut += recipe.isCarriedOut(before, texts.get(i)) ? 1 : 0;
        }
      }
      line.append(
          String.format(
              Locale.ROOT,
              " | %6.2f %3d whole, %3d done",
              100.0 * kept / Math.max(1, untouched),
              whole,
              carriedOut));
    }
    System.out.printf("%-20s %3d%s%n", kind.isEmpty() ? "all" : kind, size, line);
  }

  private static void list(List<Case> cases, Map<String, List<String>> answers) {
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      String before = one.revision().before().target();
      int at = i;
      System.out.printf(
          "%n%s%n  %s%n  %s%n  %s%n",
          one.recipe().kind(),
          one.revision().before().source().text(),
          one.revision().after().text(),
          before);
      answers.forEach(
          (name, texts) ->
              System.out.printf(
                  "  %s [%s%s]%n",
                  texts.get(at),
                  name,
                  one.recipe().isCarriedOut(before, texts.get(at)) ? "" : ", NOT DONE"));
    }
  }

  private static List<String> texts(List<Translation> translations) {
    return translations.stream().map(Translation::text).toList();
  }
}
