package org.amts.cli.git;

/** A name is no branch, tag or commit of the repository; the message says what to do. */
public final class UnknownRevisionException extends RuntimeException {

  UnknownRevisionException(String message) {
    super(message);
  }
}
