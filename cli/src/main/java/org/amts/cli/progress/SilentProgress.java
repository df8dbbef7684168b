package org.amts.cli.progress;

/** Shows nothing. */
final class SilentProgress implements Progress {

  @Override
  public void step(long count) {}

  @Override
  public void close() {}
}
