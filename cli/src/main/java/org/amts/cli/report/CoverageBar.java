package org.amts.cli.report;

import java.util.List;

/** A bar that shows which part of the documents is in which state. */
final class CoverageBar {

  private record Share(String state, int count) {}

  private CoverageBar() {}

  /** Draws the bar with its legend. */
  static void draw(DocumentCounts documents, String label, Html html) {
    List<Share> shares =
        List.of(
            new Share("translated", documents.translated()),
            new Share("stale", documents.stale()),
            new Share("missing", documents.missing()),
            new Share("failed", documents.failed()));
    StringBuilder spoken = new StringBuilder(label).append(":");
    shares.forEach(share -> spoken.append(' ').append(share.count + " " + share.state));
    html.open("svg", "class", "coverage", "viewBox", "0 0 1000 16", "preserveAspectRatio", "none");
    html.element("title", spoken.toString());
    html.open("rect", "class", "empty", "width", 1000, "height", 16).close();
    double x = 0;
    for (Share share : shares) {
      if (share.count > 0) {
        double width = 1000.0 * share.count / documents.total();
        html.open("rect", "class", share.state, "x", x, "y", 0, "width", width, "height", 16)
            .close();
        x += width;
      }
    }
    html.closeLine();
    html.open("p", "class", "legend");
    for (Share share : shares) {
      if (share.count > 0) {
        html.open("span", "class", "key " + share.state).close();
        html.text(share.count + " " + share.state + " ");
      }
    }
    html.closeLine();
  }
}
