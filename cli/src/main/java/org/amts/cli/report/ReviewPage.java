package org.amts.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amts.document.AtomicFile;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator.Doubt;

/** Draws a {@link Review} as a page to read the sentences in. */
public final class ReviewPage {

  private ReviewPage() {}

  /** Writes the page; a file that is there is replaced as a whole. */
  public static void write(Review review, Path file) throws IOException {
    AtomicFile.write(file, of(review).getBytes(StandardCharsets.UTF_8));
  }

  private static String of(Review review) {
    Html html = PageFrame.begin("Sentences to read first", review.bookName(), review.date() + "");
    review.languages().forEach(language -> add(html, language));
    return PageFrame.end(
        html,
        "Marked: a word that is hard to tell from the translation; it seems lost or mistranslated. When a file is read:"
            + " amts approve FILE.");
  }

  private static void add(Html html, Review.Language language) {
    LanguagePair pair = language.pair();
    html.open("section", "id", pair, "class", "pair");
    html.element("h2", Figures.languages(pair));
    html.element(
        "p",
        Figures.counted(language.sentences().size(), "sentence")
            + " in doubt, of "
            + Figures.count(language.waiting())
            + " that nobody has approved",
        "class",
        "muted");
    for (Review.Sentence sentence : language.sentences()) {
      html.open("article", "class", "sample");
      html.element("p", heading(sentence), "class", "muted");
      html.open("dl");
      html.open("div").element("dt", "Source").open("dd", "lang", pair.source(), "dir", "auto");
      addMarked(html, sentence.source(), sentence.doubt().map(Doubt::word).orElse(""));
      html.close().closeLine();
      html.open("div").element("dt", "Translation");
      html.element("dd", sentence.target(), "lang", pair.target(), "dir", "auto").closeLine();
      html.close().closeLine();
    }
    html.closeLine();
  }

  /** {@code zh/intro.md:12 · said twice: the the · word (21)}. */
  private static String heading(Review.Sentence sentence) {
    List<String> parts = new ArrayList<>();
    parts.add(sentence.file() + ":" + sentence.line());
    parts.addAll(sentence.flaws());
    sentence
        .doubt()
        .ifPresent(
            doubt ->
                parts.add(String.format(Locale.ROOT, "%s (%.0f)", doubt.word(), doubt.surprise())));
    return String.join(" · ", parts);
  }

  private static void addMarked(Html html, String text, String word) {
    int at = text.indexOf(word);
    if (at < 0 || word.isEmpty()) {
      html.text(text);
      return;
    }
    html.text(text.substring(0, at));
    html.element("mark", word, "class", "machine");
    html.text(text.substring(at + word.length()));
  }
}
