package org.amts.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairFiltersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The net has 1,000 weights.             | 该网络有1000个权重。
          The net has 1,000 weights.             | 该网络有１０００个权重。
          About 2.5 million images               | 大约250万张图像
          Two of the three layers                | 3层中的2层
          Released on October 2, 2023            | 发布于2023年10月2日
          It takes 7.0 seconds.                  | 需要7秒。
          Since the 1990s and in the 1880s       | 自上世纪90年代以来，和19世纪80年代
          Use `x[0]` with $y = 3$ here.          | 在这里把`x[0]`和$y=3$一起用。
          See :numref:`fig_a` and :ref:`the loss <loss>`. | 参见:numref:`fig_a`和:ref:`损失 <loss>`。
          See [the guide](en/guide.md).          | 参见[指南](zh/guide.md)。
          5. Train the model                     | 6.训练模型
          ResNet50 was used.                     | 我们用了残差网络。
          GPU                                    | 显卡
          """)
  void goodChinesePairsAreKept(String source, String target) {
    assertThat(reasonFor("zh", source, target)).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          There are 12,500 pictures.             | Hay 12 500 imágenes.
          There are 12,500 pictures.             | Hay 12.500 imágenes.
          There are 12,500 pictures.             | Hay 12\u00A0500 imágenes.
          The third layer has one unit.          | La 3.ª capa tiene 1 unidad.
          From 1:00 PM to 1:30 PM                | De 13:00 a 13:30
          The rate is $0.5$ at first.            | La tasa es $0,5$ al principio.
          Between pages 18-20                    | Entre las páginas 18 y 20
          Don&#39;t stop training.               | No detenga el entrenamiento.
          Visual Studio Code                     | Código de Visual Studio
          """)
  void goodSpanishPairsAreKept(String source, String target) {
    assertThat(reasonFor("es", source, target)).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          numbers differ      | The net has 1,000 weights.  | 该网络有2000个权重。
          numbers differ      | It began in the 1990s.      | 它始于20世纪80年代。
          numbers differ      | Version 4.6.2 is needed.    | 需要版本4.7.2。
          numbers differ      | Wait for it to finish.      | 等它结束，默认值是3600。
          placeholders differ | Call `fit` now.             | 现在调用`predict`。
          placeholders differ | Call `fit` now.             | 现在调用它。
          placeholders differ | Let $x$ be a vector.        | 设$y$为向量。
          placeholders differ | See ⟦0⟧ and ⟦1⟧ below.      | 参见下面的⟦0⟧。
          wrong language      | The loss falls.             | The loss drops.
          wrong language      | 损失下降了。                  | 损失降低了。
          wrong language      | The loss falls.             | 損失がだんだんへってゆくのです。
          identical           | TensorFlow 2.0!             | tensorflow 2.0
          length ratio        | Yes, it does.               | 我们在本章中将从零开始一步一步地实现整个训练过程，然后再用框架的高级接口把它重写一遍，并比较两者。
          no letters          | $x + y$                     | $x + y$ …
          """)
  void badPairsAreDroppedWithTheirReason(String reason, String source, String target) {
    assertThat(reasonFor("zh", source, target)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Call `fit` now.     | 现在调用`predict`。 | only in the source: `fit`; only in the target: `predict`
          Call `fit` now.     | 现在调用它。        | only in the source: `fit`
          Call it now.        | 现在调用`fit`。     | only in the target: `fit`
          It has 20 layers.   | 它有层。            | only in the source: 20
          """)
  void onlySidesThatHaveSomethingAreNamed(String source, String target, String detail) {
    FilterReport report =
        PairFilters.applyUsual(
            new ParallelData("en", "zh", List.of(new ParallelPair(source, target))));
    assertThat(report.dropped()).extracting(DroppedPair::detail).containsExactly(detail);
  }

  @Test
  void languagesOfOneScriptAreToldByTheirFunctionWords() {
    assertThat(reasonFor("es", "This is the loss of the net.", "The loss that is in the net."))
        .isEqualTo("wrong language");
    assertThat(reasonFor("es", "La pérdida de la red en el lote.", "La pérdida es de la red."))
        .isEqualTo("wrong language");
    assertThat(reasonFor("fr", "This is the loss of the net.", "Voici la perte du réseau."))
        .isEqualTo("kept");
  }

  @Test
  void emptyAndLongTextsAreDropped() {
    assertThat(reasonFor("zh", "a", "")).isEqualTo("empty or too long");
    assertThat(reasonFor("zh", "a", "字".repeat(334))).isEqualTo("empty or too long");
  }

  @Test
  void lastGoodPairOfASourceIsKept() {
    ParallelData data =
        new ParallelData(
            "en",
            "zh",
            List.of(
                new ParallelPair("The loss falls.", "损失在下降。"),
                new ParallelPair("The loss rises.", "损失在上升。"),
                new ParallelPair("The loss falls.", "损失下降了。"),
                new ParallelPair("The loss falls.", "The loss drops.")));
    FilterReport report = PairFilters.applyUsual(data);
    assertThat(report.kept().pairs()).isEqualTo(data.pairs().subList(1, 3));
    assertThat(report.counts()).isEqualTo(Map.of("duplicate", 1, "wrong language", 1));
    assertThat(report.dropped()).extracting(DroppedPair::index).containsExactly(0, 3);
  }

  @Test
  void whatIsLeftAsItIsEverywhereIsKeptOnce() {
    List<ParallelPair> pairs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pairs.add(
          new ParallelPair(
              "[Discussions](http://a/%d)".formatted(i),
              "[Discussions](http://b/%d)".formatted(i)));
      pairs.add(new ParallelPair("Summary", i == 3 ? "小结" : "Summary"));
      pairs.add(new ParallelPair("All of this was forgotten.", "All of this was forgotten."));
      pairs.add(new ParallelPair("`x` is 1", "`x` is 1"));
      if (i > 0) {
        pairs.add(new ParallelPair("TensorFlow", "TensorFlow"));
      }
    }
    FilterReport report = PairFilters.applyUsual(new ParallelData("en", "zh", pairs));
    assertThat(report.kept().pairs())
        .containsExactly(
            new ParallelPair("Summary", "小结"),
            new ParallelPair("[Discussions](http://a/4)", "[Discussions](http://a/4)"));
    assertThat(report.counts()).isEqualTo(Map.of("duplicate", 4, "identical", 18));
  }

  @Test
  void everyPairIsKeptOrDropped() {
    ParallelData data =
        new ParallelData(
            "en", "es", List.of(new ParallelPair("a b", "c d"), new ParallelPair("", "")));
    FilterReport report = PairFilters.applyUsual(data);
    assertThat(report.kept().pairs().size() + report.dropped().size()).isEqualTo(2);
    assertThat(PairFilters.apply(data, List.of()).dropped()).isEmpty();
  }

  @Test
  void numbersAreReadAlikeUnderTurkishLocale() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(reasonFor("zh", "SIX LAYERS", "6层")).isEqualTo("kept");
      assertThat(reasonFor("zh", "INTEGER I", "integer i")).isEqualTo("identical");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void pathologicalTextsTakeLittleTime() {
    for (String piece :
        List.of("`", "$", "$ ", "[](", "](a", "<a", ":a:`", "1,", "9", "⟦1", "http://", "&a")) {
      String text = piece.repeat(1000 / piece.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> reasonFor("zh", text, text + "字"), "piece " + piece);
    }
  }

  private static String reasonFor(String language, String source, String target) {
    FilterReport report =
        PairFilters.applyUsual(
            new ParallelData("en", language, List.of(new ParallelPair(source, target))));
    return report.dropped().isEmpty() ? "kept" : report.dropped().get(0).reason();
  }
}
