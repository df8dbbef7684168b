package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialCapitalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Deep learning use cases | casos de uso | Casos de uso",
        "**Use** it | **use** esto | **Use** esto",
        "What is it? | ¿qué es? | ¿Qué es?",
        "\"Is\" | «es» | «Es»",
        "Every pandas frame | pandas tiene | pandas tiene",
        "use cases | casos | casos",
        "⟦0⟧ Overview | resumen ⟦0⟧ | resumen ⟦0⟧",
        "Overview | ⟦0⟧ resumen | ⟦0⟧ resumen",
        "Overview | 3 casos | 3 casos",
        "Overview | 概览 | 概览",
        "概览 | overview | overview",
        "Overview | ... | ...",
      })
  void beginsAsTheSourceDoes(String source, String translation, String expected) {
    assertThat(InitialCapital.repair(source, false, translation)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "微积分 | calculus | Calculus",
        "**预热** | **warmup** | **Warmup**",
        "softmax回归 | softmax regression | softmax regression",
        "use cases | casos | casos",
        "⟦0⟧的定义 | definition of ⟦0⟧ | definition of ⟦0⟧",
      })
  void headingsInScriptsWithoutCapitalsGetOne(String source, String translation, String expected) {
    assertThat(InitialCapital.repair(source, true, translation)).isEqualTo(expected);
  }
}
