package org.amts.corpus;

import java.util.ArrayList;
import java.util.List;
import org.amts.document.Diagnostic;

/** What every {@link RecordSink} does alike: it counts and lists what is not taken. */
abstract class ProblemList implements RecordSink {

  private final String file;
  private final List<Diagnostic> problems = new ArrayList<>();
  private int skipped;
  private int failed;
  private boolean unreadable;

  ProblemList(String file) {
    this.file = file;
  }

  @Override
  public final void skip(int line, String why) {
    skipped++;
    warn(line, "skipped: " + why);
  }

  @Override
  public final void fail(int line, String why) {
    failed++;
    list(Diagnostic.Severity.ERROR, line, why);
  }

  @Override
  public final void unreadable(int line, String why) {
    unreadable = true;
    fail(line, why);
  }

  @Override
  public final boolean isUnreadable() {
    return unreadable;
  }

  /** Lists something that was taken all the same. */
  final void warn(int line, String message) {
    list(Diagnostic.Severity.WARNING, line, message);
  }

  final List<Diagnostic> problems() {
    return problems;
  }

  final int skipped() {
    return skipped;
  }

  final int failed() {
    return failed;
  }

  private void list(Diagnostic.Severity severity, int line, String message) {
    // The error that ends the reading is listed however many came before.
    if (problems.size() < ParallelDataImport.MOST_PROBLEMS || unreadable) {
      problems.add(new Diagnostic(severity, file, line, message));
    }
  }
}
