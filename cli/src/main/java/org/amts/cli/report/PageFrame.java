package org.amts.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What all pages have around their content; every page is complete in itself. */
final class PageFrame {

  private PageFrame() {}

  /**
   * Begins a page, up to the beginning of its main part.
   *
   * @param kicker what kind of page it is
   * @param subject what it is about: its heading
   * @param line what else there is to say of all of it
   */
  static Html begin(String kicker, String subject, String line) {
    Html html = new Html();
    html.open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", subject + ": " + kicker);
    html.style(styleSheet());
    html.closeLine().open("body");
    html.element("a", "Skip to the content", "class", "skip", "href", "#main");
    html.open("header");
    html.element("p", kicker, "class", "kicker");
    html.element("h1", subject);
    html.element("p", line, "class", "muted");
    html.closeLine();
    return html.open("main", "id", "main");
  }

  /** Ends the main part and the page. */
  static String end(Html html, String footer) {
    html.closeLine();
    html.open("footer").element("p", footer).closeLine();
    return html.closeLine().closeLine().toString();
  }

  private static String styleSheet() {
    try (InputStream css =
        Objects.requireNonNull(PageFrame.class.getResourceAsStream("report.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
