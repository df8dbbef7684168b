package org.amts.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code amts --version} prints: the version in the manifest of the jar. */
final class Version implements IVersionProvider {

  /** The version of this build; "development" outside a jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "amts " + number(),
      "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
    };
  }
}
