package org.amts.cli.progress;

/** Tells how far one piece of work is. Safe for use by many threads. */
public interface Progress extends AutoCloseable {

  /**
   * Reports work done.
   *
   * @param count how many more units are done, at least 0
   */
  void step(long count);

  /** Ends the display; also right when the work stopped half way. */
  @Override
  void close();
}
