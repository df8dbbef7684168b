package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

  @ParameterizedTest
  @CsvSource({
    "en, 'Plain words with one name, 李, in them, and a few more words'",
    "zh, '使用 `torch.nn.functional.cross_entropy` 计算损失。'",
    "ja, '損失を計算する。'",
    "ko, '손실을 계산합니다.'",
    "ru, 'Функция потерь `loss`.'",
    "en, ''"
  })
  void tellsScriptsApart(String language, String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(language);
  }
}
