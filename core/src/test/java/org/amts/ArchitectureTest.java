package org.amts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Holds the arrows between the packages of the core (see the root package's description). The rules
 * are checked by plain JUnit tests: ArchUnit's own test engine ran none of them under this build.
 */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.amts");

  @Test
  void noCycles() {
    slices().matching("org.amts.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void documentStandsAlone() {
    mayNotUse(
            "document",
            "segment",
            "align",
            "corpus",
            "engine",
            "translate",
            "evaluate",
            "reference",
            "sync")
        .check(CLASSES);
  }

  @Test
  void segmentSeesDocumentsOnly() {
    mayNotUse("segment", "align", "corpus", "engine", "translate", "evaluate", "reference", "sync")
        .check(CLASSES);
  }

  @Test
  void alignKnowsNoFilesOfPairs() {
    mayNotUse("align", "corpus", "engine", "translate", "evaluate", "reference", "sync")
        .check(CLASSES);
  }

  @Test
  void corpusKnowsNoEngine() {
    mayNotUse("corpus", "engine", "translate", "evaluate", "reference", "sync").check(CLASSES);
  }

  @Test
  void engineSeesSegmentsOnly() {
    mayNotUse("engine", "document", "align", "corpus", "translate", "evaluate", "reference", "sync")
        .check(CLASSES);
  }

  @Test
  void evaluateKnowsTextOnly() {
    mayNotUse("evaluate", "document", "segment", "align", "corpus", "engine", "translate", "sync")
        .check(CLASSES);
  }

  @Test
  void nothingUsesSync() {
    mayNotUse("translate", "evaluate", "reference", "sync").check(CLASSES);
    mayNotUse("reference", "evaluate", "sync").check(CLASSES);
  }

  private static ArchRule mayNotUse(String user, String... used) {
    String[] packages = new String[used.length];
    for (int i = 0; i < used.length; i++) {
      packages[i] = "org.amts." + used[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("org.amts." + user + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true);
  }
}
