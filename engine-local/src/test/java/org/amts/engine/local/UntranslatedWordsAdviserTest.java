package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

/** Words left as they are in the source, with the model that comes with AMTS. */
class UntranslatedWordsAdviserTest extends DefaultModel {

  @Test
  void translatesAnOrdinaryWord() {
    Part part = looked("The password is stored in the file.", "zh", "password存储在文件中。");
    assertThat(part.answer()).contains("密码", "文件").doesNotContain("password");
    assertThat(part.isRetried()).isTrue();
  }

  @Test
  void leavesAWordWhoseTranslationIsFarLessLikely() {
    String answer = "安装 numpy。";
    assertThat(looked("Install numpy.", "zh", answer).answer()).isEqualTo(answer);
  }

  @Test
  void leavesAWordWhoseTranslationMeansSomethingElse() {
    String answer = "事实上，数据集中有“hotdog”类。";
    assertThat(
            looked("In fact, there is a \"hotdog\" class in the dataset.", "zh", answer).answer())
        .isEqualTo(answer);
  }

  @Test
  void leavesAWordThatOtherLatinLettersWouldReplace() {
    String answer = "使用 softmax 函数。";
    assertThat(looked("Use the softmax function.", "zh", answer).answer()).isEqualTo(answer);
  }

  @Test
  void leavesATranslationInTheSameScript() {
    String answer = "El hospital necesita una password.";
    assertThat(looked("The hospital needs a password.", "es", answer).answer()).isEqualTo(answer);
  }

  private static Part looked(String text, String target, String answer) {
    ModelInput input = model.codec().encode(text, target).orElseThrow();
    Part part = new Part(input, Guidance.NONE);
    part.settle(answer, new Hypothesis(model.codec().translation(input, answer), true), false);
    new UntranslatedWordsAdviser(Adviser.NONE, model, decoder, "en")
        .revise(List.of(new Adviser.Decoded(Segment.of(text), part)));
    return part;
  }
}
