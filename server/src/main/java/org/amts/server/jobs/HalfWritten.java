package org.amts.server.jobs;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.server.s3.ObjectStore;
import org.amts.server.s3.S3Location;

/**
 * Removes what a killed process has left in the output of a job. S3 writes an object beside its
 * place and moves it there at the end; what was not moved stays, as an object whose name ends with
 * a random id. It goes only if it is none of the job's own translations.
 */
final class HalfWritten {

  private static final int AT_ONCE = 1000;
  private static final Pattern RANDOM_END =
      Pattern.compile("(.+)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private HalfWritten() {}

  static void remove(Job job, ObjectStore objects, JobStore store) throws IOException {
    S3Location output = job.output();
    String after = "";
    List<ObjectStore.StoredObject> listed;
    do {
      listed = objects.list(output, after, AT_ONCE);
      for (ObjectStore.StoredObject object : listed) {
        after = object.key();
        String key = object.key().substring(output.key().length());
        Matcher end = RANDOM_END.matcher(key);
        if (end.matches()
            && isTranslation(job, store, end.group(1))
            && !isTranslation(job, store, key)) {
          objects.delete(output.resolve(key));
        }
      }
    } while (listed.size() == AT_ONCE);
  }

  private static boolean isTranslation(Job job, JobStore store, String key) {
    int name = key.lastIndexOf('/') + 1;
    for (String target : job.request().targetLanguageCodes()) {
      String prefix = target + ".";
      if (key.startsWith(prefix, name)
          && store.hasDocument(
              job.id(), target, key.substring(0, name) + key.substring(name + prefix.length()))) {
        return true;
      }
    }
    return false;
  }
}
