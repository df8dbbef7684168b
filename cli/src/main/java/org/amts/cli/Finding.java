package org.amts.cli;

/**
 * What {@code amts doctor} found out.
 *
 * @param state how bad it is
 * @param subject what was looked at
 * @param text what is so; for anything but {@link State#OK}, what to do, too
 */
record Finding(State state, String subject, String text) {

  /** How bad something is. */
  enum State {
    /** As it should be. */
    OK,
    /** AMTS works, but not as well as it could. */
    WARNING,
    /** Something that was asked for does not work. */
    PROBLEM
  }
}
