package org.amts.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What all pages have in common. */
final class Frame {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Frame() {}

  /**
   * A whole page.
   *
   * @param refresh seconds until the browser asks again; 0 for never
   * @param content writes what is between header and footer
   */
  static WebPage.Answer page(
      int status, String title, String engine, int refresh, Consumer<Html> content) {
    Html html = new Html().doctype().open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    if (refresh > 0) {
      html.open("meta", "http-equiv", "refresh", "content", String.valueOf(refresh));
    }
    html.element("title", title + " · AMTS");
    html.open("link", "rel", "stylesheet", "href", "/style.css");
    html.open("link", "rel", "icon", "href", "data:,");
    html.close("head").open("body");
    html.element("a", "Skip to the content", "class", "skip", "href", "#content");
    html.open("header").element("a", "AMTS", "class", "name", "href", "/");
    html.element("span", engine, "class", "engine").close("header");
    html.open("main", "id", "content").element("h1", title);
    content.accept(html);
    html.close("main").close("body").close("html");
    return new WebPage.Answer(status, "text/html; charset=utf-8", html.bytes());
  }

  /** A message that a screen reader says at once. */
  static void alert(Html html, String message) {
    html.element("p", message, "role", "alert", "class", "alert");
  }

  /** A table's head. */
  static void head(Html html, String caption, String... columns) {
    html.open("div", "class", "scroll").open("table").element("caption", caption);
    html.open("thead").open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
  }

  static void endOfTable(Html html) {
    html.close("tbody").close("table").close("div");
  }

  /** A status word, in a colour of its own. */
  static void status(Html html, String status) {
    html.element("span", words(status), "class", "status " + status);
  }

  /** {@code IN_PROGRESS} reads "in progress". */
  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A moment of the wire, seconds since 1970, in UTC; nothing if it is missing. */
  static void time(Html html, JsonNode seconds) {
    if (seconds.isNumber()) {
      Instant instant = Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000));
      html.element("time", TIME.format(instant), "datetime", instant.toString());
    }
  }

  /** The texts of an array of the wire. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** How far a job is. */
  static void progress(Html html, JsonNode job) {
    JsonNode details = job.path("JobDetails");
    int all = details.path("InputDocumentsCount").asInt();
    int done =
        details.path("TranslatedDocumentsCount").asInt()
            + details.path("DocumentsWithErrorsCount").asInt();
    int errors = details.path("DocumentsWithErrorsCount").asInt();
    html.open(
            "progress",
            "max",
            String.valueOf(Math.max(1, all)),
            "value",
            String.valueOf(done),
            "aria-label",
            "documents done")
        .close("progress");
    html.text(" " + done + " of " + all);
    if (errors > 0) {
      html.text(", ").element("strong", errors + " failed");
    }
  }

  /** The direction of a job or of parallel data: {@code en → es, zh}. */
  static String direction(JsonNode resource) {
    return resource.path("SourceLanguageCode").asText()
        + " → "
        + String.join(", ", texts(resource.path("TargetLanguageCodes")));
  }
}
