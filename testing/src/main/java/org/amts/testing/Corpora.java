package org.amts.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the real books lie. They are no part of the repository. */
public final class Corpora {

  /** The system property that names their folder; the build sets it. */
  public static final String PROPERTY = "amts.corpora";

  private Corpora() {}

  /**
   * A folder or file of the real books. Where it is missing, the running test is skipped.
   *
   * @param path within the corpora: {@code d2l/en-origin}
   */
  public static Path find(String path) {
    String root = System.getProperty(PROPERTY);
    Assumptions.assumeTrue(root != null, () -> "skipped: the property " + PROPERTY + " is not set");
    Path found = Path.of(root).resolve(path);
    Assumptions.assumeTrue(Files.exists(found), () -> "skipped: there is no " + found);
    return found;
  }
}
