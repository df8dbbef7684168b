package org.amts.server.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.amts.server.s3.ObjectStore;
import org.amts.server.s3.S3Location;

/** What a job consists of: every object below its folder, in every target language. */
final class JobPlan {

  private static final int MOST_DOCUMENTS = 1_000_000;
  private static final long MOST_BYTES = 5L << 30;
  private static final int AT_ONCE = 1000;

  private JobPlan() {}

  /** A job cannot be done, for a reason that its client can change. */
  static final class Impossible extends Exception {

    Impossible(String message) {
      super(message);
    }
  }

  /**
   * Lists the documents of a job.
   *
   * @throws Impossible if there are none or too many, or a folder has a name that the output needs
   */
  static List<JobDocument> of(Job job, ObjectStore objects) throws IOException, Impossible {
    S3Location input = job.input();
    // The output may lie within the input: what earlier jobs have written is no source.
    String outputMark = job.request().account() + "-TranslateText-";
    List<JobDocument> documents = new ArrayList<>();
    long bytes = 0;
    String after = "";
    List<ObjectStore.StoredObject> listed;
    do {
      listed = objects.list(input, after, AT_ONCE);
      for (ObjectStore.StoredObject object : listed) {
        after = object.key();
        String key = object.key().substring(input.key().length());
        if (key.isEmpty() || key.endsWith("/") || key.startsWith(outputMark)) {
          continue;
        }
        if (("/" + key).contains("/details/")) {
          throw new Impossible("a folder of the input must not be named details: " + key);
        }
        bytes += object.size();
        for (String target : job.request().targetLanguageCodes()) {
          documents.add(
              new JobDocument(documents.size(), target, key, object.size(), null, 0, null));
        }
      }
      if (documents.size() > MOST_DOCUMENTS || bytes > MOST_BYTES) {
        throw new Impossible(
            "a job has at most " + MOST_DOCUMENTS + " documents and " + MOST_BYTES + " bytes");
      }
    } while (listed.size() == AT_ONCE);
    if (documents.isEmpty()) {
      throw new Impossible("there are no documents in " + input);
    }
    return documents;
  }
}
