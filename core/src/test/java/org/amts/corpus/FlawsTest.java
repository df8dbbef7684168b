package org.amts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlawsTest {

  private final Flaws inSpanish = new Flaws("es");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It has 400000 words.|Tiene 40000 palabras.",
        "It has words in ⟦0⟧.|Tiene palabras palabras en ⟦0⟧.",
        "In and out of it.|Dentro y fuera y fuera.",
        "The _process_ ends.|El proceso termina.",
        "It ends (late).|Termina (tarde.",
        "It \"ends\".|Se \"acaba.",
        "A chair.|Una 椅.",
        "It is in ⟦0⟧.|Está en el texto.⟦0⟧",
        "It is in `a`.|Está en el texto.`a`",
      })
  void seesWhatIsWrong(String text, String answer) {
    assertThat(inSpanish.in(text, answer)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It has two words.|Tiene 2 palabras.",
        "It has 1,000 words.|Tiene 1000 palabras.",
        "It has, it has ⟦12⟧ words.|Tiene ⟦12⟧, ⟦12⟧ palabras.",
        "The that that is there.|El que que está allí.",
        "The * and the *process*.|El * y el *proceso*.",
        "1) It ends.|1) Termina.",
        "~33 GB/s|unos 33 GB/s",
        "It is.⟦0⟧|Es.⟦0⟧",
        "See [the text]⟦0⟧.|Vea [el texto]⟦0⟧.",
        "See [it](a_b.md) in `2*3`.|Véalo en `2*3`: [aquí](a_c.md).",
      })
  void leavesAloneWhatIsRight(String text, String answer) {
    assertThat(inSpanish.in(text, answer)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(inSpanish.in("It has *250* words.", "Tiene 25 palabras palabras 椅."))
        .containsExactly(
            "numbers differ (only in the source: 250; only in the target: 25)",
            "said twice: palabras palabras",
            "emphasis differs",
            "not translated: 椅");
  }

  @Test
  @Timeout(10)
  void looksAtLongTextsWithoutStrugglingThroughThem() {
    for (String part : List.of("word ", "a", "词", "词 ", "(", "⟦0⟧ ", "*_", "12 ", "ab cd. ⟦1⟧")) {
      String text = part.repeat(20_000);
      assertThat(inSpanish.in(text, text.substring(part.length()))).isNotNull();
    }
  }

  @Test
  void expectsIdeographsInChinese() {
    Flaws inChinese = new Flaws("zh");
    assertThat(inChinese.in("50 new examples.", "50个新样本。")).isEmpty();
    assertThat(inChinese.in("A new network.", "一个网络网络。")).hasSize(1);
    assertThat(inChinese.in("Select **OK**.", "选择“确定”。")).isEmpty();
    assertThat(inChinese.in("Select **OK**.", "选择“确定。")).hasSize(2);
    assertThat(inChinese.in("The first 3 pairs.", "前 3 对前 3 对。")).hasSize(1);
    assertThat(inChinese.in("⟦0⟧ and ⟦1⟧ of it", "它的⟦0⟧和它的⟦1⟧和")).isEmpty();
    assertThat(inChinese.in("A *pair* (two).", "一对*（两个）（两个）。")).hasSize(2);
  }
}
