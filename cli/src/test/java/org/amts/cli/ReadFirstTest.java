package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.amts.engine.QualityEstimator.Doubt;
import org.junit.jupiter.api.Test;

class ReadFirstTest {

  @Test
  void aPullRequestSaysWhereToLook() {
    ReadFirst found = new ReadFirst(7, List.of(sentence("See `a` and ``b``.", "Vea `a`.")), true);
    assertThat(found.markdown())
        .isEqualTo(
            """

            To be read first (flaws, and *words* that seem lost or mistranslated):

            - `es/a.md:3` `emphasis differs`; *word*: ``` See `a` and ``b``. ``` → `` Vea `a`. ``
            """);
    assertThat(found.doubtful().get(0).heading())
        .isEqualTo("es/a.md:3: emphasis differs; \"word\" (21)");
  }

  @Test
  void nothingInDoubtIsNothingToSay() {
    assertThat(new ReadFirst(7, List.of(), true).markdown()).isEmpty();
  }

  @Test
  void aPullRequestHasALimit() {
    List<ReadFirst.Sentence> many =
        Collections.nCopies(1000, sentence("x".repeat(5000), "y".repeat(5000)));
    assertThat(new ReadFirst(1000, many, true).markdown())
        .hasSizeLessThan(20_000)
        .contains("x…` →")
        .endsWith("- and 980 more: `amts review`\n");
  }

  private static ReadFirst.Sentence sentence(String source, String target) {
    return new ReadFirst.Sentence(
        "es/a.md",
        new LockedTexts.Texts(source, target, 3),
        List.of("emphasis differs"),
        Optional.of(new Doubt("word", 21.3)));
  }
}
