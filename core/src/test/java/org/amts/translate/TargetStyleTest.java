package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.amts.document.DocumentFormats;
import org.amts.engine.FixedTerms;
import org.amts.engine.TermEntry;
import org.amts.engine.Translation;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.translate.typography.TypographySettings;
import org.junit.jupiter.api.Test;

class TargetStyleTest {

  @Test
  void typesetsChinese() {
    assertThat(finish(TargetStyle.usual("zh"), "We use `x`, it is fast.", "我们使用 ⟦0⟧, 它很快."))
        .isEqualTo("我们使用`x`，它很快。");
  }

  @Test
  void repairsEmphasis() {
    assertThat(finish(TargetStyle.usual("zh"), "The *source* and the *target*.", "*源*和*目标*是*。"))
        .isEqualTo("源和目标是。");
  }

  @Test
  void beginsWithACapitalUnlessAPersonWroteIt() {
    TargetStyle style = TargetStyle.usual("es");
    assertThat(finish(style, "Use cases.", "casos de uso.")).isEqualTo("Casos de uso.");
    Translation known = new Translation("casos de uso.", Translation.Outcome.MATCHED);
    assertThat(style.finish(document("Use cases."), Map.of(0, known)))
        .containsValue("casos de uso.");
  }

  @Test
  void separatesFormulasFromWords() {
    TargetStyle style = TargetStyle.usual("en");
    assertThat(finish(style, "事件$S$独立。", "The events⟦0⟧ are independent."))
        .isEqualTo("The events $S$ are independent.");
    assertThat(finish(style, "The $i$th and x$j$.", "The ⟦0⟧th and x⟦1⟧."))
        .isEqualTo("The $i$th and x$j$.");
  }

  @Test
  void separatesWordsThatAreNotToBeTranslatedFromOthers() {
    TargetStyle style =
        new TargetStyle(
            new FixedTerms(List.of(new TermEntry("GPU", "GPU"), new TermEntry("学习率", "学习率"))),
            TypographySettings.forLanguage("en"),
            List.of());
    assertThat(finish(style, "多GPU训练", "Multi⟦0⟧training")).isEqualTo("Multi GPU training");
    assertThat(finish(style, "四个GPU", "Four ⟦0⟧s")).isEqualTo("Four GPUs");
    assertThat(finish(style, "`x`的GPU", "⟦0⟧⟦1⟧")).isEqualTo("`x` GPU");
    assertThat(finish(style, "学习率很小", "⟦0⟧is small")).isEqualTo("学习率is small");
  }

  @Test
  void addsTheSourceTermAtItsFirstMention() {
    TermEntry term = new TermEntry("loss function", "损失函数");
    TargetStyle style =
        new TargetStyle(
            new FixedTerms(List.of(term)), TypographySettings.forLanguage("zh"), List.of(term));
    assertThat(finish(style, "A loss function is a number.", "⟦0⟧是一个数。"))
        .isEqualTo("损失函数（loss function）是一个数。");
  }

  @Test
  void carriesMarksForSlidesBesideTerms() {
    TargetStyle style =
        new TargetStyle(
            new FixedTerms(List.of(new TermEntry("NumPy", "NumPy"))),
            TypographySettings.forLanguage("zh"),
            List.of());
    String source = "We [**plot `x` with NumPy**].";
    assertThat(style.prepare(document(source).segments().get(0).segment()).text())
        .isEqualTo("We **plot ⟦0⟧ with ⟦1⟧**.");
    assertThat(finish(style, source, "我们**用 ⟦1⟧ 画⟦0⟧**。")).isEqualTo("我们[**用NumPy画`x`**]。");
    assertThat(finish(style, "A (~~note~~) and (**more**).", "**注记**和**其他**。"))
        .isEqualTo("(~~注记~~)和(**其他**)。");
    assertThat(finish(style, source, "我们用 ⟦1⟧ 画⟦0⟧**。")).isEqualTo("我们用NumPy画`x`。");
    assertThat(finish(style, "[**Plot with NumPy**].", "用 ⟦0⟧ 画。")).isEqualTo("[**用NumPy画**]。");
  }

  @Test
  void leavesOutWhatFailed() {
    SegmentedDocument document = document("One.");
    assertThat(
            TargetStyle.usual("zh")
                .finish(document, Map.of(0, new Translation("One.", Translation.Outcome.FAILED))))
        .isEmpty();
  }

  private static String finish(TargetStyle style, String source, String translation) {
    return style
        .finish(
            document(source),
            Map.of(0, new Translation(translation, Translation.Outcome.TRANSLATED)))
        .get(0);
  }

  private static SegmentedDocument document(String markdown) {
    return new Segmenter()
        .segment(DocumentFormats.parse("a.md", markdown.getBytes(StandardCharsets.UTF_8)), "en");
  }
}
