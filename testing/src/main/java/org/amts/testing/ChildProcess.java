package org.amts.testing;

import java.io.IOException;
import java.nio.file.Path;

/** Another Java process, with the classes of the running test. */
public final class ChildProcess {

  private ChildProcess() {}

  /**
   * Starts a process; it writes errors where it writes everything else.
   *
   * @param program class with a {@code main} method
   * @param heap most memory of its own, in MB
   * @param folder its argument, and where it runs
   */
  public static Process start(Class<?> program, int heap, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap + "m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            program.getName(),
            folder.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
