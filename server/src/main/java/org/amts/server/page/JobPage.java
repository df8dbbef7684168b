package org.amts.server.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.amts.server.protocol.ServiceException;
import org.amts.server.protocol.TranslateApi;

/** The page of a job: how far it is, and what became of its documents. */
final class JobPage {

  /** States in which a job goes on, so that its page asks again. */
  private static final Set<String> RUNNING = Set.of("SUBMITTED", "IN_PROGRESS", "STOP_REQUESTED");

  private static final int REFRESH_SECONDS = 3;
  private static final int MOST_ENTRIES = 500;

  private final TranslateApi api;
  private final JobLog log;
  private final String engine;

  JobPage(TranslateApi api, JobLog log, String engine) {
    this.api = api;
    this.log = log;
    this.engine = engine;
  }

  /** The page, after the job was told to stop if that is wanted. */
  WebPage.Answer answer(String id, boolean stop) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("JobId", id);
    JsonNode job;
    String message = "";
    try {
      if (stop) {
        api.call("StopTextTranslationJob", request);
      }
    } catch (ServiceException e) {
      message = String.valueOf(e.getMessage());
    }
    try {
      job = api.call("DescribeTextTranslationJob", request).path("TextTranslationJobProperties");
    } catch (ServiceException e) {
      String why = String.valueOf(e.getMessage());
      return Frame.page(
          e.type().httpStatus(), "No such job", engine, 0, html -> Frame.alert(html, why));
    }
    String status = job.path("JobStatus").asText();
    String name = job.path("JobName").asText();
    String alert = message;
    return Frame.page(
        200,
        "Job " + (name.isEmpty() ? id : name),
        engine,
        // A page that was sent as a form would be sent again.
        RUNNING.contains(status) && !stop ? REFRESH_SECONDS : 0,
        html -> {
          if (!alert.isEmpty()) {
            Frame.alert(html, alert);
          }
          facts(html, id, job, status);
          entries(html, log.entries(id, MOST_ENTRIES));
        });
  }

  private static void facts(Html html, String id, JsonNode job, String status) {
    html.open("p");
    Frame.status(html, status);
    html.text(" ");
    Frame.progress(html, job);
    html.close("p");
    if (status.equals("IN_PROGRESS")) {
      html.open("form", "method", "post", "action", "/jobs/" + id + "/stop");
      html.element("button", "Stop", "type", "submit").close("form");
    }
    html.open("dl");
    fact(html, "Id", id);
    fact(html, "Languages", Frame.direction(job));
    fact(html, "Adapted to", String.join(", ", Frame.texts(job.path("ParallelDataNames"))));
    fact(html, "Terminology", String.join(", ", Frame.texts(job.path("TerminologyNames"))));
    fact(html, "Content type", job.path("InputDataConfig").path("ContentType").asText());
    fact(html, "Input", job.path("InputDataConfig").path("S3Uri").asText());
    fact(html, "Output", job.path("OutputDataConfig").path("S3Uri").asText());
    fact(html, "Message", job.path("Message").asText());
    time(html, "Submitted (UTC)", job.path("SubmittedTime"));
    time(html, "Ended (UTC)", job.path("EndTime"));
    html.close("dl");
  }

  private static void fact(Html html, String name, String value) {
    if (!value.isEmpty()) {
      html.element("dt", name).element("dd", value);
    }
  }

  private static void time(Html html, String name, JsonNode seconds) {
    if (seconds.isNumber()) {
      html.element("dt", name).open("dd");
      Frame.time(html, seconds);
      html.close("dd");
    }
  }

  private static void entries(Html html, List<JobLog.Entry> entries) {
    html.element("h2", "Log");
    if (entries.isEmpty()) {
      html.element("p", "No document yet.");
      return;
    }
    String caption =
        entries.size() < MOST_ENTRIES ? "Documents" : "The first " + MOST_ENTRIES + " documents";
    Frame.head(html, caption, "Document", "Into", "State", "Message");
    for (JobLog.Entry entry : entries) {
      html.open("tr").element("th", entry.document(), "scope", "row");
      html.element("td", entry.target()).element("td", entry.state());
      html.element("td", entry.message()).close("tr");
    }
    Frame.endOfTable(html);
  }
}
