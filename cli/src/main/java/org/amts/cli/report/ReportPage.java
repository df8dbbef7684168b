package org.amts.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.amts.document.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Draws a {@link Report} as a page. */
final class ReportPage {

  /** More bars than this are no picture any more; the table has every document. */
  private static final int MOST_BARS = 24;

  private final Html html;
  private final Report report;

  private ReportPage(Report report) {
    this.report = report;
    this.html =
        PageFrame.begin(
            "Translation report", report.bookName(), report.date() + " · " + report.engine());
  }

  /** The page as HTML, complete in itself. */
  static String of(Report report) {
    return new ReportPage(report).page();
  }

  private String page() {
    overview();
    report.pairs().forEach(this::pair);
    return PageFrame.end(
        html,
        "Scores compare the machine's translation with a person's. BLEU and chrF2: higher is"
            + " better; TER: lower is better. Ranges are 95% confidence intervals.");
  }

  private void overview() {
    html.open("section", "aria-label", "Languages");
    html.open("table", "class", "languages").open("tbody");
    for (PairReport pair : report.pairs()) {
      html.open("tr");
      html.open("th", "scope", "row");
      html.element("a", Figures.languages(pair.pair()), "href", "#" + pair.pair());
      html.close();
      html.open("td", "class", "wide");
      CoverageBar.draw(pair.documents(), Figures.languages(pair.pair()), html);
      html.close();
      html.open("td", "class", "number");
      if (pair.overall() != null) {
        html.element("strong", Figures.score(pair.overall().best().bleu().value())).text(" BLEU");
      }
      html.close().closeLine();
    }
    html.close().close().closeLine();
  }

  private void pair(PairReport pair) {
    html.open("section", "id", pair.pair(), "class", "pair");
    html.element("h2", Figures.languages(pair.pair()));
    tiles(pair);
    DocumentScore overall = pair.overall();
    if (overall != null) {
      scores(pair, overall);
    }
    if (pair.parallelData() != null) {
      parallelData(pair.parallelData());
    }
    samples(pair);
    diagnostics(pair.diagnostics());
    html.closeLine();
  }

  private void tiles(PairReport pair) {
    html.open("div", "class", "tiles");
    if (pair.overall() != null) {
      Measurement bleu = pair.overall().best().bleu();
      tile(
          Figures.score(bleu.value()),
          "BLEU",
          bleu.hasInterval()
              ? Figures.score(bleu.low()) + " to " + Figures.score(bleu.high())
              : "");
    }
    DocumentCounts documents = pair.documents();
    tile(
        documents.translated() + " / " + documents.total(),
        "documents",
        documents.translated() == documents.total()
            ? "all up to date"
            : documents.total() - documents.translated() + " to do");
    tile(Figures.count(pair.segments()), "segments", Figures.counted(pair.words(), "word"));
    if (pair.parallelData() != null) {
      tile(
          Figures.count(pair.parallelData().kept()),
          "parallel pairs",
          Figures.count(pair.parallelData().droppedInAll()) + " kept out");
    }
    if (pair.wordsPerSecond() > 0) {
      tile(
          Figures.count(Math.round(pair.wordsPerSecond())),
          "words a second",
          Figures.duration(pair.seconds()));
    }
    html.closeLine();
  }

  private void tile(String figure, String name, String detail) {
    html.open("div", "class", "tile");
    html.element("b", figure).element("span", name).element("small", detail);
    html.closeLine();
  }

  private void scores(PairReport pair, DocumentScore overall) {
    html.element("h3", "Quality");
    if (!pair.scores().isEmpty()) {
      chart(pair.scores(), overall.adapted());
    }
    if (pair.scores().size() <= MOST_BARS) {
      html.open("details", "open", "");
    } else {
      html.open("details");
    }
    html.element("summary", "Figures of " + Figures.counted(pair.scores().size(), "document"));
    html.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", "Scores");
    html.open("table", "class", "scores").open("thead").open("tr");
    html.element("th", "Document", "scope", "col");
    for (String column : List.of("Segments", "BLEU", "chrF2", "TER")) {
      html.element("th", column, "scope", "col", "class", "number");
    }
    html.close().close().open("tbody");
    pair.scores().forEach(this::scoreRows);
    html.close().open("tfoot");
    scoreRows(overall);
    html.close().close().close().closeLine();
    html.open("p", "class", "signatures");
    for (Measurement measurement : overall.best().all()) {
      html.element("code", measurement.signature()).text(" ");
    }
    html.closeLine();
  }

  private void chart(List<DocumentScore> documents, List<AdaptedScores> adapted) {
    List<DocumentScore> shown = documents;
    String caption = "BLEU of each document ";
    if (documents.size() > MOST_BARS) {
      shown =
          documents.stream()
              .sorted(Comparator.comparingDouble(document -> document.best().bleu().value()))
              .limit(MOST_BARS)
              .toList();
      caption = "The " + MOST_BARS + " documents with the lowest BLEU ";
    }
    html.open("figure").open("figcaption").text(caption);
    if (!adapted.isEmpty()) {
      html.open("span", "class", "key plain").close().text("engine as it is ");
    }
    for (int i = 0; i < adapted.size(); i++) {
      html.open("span", "class", "key " + BarChart.style(i)).close();
      html.text("adapted to " + adapted.get(i).to() + " ");
    }
    html.closeLine();
    BarChart.draw(shown, html);
    html.closeLine();
  }

  private void scoreRows(DocumentScore document) {
    scoreRow(document.name(), Figures.count(document.segments()), document.scores(), "");
    for (AdaptedScores adapted : document.adapted()) {
      scoreRow("adapted to " + adapted.to(), "", adapted.scores(), "adapted");
    }
  }

  private void scoreRow(String name, String segments, Scores scores, String style) {
    html.open("tr", "class", style).element("th", name, "scope", "row");
    html.element("td", segments, "class", "number");
    for (Measurement measurement : scores.all()) {
      html.open("td", "class", "number").text(Figures.score(measurement.value()));
      if (measurement.hasInterval()) {
        html.text(" ");
        html.element(
            "small", Figures.score(measurement.low()) + "–" + Figures.score(measurement.high()));
      }
      html.close();
    }
    html.closeLine();
  }

  private void parallelData(ParallelDataFigures figures) {
    html.element("h3", "Parallel data");
    html.open("div", "class", "columns");
    if (!figures.confidence().isEmpty()) {
      html.open("figure");
      html.element("figcaption", "Pairs by alignment confidence");
      Histogram.draw(figures.confidence(), "Pairs by alignment confidence", html);
      html.closeLine();
    }
    html.open("div").open("table").open("thead").open("tr");
    html.element("th", "Pairs", "scope", "col").element("th", "", "class", "number");
    html.close().close().open("tbody");
    reason("in the parallel data", figures.kept());
    for (Map.Entry<String, Long> dropped : figures.dropped().entrySet()) {
      reason("kept out: " + dropped.getKey(), dropped.getValue());
    }
    html.close().close().close().closeLine();
  }

  private void reason(String name, long count) {
    html.open("tr").element("th", name, "scope", "row");
    html.element("td", Figures.count(count), "class", "number").closeLine();
  }

  private void samples(PairReport pair) {
    if (pair.samples().isEmpty()) {
      return;
    }
    html.element("h3", "Side by side");
    html.open("p", "class", "muted").text("Marked: ");
    html.element("mark", "only in the machine's translation", "class", "machine").text(", ");
    html.element("mark", "only in the person's", "class", "human").text(".").closeLine();
    for (Sample sample : pair.samples()) {
      html.open("article", "class", "sample");
      html.open("p", "class", "muted").text(sample.document() + ":" + sample.line());
      if (!sample.note().isEmpty()) {
        html.text(" · " + sample.note());
      }
      html.close().open("dl");
      version("Source", pair.pair().source(), sample.source(), null, "");
      version("Machine", pair.pair().target(), sample.hypothesis(), sample.reference(), "machine");
      if (sample.adapted() != null) {
        version("Adapted", pair.pair().target(), sample.adapted(), sample.reference(), "machine");
      }
      if (sample.reference() != null) {
        String best = sample.adapted() == null ? sample.hypothesis() : sample.adapted();
        version("Person", pair.pair().target(), sample.reference(), best, "human");
      }
      html.close().closeLine();
    }
  }

  private void version(
      String label, String language, String text, @Nullable String other, String style) {
    html.open("div").element("dt", label).open("dd", "lang", language, "dir", "auto");
    List<TextDifference.Part> parts =
        other == null
            ? List.of(new TextDifference.Part(text, false))
            : TextDifference.of(text, other);
    for (TextDifference.Part part : parts) {
      if (part.differs()) {
        html.element("mark", part.text(), "class", style);
      } else {
        html.text(part.text());
      }
    }
    html.close().closeLine();
  }

  private void diagnostics(List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      return;
    }
    html.element("h3", "What needs a look");
    html.open(
        "div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", "Diagnostics");
    html.open("table").open("tbody");
    for (Diagnostic diagnostic : diagnostics) {
      boolean isError = diagnostic.severity() == Diagnostic.Severity.ERROR;
      html.open("tr");
      html.element("td", isError ? "error" : "warning", "class", isError ? "error" : "warning");
      html.open("td")
          .element(
              "code",
              diagnostic.line() > 0
                  ? diagnostic.file() + ":" + diagnostic.line()
                  : diagnostic.file())
          .close();
      html.element("td", diagnostic.message());
      html.closeLine();
    }
    html.close().close().closeLine();
  }
}
