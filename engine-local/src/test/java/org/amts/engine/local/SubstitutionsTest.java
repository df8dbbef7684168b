package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.amts.engine.Example;
import org.amts.engine.Revision;
import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;

class SubstitutionsTest {

  @Test
  void replacesNumbersPlaceholdersAndNames() {
    assertThat(made("Use 32 rows of `a`.", "使用`a`的32行。", "Use 64 fast rows of `b`."))
        .isEqualTo("使用⟦0⟧的64行。");
    assertThat(made("We train BERT today.", "我们训练BERT。", "Now we train ELMo today."))
        .isEqualTo("我们训练ELMo。");
    assertThat(made("Up to 100 GB/s here.", "最高100GB/s。", "Up to 300 GB/s there."))
        .isEqualTo("最高300GB/s。");
  }

  @Test
  void leavesWhatIsNotClear() {
    assertThat(made("Two of 2 and 2.", "2和2中的两个。", "Two of 2 and 3.")).isEqualTo("2和2中的两个。");
    assertThat(made("We saw 10 birds.", "我们看到十只鸟。", "We saw 20 birds.")).isEqualTo("我们看到十只鸟。");
    assertThat(made("Ask Anna or Ben.", "问Anna或Ben。", "Ask Ben or Anna.")).isEqualTo("问Anna或Ben。");
    assertThat(made("A NASA study.", "Un estudio de la NASA.", "An ESA study."))
        .isEqualTo("Un estudio de la NASA.");
  }

  private static String made(String before, String translation, String after) {
    RevisedPair pair =
        RevisedPair.of(new Revision(Example.of(before, translation), SegmentParser.parse(after)));
    return Substitutions.made(pair.before(), pair.after()).target();
  }
}
