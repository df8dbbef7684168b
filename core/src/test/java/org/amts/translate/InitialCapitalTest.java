package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialCapitalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | Deep learning use cases | casos de uso | Casos de uso",
        "false | **Use** it | **use** esto | **Use** esto",
        "false | What is it? | ¿qué es? | ¿Qué es?",
        "false | \"Is\" | «es» | «Es»",
        "false | Every pandas frame | pandas tiene | pandas tiene",
        "false | use cases | casos | casos",
        "false | ⟦0⟧ Overview | resumen ⟦0⟧ | resumen ⟦0⟧",
        "false | Overview | ⟦0⟧ resumen | ⟦0⟧ resumen",
        "false | Overview | 3 casos | 3 casos",
        "false | Overview | 概览 | 概览",
        "false | 概览 | overview | overview",
        "false | Overview | ... | ...",
        "true | 微积分 | calculus | Calculus",
        "true | **预热** | **warmup** | **Warmup**",
        "true | softmax回归 | softmax regression | softmax regression",
        "true | use cases | casos | casos",
        "true | ⟦0⟧的定义 | definition of ⟦0⟧ | definition of ⟦0⟧",
      })
  void beginsAsTheSourceDoesOrAsAHeading(
      boolean isHeading, String source, String translation, String expected) {
    assertThat(InitialCapital.repair(source, isHeading, translation)).isEqualTo(expected);
  }
}
