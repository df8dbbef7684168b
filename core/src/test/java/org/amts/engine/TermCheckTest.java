package org.amts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh|学习率|设学习率。|''",
        "zh|学习率,学习|设学习率。|学习",
        "zh|学习率,学习|学习中设学习率。|''",
        "zh|GPU 内存|使用GPU内存|''",
        "zh|token|tokens|token",
        "zh|词元,词元|一个词元。|词元",
        "es|red neuronal|Las redes neuronales profundas|''",
        "es|red neuronal|una red profunda neuronal|red neuronal",
        "es|tasa de aprendizaje|La Tasa de aprendizaje|''",
        "es|luz|dos luces|''",
        "es|función|funciones|''",
        "es|Python|python|Python",
        "es|modelo|modelado|modelo",
        "en|batch|batches of data|''",
        "en|class|classes|''",
        "en|library|libraries|''",
        "en|rate|rated|rate",
        "en|GPU|GPUs|GPU",
        "en|0|⟦0⟧|0",
        "zh|暂退法|''|暂退法"
      })
  void countsTermsInTheFormThatTheLanguageAllows(
      String language, String terms, String answer, String missing) {
    List<TermEntry> wanted =
        Arrays.stream(terms.split(",")).map(term -> new TermEntry("x", term)).toList();
    assertThat(
            new TermCheck(language)
                .missing(wanted, answer).stream()
                    .map(TermEntry::target)
                    .collect(Collectors.joining(",")))
        .isEqualTo(missing);
  }

  @Test
  void twoTermsWithOneTranslationNeedItTwice() {
    TermEntry one = new TermEntry("minibatch", "小批量");
    TermEntry other = new TermEntry("small batch", "小批量");
    assertThat(new TermCheck("zh").missing(List.of(one, other), "小批量")).containsExactly(other);
  }
}
