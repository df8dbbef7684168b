package org.amts.corpus;

import java.util.Optional;

/** What the readers of the file formats hand their records to. */
interface RecordSink {

  /** Takes the code of the source language, before any record. */
  void sourceLanguage(String code);

  /** Takes the code of a target language; its spelling may differ in case from an earlier one. */
  void targetLanguage(String code);

  /** Why a text cannot be a field of CSV or TSV; empty if it can. */
  Optional<String> whyNotAField(String text);

  /**
   * Begins a record. If its source text is not taken, that is recorded, and no target follows.
   *
   * @param line of the record, from 1
   */
  boolean takesSource(int line, String source);

  /**
   * Takes a target text of the record begun last, unless a rule says otherwise, which is recorded.
   *
   * @param changeDate in the form of TMX, {@code 20261122T160000Z}; empty if unknown
   */
  void target(int line, String language, String source, String target, String changeDate);

  /** Records that something was left out. */
  void skip(int line, String why);

  /** Records that a record breaks the rules of the format. */
  void fail(int line, String why);

  /** Records that the file as a whole cannot be read, so that nothing of it is taken. */
  void unreadable(int line, String why);

  /** Whether the file as a whole cannot be read. */
  boolean isUnreadable();
}
