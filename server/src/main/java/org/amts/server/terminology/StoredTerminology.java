package org.amts.server.terminology;

/**
 * A terminology as it is kept.
 *
 * @param properties what clients are told
 * @param version which import it is; each has files of its own
 */
record StoredTerminology(TerminologyProperties properties, String version) {

  /** Where the imported file is. */
  String fileKey() {
    return key("terms." + properties.format().extension());
  }

  /** Where the report of the import is. */
  String reportKey() {
    return key("problems.json");
  }

  private String key(String file) {
    return "terminology/" + properties.name() + "/" + version + "/" + file;
  }
}
