package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amts.align.Alignment;
import org.amts.align.Bead;
import org.amts.document.SourceText;
import org.amts.document.markdown.MarkdownFormat;
import org.amts.engine.LanguagePair;
import org.amts.segment.SegmentedDocument;
import org.amts.segment.Segmenter;
import org.amts.testing.FakeEngine;
import org.amts.translate.TargetStyle;
import org.junit.jupiter.api.Test;

class EvaluationRunTest {

  private static final Alignment ONE_TO_ONE =
      new Alignment(
          2, 2, List.of(new Bead(List.of(0), List.of(0), 1), new Bead(List.of(1), List.of(1), 1)));

  @Test
  void anchorsWithNothingInThemAreNotCompared() {
    SegmentedDocument english = document("en", "## Next steps\n\nSee <b>this</b>.\n");
    SegmentedDocument spanish =
        document("es", "## <a name=\"next-steps\"></a>Pasos siguientes\n\nVea <b>esto</b>.\n");

    EvaluationRun.Compared there = compare(english, spanish, new LanguagePair("en", "es"));
    assertThat(there.references()).containsExactly("Pasos siguientes", "Vea <b>esto</b>.");
    assertThat(there.reference()).isEqualTo("Pasos siguientes Vea <b>esto</b>.");

    EvaluationRun.Compared back = compare(spanish, english, new LanguagePair("es", "en"));
    assertThat(back.hypotheses()).containsExactly("EN:Pasos siguientes", "EN:Vea <b>esto</b>.");
  }

  @Test
  void marksForSlidesAreNotCompared() {
    EvaluationRun.Compared compared =
        compare(
            document("en", "## [**Training**]\n\nWe train.\n"),
            document("zh", "## 训练\n\n[**我们训练**]。\n"),
            new LanguagePair("en", "zh"));
    assertThat(compared.references()).containsExactly("训练", "我们训练。");
    assertThat(compared.hypotheses()).containsExactly("ZH:Training", "ZH:We train.");
  }

  private static EvaluationRun.Compared compare(
      SegmentedDocument source, SegmentedDocument reference, LanguagePair pair) {
    return new EvaluationRun(pair, new FakeEngine(), TargetStyle.usual(pair.target()))
        .compare(source, reference, ONE_TO_ONE, done -> {});
  }

  private static SegmentedDocument document(String language, String text) {
    return new Segmenter()
        .segment(new MarkdownFormat().parse(SourceText.of(language + ".md", text)), language);
  }
}
