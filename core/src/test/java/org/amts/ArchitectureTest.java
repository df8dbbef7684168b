package org.amts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the arrows between the packages of the core (see the root package's description). */
@AnalyzeClasses(packages = "org.amts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.amts.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule documentStandsAlone =
      mayNotUse("document", "segment", "align", "corpus", "engine", "translate", "evaluate");

  @ArchTest
  static final ArchRule segmentSeesDocumentsOnly =
      mayNotUse("segment", "align", "corpus", "engine", "translate", "evaluate");

  @ArchTest
  static final ArchRule alignKnowsNoFilesOfPairs =
      mayNotUse("align", "corpus", "engine", "translate", "evaluate");

  @ArchTest
  static final ArchRule corpusKnowsNoEngine =
      mayNotUse("corpus", "engine", "translate", "evaluate");

  @ArchTest
  static final ArchRule engineSeesSegmentsOnly =
      mayNotUse("engine", "document", "align", "corpus", "translate", "evaluate");

  @ArchTest
  static final ArchRule evaluateKnowsTextOnly =
      mayNotUse("evaluate", "document", "segment", "align", "corpus", "engine", "translate");

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
