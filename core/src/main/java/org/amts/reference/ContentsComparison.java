package org.amts.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amts.reference.Finding.Verdict;
import org.amts.translate.BookDocument;

/**
 * Compares the tables of contents of a translation with those of its source: a chapter that exists
 * and is not listed is one that no reader finds.
 */
final class ContentsComparison {

  private ContentsComparison() {}

  /**
   * The translated documents that a table of contents lacks, each as a finding at the table's first
   * line.
   *
   * @param documents the documents of the book and where their translations lie
   */
  static List<Finding> find(
      Edition source,
      Resolver inSource,
      Edition translation,
      Resolver inTranslation,
      List<BookDocument> documents) {
    Set<Path> listed = new HashSet<>();
    for (BookDocument document : documents) {
      DocumentReferences translated = translation.documents().get(document.translation());
      if (translated != null) {
        listed.addAll(listedBy(translated, inTranslation));
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (BookDocument table : documents) {
      DocumentReferences original = source.documents().get(table.source());
      DocumentReferences translated = translation.documents().get(table.translation());
      if (original == null || translated == null) {
        continue;
      }
      Set<Path> listedBySource = listedBy(original, inSource);
      translated.references().stream()
          .filter(reference -> reference.kind() == ReferenceKind.CONTENTS)
          .findFirst()
          .ifPresent(
              first -> {
                for (BookDocument chapter : documents) {
                  if (listedBySource.contains(chapter.source())
                      && translation.documents().containsKey(chapter.translation())
                      && !listed.contains(chapter.translation())) {
                    findings.add(
                        new Finding(
                            translation.language(),
                            translated.name(),
                            new Reference(
                                ReferenceKind.CONTENTS, chapter.translationName(), first.line()),
                            Verdict.BROKEN,
                            "is not listed here, and " + original.name() + " lists its source"));
                  }
                }
              });
    }
    return findings;
  }

  private static Set<Path> listedBy(DocumentReferences table, Resolver resolver) {
    Set<Path> listed = new HashSet<>();
    for (Reference reference : table.references()) {
      Path file =
          reference.kind() == ReferenceKind.CONTENTS ? resolver.file(table, reference) : null;
      if (file != null) {
        listed.add(file);
      }
    }
    return listed;
  }
}
