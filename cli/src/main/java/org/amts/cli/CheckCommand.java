package org.amts.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amts.document.Diagnostic;
import org.amts.document.Diagnostic.Severity;
import org.amts.reference.EditionReport;
import org.amts.reference.Finding;
import org.amts.reference.Finding.Verdict;
import org.amts.reference.ReferenceCheck;
import org.amts.reference.ReferenceReport;
import org.amts.translate.Book;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code amts check}: do the cross references of every language lead somewhere? */
@Command(
    name = "check",
    description = {
      "Checks labels, anchors, links, pictures, citations and tables of contents in every language.",
      "Fails if one is broken in a translation and not in the source."
    },
    footer = {
      "",
      "Examples:",
      "  amts check",
      "  amts check -l zh --strict",
      "  amts check --format github"
    })
final class CheckCommand implements Callable<Integer> {

  @ParentCommand private Amts amts;

  @Mixin private BookOptions options;

  @Option(
      names = "--strict",
      description = "Fail also if a reference is broken in the source itself.")
  private boolean strict;

  @Option(
      names = "--untranslated",
      description = "List references to documents that are not translated yet, too.")
  private boolean listUntranslated;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "How findings are printed: ${COMPLETION-CANDIDATES} (default: text).")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Book book = options.open();
    ReferenceReport report = ReferenceCheck.of(book, options.languages(book));
    if (json) {
      amts.console().out().println(toJson(report).toPrettyString());
    } else {
      print(book, report);
    }
    boolean fails = strict ? report.hasBroken() : report.hasBrokenTranslation();
    return (fails ? ExitCode.FAILURE : ExitCode.OK).code();
  }

  private void print(Book book, ReferenceReport report) {
    Annotations annotations = Annotations.in(book.root());
    Table table =
        new Table(
            "language",
            "documents",
            "references",
            "broken",
            "broken in source, too",
            "untranslated",
            "not checked");
    for (EditionReport edition : report.editions()) {
      boolean isSource = edition == report.editions().get(0);
      for (Finding finding : edition.findings()) {
        if (finding.verdict() != Verdict.UNTRANSLATED || listUntranslated) {
          Diagnostic diagnostic = diagnostic(finding, isSource);
          amts.console()
              .out()
              .println(format == OutputFormat.GITHUB ? annotations.of(diagnostic) : diagnostic);
        }
      }
      table.row(
          edition.language(),
          String.valueOf(edition.documents()),
          String.valueOf(edition.references()),
          String.valueOf(edition.count(Verdict.BROKEN)),
          isSource ? "" : String.valueOf(edition.count(Verdict.BROKEN_IN_SOURCE)),
          isSource ? "" : String.valueOf(edition.count(Verdict.UNTRANSLATED)),
          String.valueOf(edition.unchecked()));
    }
    for (EditionReport edition : report.editions()) {
      edition
          .absentFolders()
          .forEach(
              (folder, count) ->
                  amts.note(
                      edition.language()
                          + ": there is no folder "
                          + folder
                          + "; "
                          + count
                          + " references into it are not checked"));
    }
    table.lines().forEach(amts::note);
  }

  /** What the source has wrong itself is a warning; only a translation's own fault fails. */
  private static Diagnostic diagnostic(Finding finding, boolean isSource) {
    boolean isError = finding.verdict() == Verdict.BROKEN && !isSource;
    String where =
        switch (finding.verdict()) {
          case BROKEN -> "";
          case BROKEN_IN_SOURCE -> " (in the source, too)";
          case UNTRANSLATED -> " (not translated yet)";
        };
    return new Diagnostic(
        isError ? Severity.ERROR : Severity.WARNING,
        finding.file(),
        finding.reference().line(),
        finding.reference().kind().title()
            + " \""
            + finding.reference().target()
            + "\": "
            + finding.message()
            + where);
  }

  private static ArrayNode toJson(ReferenceReport report) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (EditionReport edition : report.editions()) {
      ObjectNode node = all.addObject();
      node.put("language", edition.language())
          .put("documents", edition.documents())
          .put("references", edition.references())
          .put("notChecked", edition.unchecked())
          .put("broken", edition.count(Verdict.BROKEN))
          .put("brokenInSourceToo", edition.count(Verdict.BROKEN_IN_SOURCE))
          .put("untranslated", edition.count(Verdict.UNTRANSLATED));
      ArrayNode findings = node.putArray("findings");
      for (Finding finding : edition.findings()) {
        findings
            .addObject()
            .put("file", finding.file())
            .put("line", finding.reference().line())
            .put("kind", finding.reference().kind().name().toLowerCase(Locale.ROOT))
            .put("target", finding.reference().target())
            .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
            .put("message", finding.message());
      }
      ObjectNode absent = node.putObject("absentFolders");
      edition.absentFolders().forEach(absent::put);
    }
    return all;
  }
}
