package org.amts.server.paralleldata;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.amts.server.s3.NoSuchObjectException;
import org.amts.server.s3.ObjectStore;
import org.amts.server.s3.S3Location;

/** The file that a client wants to have imported. */
final class ParallelDataFile {

  /** Less than Amazon's 5 GB: the file is held in memory. */
  private static final long MOST_BYTES = 512L << 20;

  private static final int MOST_LISTED = 1000;

  private ParallelDataFile() {}

  /**
   * Fetches a file.
   *
   * @param config names the file, or a folder in which it is the only one of its format
   * @throws ImportFailure if it is not there, or too large
   */
  static byte[] fetch(ObjectStore objects, ParallelDataConfig config)
      throws IOException, ImportFailure {
    S3Location location = S3Location.of(String.valueOf(config.s3Uri()));
    try (InputStream in = objects.read(find(objects, location, config))) {
      byte[] bytes = in.readNBytes((int) MOST_BYTES);
      if (in.read() >= 0) {
        throw new ImportFailure("the file is larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (NoSuchObjectException e) {
      throw new ImportFailure(String.valueOf(e.getMessage()));
    }
  }

  private static S3Location find(
      ObjectStore objects, S3Location location, ParallelDataConfig config)
      throws IOException, ImportFailure {
    if (!location.key().isEmpty()
        && !location.key().endsWith("/")
        && objects.list(location, "", 1).stream()
            .anyMatch(object -> object.key().equals(location.key()))) {
      return location;
    }
    String extension = "." + StoredParallelData.extension(config);
    List<String> keys =
        objects.list(location.asFolder(), "", MOST_LISTED).stream()
            .map(ObjectStore.StoredObject::key)
            .filter(key -> key.toLowerCase(Locale.ROOT).endsWith(extension))
            .toList();
    if (keys.size() != 1) {
      throw new ImportFailure(
          keys.isEmpty()
              ? "there is no file " + location + ", and no " + extension + " file in such a folder"
              : location + " has several " + extension + " files; name one of them");
    }
    return new S3Location(location.bucket(), keys.get(0));
  }
}
