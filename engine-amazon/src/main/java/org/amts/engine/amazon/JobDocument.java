package org.amts.engine.amazon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * An HTML document of a batch job: a paragraph for each segment, whose id has the segment's key.
 *
 * @param name {@code 00000.html}
 * @param html the content
 */
record JobDocument(String name, String html) {

  private static final String BEGIN =
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n";
  private static final String END = "</body></html>\n";
  private static final String ID = "s-";

  byte[] bytes() {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  /** Puts segments into documents and documents into jobs, as few as the limits allow. */
  static List<List<JobDocument>> cut(List<KeyedSegment> segments, Limits limits) {
    List<List<JobDocument>> jobs = new ArrayList<>();
    List<JobDocument> job = new ArrayList<>();
    long jobBytes = 0;
    for (String body : bodies(segments, limits)) {
      JobDocument document =
          new JobDocument(String.format(Locale.ROOT, "%05d.html", job.size()), BEGIN + body + END);
      int bytes = document.bytes().length;
      if (!job.isEmpty()
          && (job.size() == limits.documents() || jobBytes + bytes > limits.jobBytes())) {
        jobs.add(job);
        job = new ArrayList<>();
        jobBytes = 0;
        document = new JobDocument("00000.html", document.html());
      }
      job.add(document);
      jobBytes += bytes;
    }
    if (!job.isEmpty()) {
      jobs.add(job);
    }
    return jobs;
  }

  private static List<String> bodies(List<KeyedSegment> segments, Limits limits) {
    List<String> bodies = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int bytes = 0;
    for (KeyedSegment segment : segments) {
      String paragraph =
          "<p id=\""
              + ID
              + segment.key()
              + "\">"
              + MarkedHtml.write(segment.segment(), MarkedHtml.Content.ORIGINAL)
              + "</p>\n";
      int more = paragraph.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > 0 && bytes + more > limits.documentBytes()) {
        bodies.add(body.toString());
        body.setLength(0);
        bytes = 0;
      }
      body.append(paragraph);
      bytes += more;
    }
    if (bytes > 0) {
      bodies.add(body.toString());
    }
    return bodies;
  }

  /** The texts with marks of a translated document, by the keys of segments. */
  static Map<String, String> read(String html) {
    Map<String, String> texts = new HashMap<>();
    for (Element paragraph : Jsoup.parse(html).select("p[id^=" + ID + "]")) {
      texts.put(paragraph.id().substring(ID.length()), MarkedHtml.read(paragraph));
    }
    return texts;
  }
}
