package org.amts.reference;

import java.util.List;
import java.util.Map;

/**
 * What the check of one language found.
 *
 * @param language the language
 * @param documents documents that were read
 * @param references references in them
 * @param unchecked references that the files of the book cannot decide on
 * @param findings the broken ones, by file and line
 * @param absentFolders folders that are missing as a whole, by name, and how many references lead
 *     into each: pictures that are kept elsewhere, most often
 */
public record EditionReport(
    String language,
    int documents,
    int references,
    int unchecked,
    List<Finding> findings,
    Map<String, Integer> absentFolders) {

  /** Copies the collections. */
  public EditionReport {
    findings = List.copyOf(findings);
    absentFolders = Map.copyOf(absentFolders);
  }

  /** How many findings have a verdict. */
  public long count(Finding.Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
