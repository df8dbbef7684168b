package org.amts.server.paralleldata;

/** An import cannot be done, for a reason that its client can change. */
final class ImportFailure extends Exception {

  ImportFailure(String message) {
    super(message);
  }
}
