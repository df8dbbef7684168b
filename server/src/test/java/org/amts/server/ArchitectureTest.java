package org.amts.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the packages of the server. */
class ArchitectureTest {

  private static final String SERVER = "org.amts.server.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.amts.server");

  @Test
  void noCycles() {
    slices().matching("org.amts.server.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyHttpKnowsJetty() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.amts.server.http..", "org.amts.server.s3..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(CLASSES);
  }

  @Test
  void theProtocolKnowsNoneOfTheWork() {
    mayUseOfTheServerOnly("protocol");
  }

  @Test
  void contentKnowsDocumentsOnly() {
    mayUseOfTheServerOnly("content");
  }

  @Test
  void thePageSeesWhatClientsSee() {
    mayUseOfTheServerOnly("page", "protocol");
  }

  private static void mayUseOfTheServerOnly(String user, String... others) {
    Predicate<String> allowed = name -> name.equals(user) || Arrays.asList(others).contains(name);
    noClasses()
        .that()
        .resideInAPackage(SERVER + user + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are in other packages of the server",
                other ->
                    other.getPackageName().startsWith(SERVER)
                        && !allowed.test(other.getPackageName().substring(SERVER.length()))))
        .check(CLASSES);
  }
}
