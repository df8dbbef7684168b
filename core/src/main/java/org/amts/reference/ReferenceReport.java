package org.amts.reference;

import java.util.List;
import org.amts.reference.Finding.Verdict;

/**
 * What a check found.
 *
 * @param editions the source first, then each translation
 */
public record ReferenceReport(List<EditionReport> editions) {

  /** Copies the list. */
  public ReferenceReport {
    editions = List.copyOf(editions);
  }

  /** Whether a translation has a broken reference where its source has none. */
  public boolean hasBrokenTranslation() {
    return editions.stream().skip(1).anyMatch(edition -> edition.count(Verdict.BROKEN) > 0);
  }

  /** Whether any reference is broken, in the source or elsewhere. */
  public boolean hasBroken() {
    return editions.stream()
        .anyMatch(
            edition -> edition.count(Verdict.BROKEN) + edition.count(Verdict.BROKEN_IN_SOURCE) > 0);
  }
}
