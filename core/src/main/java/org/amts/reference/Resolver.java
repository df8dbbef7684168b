package org.amts.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.amts.document.DocumentFormats;
import org.jspecify.annotations.Nullable;

/** Tells where the references of one edition lead. Safe for use by many threads. */
final class Resolver {

  private final Edition edition;
  private final Edition source;
  private final Path root;
  private final BookFiles files;
  private final List<SitePaths> sites;
  private final Map<Path, String> untranslated;
  private final Map<Path, DocumentReferences> elsewhere = new ConcurrentHashMap<>();

  /**
   * @param edition whose references
   * @param source the source's edition, which may be the same
   * @param root the book's root
   * @param files finds files
   * @param sites where editions are published, the source's last
   * @param untranslated the translations that do not exist, with the names of their sources
   */
  Resolver(
      Edition edition,
      Edition source,
      Path root,
      BookFiles files,
      List<SitePaths> sites,
      Map<Path, String> untranslated) {
    this.edition = edition;
    this.source = source;
    this.root = root;
    this.files = files;
    this.sites = List.copyOf(sites);
    this.untranslated = Map.copyOf(untranslated);
  }

  Outcome resolve(DocumentReferences from, Reference reference) {
    return switch (reference.kind()) {
      case LABEL -> label(reference.target());
      case CITATION -> citation(reference.target());
      case FOOTNOTE ->
          name(from, reference, "there is no footnote [" + reference.target() + "]: here");
      case LINK_NAME ->
          name(from, reference, "there is no definition [" + reference.target() + "]: … here");
      case LINK, IMAGE, CONTENTS -> address(from, reference);
    };
  }

  private Outcome label(String label) {
    // Sphinx takes section titles for labels where it is told to, {ref}`file:Title`.
    if (edition.defining(label) != null || label.indexOf(' ') >= 0 || label.indexOf(':') > 0) {
      return edition.defining(label) != null ? Outcome.RESOLVED : Outcome.UNCHECKED;
    }
    DocumentReferences inSource = source.defining(label);
    if (inSource == null || edition == source) {
      return Outcome.broken("no document defines the label \"" + label + "\"");
    }
    String place = inSource.name() + ":" + inSource.labels().get(ReferenceReader.normalized(label));
    return untranslated.containsValue(inSource.name())
        ? Outcome.untranslated("the label \"" + label + "\" is defined in " + place)
        : Outcome.broken(
            "no document of this language defines the label \"" + label + "\"; " + place + " does");
  }

  private Outcome citation(String key) {
    Set<String> keys = edition.bibliography();
    if (keys.isEmpty() || keys.contains(key)) {
      return keys.isEmpty() ? Outcome.UNCHECKED : Outcome.RESOLVED;
    }
    return Outcome.broken("the bibliography has no entry \"" + key + "\"");
  }

  private static Outcome name(DocumentReferences from, Reference reference, String message) {
    return from.names().contains(reference.target()) ? Outcome.RESOLVED : Outcome.broken(message);
  }

  private Outcome address(DocumentReferences from, Reference reference) {
    LinkTarget target = LinkTarget.of(reference.target());
    if (target.path().isEmpty()) {
      return anchor(from, target.anchor());
    }
    if (target.path().equals(reference.target()) && edition.defining(target.path()) != null) {
      return Outcome.RESOLVED; // MyST: a label as the target of a link
    }
    Path found = file(from, reference);
    if (found != null) {
      return inFile(found, target.anchor());
    }
    if (target.path().startsWith("/")) {
      return published(target);
    }
    List<Path> candidates = files.candidates(from.file(), edition.folder(), target.path());
    for (Path candidate : candidates) {
      for (Path form : files.forms(candidate)) {
        if (untranslated.containsKey(form)) {
          return Outcome.untranslated(untranslated.get(form) + " is not translated");
        }
      }
    }
    if (candidates.isEmpty()) {
      return Outcome.broken("\"" + target.path() + "\" is no path");
    }
    Path missing = candidates.get(0);
    return new Outcome(
        Outcome.State.BROKEN, "there is no file " + shown(missing), files.absentFolder(missing));
  }

  /** The file that a reference leads to; null if there is none. */
  @Nullable Path file(DocumentReferences from, Reference reference) {
    String path = LinkTarget.of(reference.target()).path();
    for (Path candidate : files.candidates(from.file(), edition.folder(), path)) {
      Path found = files.find(candidate);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** A link with a leading slash, to a page of the site. */
  private Outcome published(LinkTarget target) {
    for (SitePaths site : sites) {
      String page = site.pageOf(target.path());
      if (page == null) {
        continue;
      }
      DocumentReferences document = site.document(page);
      if (document != null) {
        return anchor(document, target.anchor());
      }
      SitePaths sourceSite = sites.get(sites.size() - 1);
      DocumentReferences inSource = site == sourceSite ? null : sourceSite.document(page);
      if (inSource != null) {
        return Outcome.untranslated(inSource.name() + " is not translated");
      }
      return Outcome.UNCHECKED; // a page that the site makes or redirects
    }
    return Outcome.UNCHECKED;
  }

  private Outcome inFile(Path file, String anchor) {
    if (anchor.isEmpty()) {
      return Outcome.RESOLVED;
    }
    DocumentReferences document = documentAt(file);
    return document == null ? Outcome.RESOLVED : anchor(document, anchor);
  }

  private @Nullable DocumentReferences documentAt(Path file) {
    DocumentReferences known = edition.at(file);
    if (known == null) {
      known = source.at(file);
    }
    boolean isDocument =
        DocumentFormats.forFileName(file.toString()).isPresent()
            && !file.toString().endsWith(".txt")
            && Files.isRegularFile(file);
    if (known != null || !isDocument) {
      return known;
    }
    return elsewhere.computeIfAbsent(file, path -> Edition.read(path, root));
  }

  private Outcome anchor(DocumentReferences document, String anchor) {
    boolean isMade = // by a browser, or by the builder for tabs and the like
        anchor.isEmpty()
            || anchor.equals("top")
            || anchor.startsWith(":~:")
            || anchor.indexOf('/') >= 0
            || anchor.indexOf('=') >= 0
            || document.anchors().contains(HeadingAnchors.filledIn(anchor));
    if (isMade || document.anchors().contains(anchor) || edition.defining(anchor) != null) {
      return Outcome.RESOLVED;
    }
    return Outcome.broken(document.name() + " has no place #" + anchor);
  }

  private String shown(Path file) {
    return (file.startsWith(root) ? root.relativize(file) : file).toString().replace('\\', '/');
  }
}
