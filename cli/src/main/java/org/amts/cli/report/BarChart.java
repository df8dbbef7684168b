package org.amts.cli.report;

import java.util.List;
import java.util.Locale;

/**
 * BLEU of each document as horizontal bars, with the confidence interval as a whisker; where there
 * are adapted scores, a bar for each below the first. Horizontal, because file names are long.
 */
final class BarChart {

  private static final int WIDTH = 640;
  private static final int NAME_WIDTH = 210;
  private static final int VALUE_WIDTH = 56;
  private static final int BAR = 15;
  private static final int GAP = 12;
  private static final int AXIS = 24;
  private static final int LONGEST_NAME = 27;

  private final List<DocumentScore> documents;
  private final double top;
  private final Html html;

  private BarChart(List<DocumentScore> documents, Html html) {
    this.documents = documents;
    this.html = html;
    double largest =
        documents.stream()
            .mapToDouble(
                document ->
                    Math.max(
                        document.scores().bleu().high(),
                        document.adapted().stream()
                            .mapToDouble(adapted -> adapted.scores().bleu().high())
                            .max()
                            .orElse(0)))
            .max()
            .orElse(0);
    top = Math.min(100, Math.max(10, Math.ceil(largest / 10) * 10));
  }

  /** Draws a chart of at least one document. */
  static void draw(List<DocumentScore> documents, Html html) {
    new BarChart(documents, html).draw();
  }

  private void draw() {
    int height = AXIS;
    for (DocumentScore document : documents) {
      height += barsOf(document) * BAR + GAP;
    }
    html.open("svg", "class", "chart", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img");
    html.element("title", "BLEU of each document; the table below holds the figures");
    double step = top > 50 ? 20 : 10;
    for (double tick = 0; tick <= top; tick += step) {
      html.open("line", "class", "grid", "x1", x(tick), "x2", x(tick), "y1", 0, "y2", height - AXIS)
          .close();
      html.element(
          "text",
          String.valueOf((int) tick),
          "class",
          "tick",
          "x",
          x(tick),
          "y",
          height - 8,
          "text-anchor",
          "middle");
    }
    int y = GAP / 2;
    for (DocumentScore document : documents) {
      int bars = barsOf(document);
      html.open("g");
      html.element("title", document.name());
      html.element(
          "text",
          shortened(document.name()),
          "class",
          "name",
          "x",
          NAME_WIDTH - 10,
          "y",
          y + bars * BAR / 2.0 + 4,
          "text-anchor",
          "end");
      bar(document.scores().bleu(), "plain", y);
      for (int i = 0; i < document.adapted().size(); i++) {
        bar(document.adapted().get(i).scores().bleu(), style(i), y + (i + 1) * BAR);
      }
      html.closeLine();
      y += bars * BAR + GAP;
    }
    html.closeLine();
  }

  private void bar(Measurement bleu, String style, int y) {
    double end = x(bleu.value());
    html.open(
            "rect",
            "class",
            style,
            "x",
            x(0),
            "y",
            y + 1,
            "width",
            end - x(0),
            "height",
            BAR - 2,
            "rx",
            2)
        .close();
    if (bleu.hasInterval()) {
      double middle = y + BAR / 2.0;
      html.open(
              "path",
              "class",
              "whisker",
              "d",
              String.format(
                  Locale.ROOT,
                  "M%.1f %.1fv6m0-3H%.1fm0-3v6",
                  x(bleu.low()),
                  middle - 3,
                  x(bleu.high())))
          .close();
    }
    html.element(
        "text",
        Figures.score(bleu.value()),
        "class",
        "value",
        "x",
        x(bleu.high()) + 6,
        "y",
        y + BAR / 2.0 + 4);
  }

  private double x(double score) {
    return NAME_WIDTH + (WIDTH - NAME_WIDTH - VALUE_WIDTH) * Math.min(score, top) / top;
  }

  private static int barsOf(DocumentScore document) {
    return 1 + document.adapted().size();
  }

  /** The style of the bars of an adapted engine. */
  static String style(int index) {
    return index == 0 ? "adapted" : "adapted other";
  }

  /** The end of a long path says more than its beginning. */
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : "…" + name.substring(name.length() - LONGEST_NAME + 1);
  }
}
