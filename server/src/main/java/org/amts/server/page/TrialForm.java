package org.amts.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.amts.server.protocol.ServiceException;

/** The box to try a translation, with and without adaptation. */
final class TrialForm {

  private static final String EXAMPLE = "We train the model with stochastic gradient descent.";

  private final Trial trial;

  TrialForm(Trial trial) {
    this.trial = trial;
  }

  /**
   * Writes the form, and what came of it if it was sent.
   *
   * @param languages codes and names
   * @param parallelData that can be used
   */
  void write(
      Html html,
      Map<String, String> languages,
      List<JsonNode> parallelData,
      boolean isSent,
      Map<String, String> parameters) {
    html.open("section", "aria-labelledby", "try").element("h2", "Try a translation", "id", "try");
    html.open("form", "method", "post", "action", "/#result");
    html.element("label", "Text", "for", "text");
    html.open("textarea", "id", "text", "name", "text", "rows", "4", "maxlength", "5000")
        .text("\n" + parameters.getOrDefault("text", EXAMPLE))
        .close("textarea");
    html.open("div", "class", "fields");
    String source = parameters.getOrDefault("source", "auto");
    select(html, "source", "From", source, languages, "auto", "find out");
    String target = parameters.getOrDefault("target", firstTarget(languages));
    select(html, "target", "Into", target, languages, "", "");
    String chosen = parameters.getOrDefault("parallelData", firstName(parallelData));
    html.open("div").element("label", "Adapt to", "for", "parallelData");
    html.open("select", "id", "parallelData", "name", "parallelData");
    option(html, "", "nothing", chosen);
    for (JsonNode data : parallelData) {
      String name = data.path("Name").asText();
      option(html, name, name + " (" + Frame.direction(data) + ")", chosen);
    }
    html.close("select").close("div");
    html.element("button", "Translate", "type", "submit").close("div").close("form");
    if (isSent) {
      result(html, parameters.getOrDefault("text", ""), source, target, chosen);
    }
    html.close("section");
  }

  private void result(Html html, String text, String source, String target, String chosen) {
    html.open("div", "id", "result", "class", "results", "tabindex", "-1");
    try {
      String plain = trial.translate(text, source, target, "");
      one(html, "Not adapted", plain, plain, target);
      if (!chosen.isEmpty()) {
        one(
            html,
            "Adapted to " + chosen,
            trial.translate(text, source, target, chosen),
            plain,
            target);
      }
    } catch (ServiceException e) {
      Frame.alert(html, String.valueOf(e.getMessage()));
    }
    html.close("div");
  }

  private static void one(
      Html html, String heading, String translation, String compared, String target) {
    html.open("article").element("h3", heading);
    html.open("p", "lang", target, "dir", "auto", "class", "translation");
    for (WordDifference.Piece piece : WordDifference.of(compared, translation)) {
      if (piece.isNew()) {
        html.element("mark", piece.text());
      } else {
        html.text(piece.text());
      }
    }
    html.close("p").close("article");
  }

  private static void select(
      Html html,
      String name,
      String label,
      String chosen,
      Map<String, String> languages,
      String firstValue,
      String firstLabel) {
    html.open("div").element("label", label, "for", name);
    html.open("select", "id", name, "name", name);
    if (!firstValue.isEmpty()) {
      option(html, firstValue, firstLabel, chosen);
    }
    languages.forEach((code, language) -> option(html, code, language, chosen));
    html.close("select").close("div");
  }

  private static void option(Html html, String value, String label, String chosen) {
    if (value.equals(chosen)) {
      html.element("option", label, "value", value, "selected", "selected");
    } else {
      html.element("option", label, "value", value);
    }
  }

  private static String firstTarget(Map<String, String> languages) {
    return languages.keySet().stream()
        .filter(code -> !code.equals("en") && !code.equals("auto"))
        .findFirst()
        .orElse("en");
  }

  private static String firstName(List<JsonNode> parallelData) {
    return parallelData.isEmpty() ? "" : parallelData.get(0).path("Name").asText();
  }
}
