package org.amts.cli;

/** How a check prints what it found. */
enum OutputFormat {
  /** {@code file:line: severity: message}, for people, editors and logs. */
  TEXT,
  /** GitHub's annotations; see {@link Annotations}. */
  GITHUB
}
