package org.amts.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.amts.reference.Finding.Verdict;
import org.amts.reference.Outcome.State;
import org.amts.translate.Book;
import org.amts.translate.BookDocument;
import org.jspecify.annotations.Nullable;

/**
 * Checks the cross references of a book in every language. What is broken in a translation and not
 * in its source is told apart from what the source has wrong itself.
 *
 * <pre>{@code
 * ReferenceReport report = ReferenceCheck.of(book, List.of("zh", "es"));
 * }</pre>
 */
public final class ReferenceCheck {

  /** So many references into a folder that is not there mean that it is kept elsewhere. */
  private static final int FEWEST_INTO_ABSENT_FOLDER = 5;

  private final Book book;
  private final BookFiles files;
  private final Map<String, List<BookDocument>> documents = new HashMap<>();
  private final Set<Path> claimed = new HashSet<>();

  private ReferenceCheck(Book book) {
    this.book = book;
    this.files = new BookFiles(book.root());
    for (String language : book.settings().targets().keySet()) {
      List<BookDocument> all = book.documents(language);
      documents.put(language, all);
      for (BookDocument document : all) {
        claimed.add(document.source());
        claimed.add(document.translation());
      }
    }
  }

  /**
   * Checks a book.
   *
   * @param book the book
   * @param languages target languages to check; the source is always checked
   * @return a report for the source and one for each language, in their order
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  public static ReferenceReport of(Book book, List<String> languages) {
    return new ReferenceCheck(book).run(languages);
  }

  private ReferenceReport run(List<String> languages) {
    List<BookDocument> any = documents.values().iterator().next();
    List<Path> sources = any.stream().map(BookDocument::source).toList();
    Edition source =
        Edition.read(book.settings().source(), book.root(), sources, claimed, book.root());
    List<Edition> translations = new ArrayList<>();
    for (String language : languages) {
      List<Path> places = all(language).stream().map(BookDocument::translation).toList();
      Path shared =
          Edition.commonFolder(
              List.of(source.folder().resolve("x"), commonOf(places).resolve("x")), book.root());
      Path last = below(shared, commonOf(places));
      translations.add(Edition.read(language, book.root(), places, claimed, last));
    }
    Set<String> siteLinks = new HashSet<>();
    collectSiteLinks(source, siteLinks);
    translations.forEach(edition -> collectSiteLinks(edition, siteLinks));
    SitePaths sourceSite = SitePaths.of(source, siteLinks, true);
    Resolver inSource =
        new Resolver(source, source, book.root(), files, List.of(sourceSite), Map.of());
    List<EditionReport> reports = new ArrayList<>();
    reports.add(report(source, inSource, null, source));
    for (Edition edition : translations) {
      SitePaths site = SitePaths.of(edition, siteLinks, false);
      Resolver resolver =
          new Resolver(
              edition,
              source,
              book.root(),
              files,
              List.of(site, sourceSite),
              untranslated(edition));
      reports.add(report(edition, resolver, inSource, source));
    }
    return new ReferenceReport(reports);
  }

  private List<BookDocument> all(String language) {
    return documents.getOrDefault(language, List.of());
  }

  private Path commonOf(List<Path> places) {
    return Edition.commonFolder(places, book.root());
  }

  /**
   * The folder on the way from {@code above} to {@code folder} that lies right below the former.
   */
  private static Path below(Path above, Path folder) {
    Path at = folder;
    while (!at.equals(above) && at.getParent() != null && !at.getParent().equals(above)) {
      at = at.getParent();
    }
    return at;
  }

  private static void collectSiteLinks(Edition edition, Set<String> links) {
    for (DocumentReferences document : edition.documents().values()) {
      for (Reference reference : document.references()) {
        if (reference.kind() == ReferenceKind.LINK && reference.target().startsWith("/")) {
          links.add(LinkTarget.of(reference.target()).path());
        }
      }
    }
  }

  private Map<Path, String> untranslated(Edition edition) {
    Map<Path, String> missing = new HashMap<>();
    for (BookDocument document : all(edition.language())) {
      if (!edition.documents().containsKey(document.translation())) {
        missing.put(document.translation(), document.name());
      }
    }
    return missing;
  }

  /** Checks one edition; {@code inSource} is null for the source itself. */
  private EditionReport report(
      Edition edition, Resolver resolver, @Nullable Resolver inSource, Edition source) {
    Map<Path, Path> sourceOf = new HashMap<>();
    if (inSource != null) {
      all(edition.language())
          .forEach(document -> sourceOf.put(document.translation(), document.source()));
    }
    List<DocumentReferences> all = new ArrayList<>(edition.documents().values());
    all.addAll(edition.contents());
    List<Checked> broken = new ArrayList<>();
    int references = 0;
    int unchecked = 0;
    Set<Path> listed = new HashSet<>();
    for (DocumentReferences document : all) {
      Path sourceFile = sourceOf.get(document.file());
      DocumentReferences original = sourceFile == null ? null : source.documents().get(sourceFile);
      for (Reference reference : document.references()) {
        references++;
        Outcome outcome = resolver.resolve(document, reference);
        if (outcome.state() == State.UNCHECKED) {
          unchecked++;
        } else if (outcome.state() != State.RESOLVED) {
          Outcome there =
              original == null || inSource == null
                  ? null
                  : counterpart(original, reference, inSource);
          broken.add(new Checked(document, reference, outcome, there));
        }
      }
    }
    Map<Path, Integer> intoAbsent = new HashMap<>();
    broken.stream()
        .filter(Checked::mayBeKeptElsewhere)
        .forEach(checked -> intoAbsent.merge(checked.outcome.absentFolder(), 1, Integer::sum));
    intoAbsent.values().removeIf(count -> count < FEWEST_INTO_ABSENT_FOLDER);
    List<Finding> findings = new ArrayList<>();
    for (Checked checked : broken) {
      boolean isKeptElsewhere =
          checked.mayBeKeptElsewhere() && intoAbsent.containsKey(checked.outcome.absentFolder());
      boolean isUndecided =
          checked.reference.kind() == ReferenceKind.LINK_NAME && checked.inSource == null;
      if (isKeptElsewhere || isUndecided) {
        unchecked++;
      } else {
        findings.add(checked.finding(edition.language()));
      }
    }
    if (inSource != null) {
      findings.addAll(
          ContentsComparison.find(source, inSource, edition, resolver, all(edition.language())));
    }
    findings.sort(
        Comparator.comparing(Finding::file).thenComparing(finding -> finding.reference().line()));
    Map<String, Integer> absent = new TreeMap<>();
    intoAbsent.forEach((folder, count) -> absent.put(shown(folder), count));
    return new EditionReport(
        edition.language(), edition.documents().size(), references, unchecked, findings, absent);
  }

  /** Where the same reference leads in the source document; null if it has none. */
  private static @Nullable Outcome counterpart(
      DocumentReferences original, Reference reference, Resolver inSource) {
    for (Reference candidate : original.references()) {
      if (candidate.kind() == reference.kind() && candidate.target().equals(reference.target())) {
        return inSource.resolve(original, candidate);
      }
    }
    return null;
  }

  private String shown(Path folder) {
    Path path = folder.startsWith(book.root()) ? book.root().relativize(folder) : folder;
    return path.toString().replace('\\', '/');
  }

  /**
   * A reference that does not lead anywhere.
   *
   * @param inSource where the same reference of the source document leads; null if there is none
   */
  private record Checked(
      DocumentReferences document,
      Reference reference,
      Outcome outcome,
      @Nullable Outcome inSource) {

    boolean mayBeKeptElsewhere() {
      return outcome.absentFolder() != null
          && (inSource == null || inSource.state() == State.BROKEN);
    }

    Finding finding(String language) {
      Verdict verdict = Verdict.BROKEN;
      if (outcome.state() == State.UNTRANSLATED) {
        verdict = Verdict.UNTRANSLATED;
      } else if (inSource != null && inSource.state() == State.BROKEN) {
        verdict = Verdict.BROKEN_IN_SOURCE;
      }
      return new Finding(language, document.name(), reference, verdict, outcome.message());
    }
  }
}
