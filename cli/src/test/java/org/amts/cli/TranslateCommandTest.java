package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With the engine and the model that come with AMTS; so nothing is said about the wording. */
class TranslateCommandTest {

  @Test
  void everyLineGivesALineWithItsCodeAndFormulas() {
    Run run =
        Run.withInput(
            "Read the `README` first.\n\nSee [the guide](a.md) for $x^2$.\n",
            "translate",
            "-",
            "--from",
            "en",
            "--to",
            "es");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(0)).contains("`README`").doesNotContain("Read the");
    assertThat(run.lines().get(1)).isEmpty();
    assertThat(run.lines().get(2)).contains("(a.md)", "$x^2$");
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    String input = "The loss is small.\nThe model learns quickly.\nStop here.\n";
    assertThat(Run.withInput(input, "translate", "-", "-f", "en", "-t", "es", "--threads", "1"))
        .isEqualTo(
            Run.withInput(input, "translate", "-", "-f", "en", "-t", "es", "--threads", "3"));
  }

  @Test
  void anUnknownPairIsNamedWithThoseThatThereAre() {
    Run run = Run.amts("translate", "-", "-f", "en", "-t", "en-XX");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("from en to en-XX", "en-es");
  }

  @Test
  void anUnknownEngineIsNamedWithThoseThatThereAre() {
    Run run = Run.amts("translate", "-", "-f", "en", "-t", "es", "--engine", "abacus");
    assertThat(run.code()).isEqualTo(ExitCode.FAILURE.code());
    assertThat(run.err()).contains("\"abacus\"", "local").doesNotContain("\tat ");
  }

  @Test
  void numbersOutOfRangeAreMistakesOfUsage() {
    assertThat(Run.amts("translate", "-", "-f", "en", "-t", "es", "--beam", "0").code())
        .isEqualTo(ExitCode.USAGE.code());
  }
}
