package org.amts.cli.report;

import java.util.List;
import java.util.Locale;

/** How often each class of values from 0 to 1 occurs, as vertical bars. */
final class Histogram {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 180;
  private static final int TOP = 18;
  private static final int AXIS = 24;

  private Histogram() {}

  /**
   * Draws a histogram.
   *
   * @param counts one for each of equally wide classes from 0 to 1, at least one
   * @param title what is counted, for those who cannot see it
   */
  static void draw(List<Long> counts, String title, Html html) {
    long largest = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    double width = (double) WIDTH / counts.size();
    int bottom = HEIGHT - AXIS;
    html.open("svg", "class", "chart", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img");
    html.element("title", title);
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i);
      double height = (bottom - TOP) * (double) count / largest;
      html.open("g");
      html.element(
          "title",
          String.format(
              Locale.ROOT,
              "%.2f to %.2f: %,d",
              (double) i / counts.size(),
              (i + 1.0) / counts.size(),
              count));
      html.open(
              "rect",
              "class",
              "bin",
              "x",
              i * width + 1,
              "y",
              bottom - height,
              "width",
              width - 2,
              "height",
              height)
          .close();
      if (count == largest) {
        html.element(
            "text",
            Figures.count(count),
            "class",
            "value",
            "x",
            Math.min(i * width + width / 2, WIDTH - 24),
            "y",
            bottom - height - 5,
            "text-anchor",
            "middle");
      }
      html.close();
    }
    html.open("line", "class", "axis", "x1", 0, "x2", WIDTH, "y1", bottom, "y2", bottom).close();
    for (int tick = 0; tick <= 4; tick++) {
      html.element(
          "text",
          String.format(Locale.ROOT, "%.2f", tick / 4.0),
          "class",
          "tick",
          "x",
          tick / 4.0 * WIDTH,
          "y",
          HEIGHT - 8,
          "text-anchor",
          tick == 0 ? "start" : tick == 4 ? "end" : "middle");
    }
    html.closeLine();
  }
}
