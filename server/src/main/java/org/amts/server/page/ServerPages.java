package org.amts.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.server.protocol.ErrorType;
import org.amts.server.protocol.ServiceException;
import org.amts.server.protocol.TranslateApi;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the server: what runs, with a box to try a translation, and one for each job. HTML
 * without scripts. Safe for use by many threads.
 */
public final class ServerPages implements WebPage {

  private static final Pattern JOB = Pattern.compile("/jobs/([0-9A-Za-z]{1,32})(/stop)?");
  private static final int PAGE = 25;
  private static final int MOST_RESOURCES = 100;

  private final TranslateApi api;
  private final TrialForm trial;
  private final JobPage jobs;
  private final String engine;

  /**
   * @param api the service
   * @param trial translates what is typed into the box
   * @param log tells what became of documents
   * @param engine the engine's name, as people see it
   */
  public ServerPages(TranslateApi api, Trial trial, JobLog log, String engine) {
    this.api = api;
    this.trial = new TrialForm(trial);
    this.jobs = new JobPage(api, log, engine);
    this.engine = engine;
  }

  @Override
  public Answer answer(String method, String path, Map<String, String> parameters) {
    boolean isPost = method.equals("POST");
    if (path.equals("/")) {
      return home(isPost, parameters);
    }
    if (path.equals("/style.css") && !isPost) {
      return new Answer(200, "text/css; charset=utf-8", style());
    }
    Matcher job = JOB.matcher(path);
    if (job.matches() && isPost == (job.group(2) != null)) {
      return jobs.answer(job.group(1), isPost);
    }
    return Frame.page(404, "Not found", engine, 0, html -> html.element("a", "Home", "href", "/"));
  }

  private Answer home(boolean isPost, Map<String, String> parameters) {
    List<JsonNode> parallelData =
        list("ListParallelData", "ParallelDataPropertiesList", MOST_RESOURCES);
    List<JsonNode> usable =
        parallelData.stream()
            .filter(
                data ->
                    data.path("Status").asText().equals("ACTIVE")
                        || data.path("Status").asText().equals("UPDATING"))
            .toList();
    Map<String, String> languages = languages();
    return Frame.page(
        200,
        "Translation server",
        engine,
        0,
        html -> {
          trial.write(html, languages, usable, isPost, parameters);
          jobs(html, parameters.get("jobs"));
          parallelData(html, parallelData);
          terminologies(html);
          languages(html, languages);
        });
  }

  private Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    for (JsonNode language : list("ListLanguages", "Languages", MOST_RESOURCES)) {
      String code = language.path("LanguageCode").asText();
      if (!code.equals("auto")) {
        languages.put(code, language.path("LanguageName").asText() + " (" + code + ")");
      }
    }
    return languages;
  }

  private List<JsonNode> list(String operation, String member, int most) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("MaxResults", most);
    List<JsonNode> found = new ArrayList<>();
    api.call(operation, request).path(member).forEach(found::add);
    return found;
  }

  private void jobs(Html html, @Nullable String token) {
    html.open("section", "aria-labelledby", "jobs").element("h2", "Jobs", "id", "jobs");
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("MaxResults", PAGE);
    if (token != null && !token.isEmpty()) {
      request.put("NextToken", token);
    }
    JsonNode answer;
    try {
      answer = api.call("ListTextTranslationJobs", request);
    } catch (ServiceException e) {
      Frame.alert(html, String.valueOf(e.getMessage()));
      html.close("section");
      return;
    }
    JsonNode list = answer.path("TextTranslationJobPropertiesList");
    if (list.isEmpty()) {
      html.element("p", "No jobs. Start one with StartTextTranslationJob.").close("section");
      return;
    }
    Frame.head(
        html,
        "Batch jobs, the latest first",
        "Job",
        "Languages",
        "Adapted to",
        "Status",
        "Documents",
        "Submitted (UTC)");
    for (JsonNode job : list) {
      String id = job.path("JobId").asText();
      String name = job.path("JobName").asText();
      html.open("tr").open("th", "scope", "row");
      html.element("a", name.isEmpty() ? id : name, "href", "/jobs/" + id).close("th");
      html.element("td", Frame.direction(job));
      html.element("td", String.join(", ", Frame.texts(job.path("ParallelDataNames"))));
      html.open("td");
      Frame.status(html, job.path("JobStatus").asText());
      html.close("td").open("td");
      Frame.progress(html, job);
      html.close("td").open("td");
      Frame.time(html, job.path("SubmittedTime"));
      html.close("td").close("tr");
    }
    Frame.endOfTable(html);
    if (answer.hasNonNull("NextToken")) {
      String next = URLEncoder.encode(answer.path("NextToken").asText(), StandardCharsets.UTF_8);
      html.open("p").element("a", "Older jobs", "href", "/?jobs=" + next + "#jobs").close("p");
    }
    html.close("section");
  }

  private static void parallelData(Html html, List<JsonNode> list) {
    html.open("section", "aria-labelledby", "data").element("h2", "Parallel data", "id", "data");
    if (list.isEmpty()) {
      html.element("p", "None. Make some with CreateParallelData.").close("section");
      return;
    }
    Frame.head(
        html,
        "Examples that translations are adapted to",
        "Name",
        "Languages",
        "Status",
        "Records",
        "Skipped",
        "Failed",
        "Created (UTC)");
    for (JsonNode data : list) {
      html.open("tr").element("th", data.path("Name").asText(), "scope", "row");
      html.element("td", Frame.direction(data)).open("td");
      Frame.status(html, data.path("Status").asText());
      if (data.hasNonNull("Message")) {
        html.text(" " + data.path("Message").asText());
      }
      html.close("td");
      html.element("td", data.path("ImportedRecordCount").asText());
      html.element("td", data.path("SkippedRecordCount").asText());
      html.element("td", data.path("FailedRecordCount").asText());
      html.open("td");
      Frame.time(html, data.path("CreatedAt"));
      html.close("td").close("tr");
    }
    Frame.endOfTable(html);
    html.close("section");
  }

  private void terminologies(Html html) {
    List<JsonNode> list = list("ListTerminologies", "TerminologyPropertiesList", MOST_RESOURCES);
    if (list.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "terms").element("h2", "Terminologies", "id", "terms");
    Frame.head(html, "Terms with a fixed translation", "Name", "Languages", "Terms");
    for (JsonNode terms : list) {
      html.open("tr").element("th", terms.path("Name").asText(), "scope", "row");
      html.element("td", Frame.direction(terms));
      html.element("td", terms.path("TermCount").asText()).close("tr");
    }
    Frame.endOfTable(html);
    html.close("section");
  }

  private static void languages(Html html, Map<String, String> languages) {
    html.open("section", "aria-labelledby", "languages");
    html.element("h2", "Languages", "id", "languages");
    html.element("p", String.join(", ", languages.values())).close("section");
  }

  private static byte[] style() {
    try (InputStream in = ServerPages.class.getResourceAsStream("style.css")) {
      if (in == null) {
        throw new ServiceException(ErrorType.INTERNAL_SERVER, "the style sheet is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
