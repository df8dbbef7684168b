package org.amts.engine.local.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.amts.engine.Example;
import org.amts.segment.Segment;
import org.amts.segment.SegmentParser;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;

class MatchRepairTest {

  @Test
  void equalTextGivesTheTarget() {
    assertThat(repair("Use `f` 2 times.", "使用 `f` 2 次。", "Use `f` 2 times."))
        .contains("使用 ⟦0⟧ 2 次。");
  }

  @Test
  void numbersThatChangedAreReplaced() {
    assertThat(repair("Chapter 3 of 12", "第3章，共12章", "Chapter 12 of 13")).contains("第12章，共13章");
    assertThat(repair("Pi is 3.14", "Pi vale 3.14", "Pi is 3.15")).contains("Pi vale 3.15");
    assertThat(repair("4 and 4", "4 y 4", "5 and 5")).contains("5 y 5");
  }

  @Test
  void placeholdersGoByTheirPlaces() {
    assertThat(repair("From `a` to `b`", "到 `b` 从 `a`", "From `x` to `y`")).contains("到 ⟦1⟧ 从 ⟦0⟧");
    assertThat(repair("From `a` to `b`", "到 `b` 从 `a`", "From `x` to `x`")).contains("到 ⟦0⟧ 从 ⟦0⟧");
  }

  @Test
  void noAnswerWhereItIsNotClear() {
    assertThat(repair("4 and 4", "4 y 4", "4 and 5")).as("two values for one").isEmpty();
    assertThat(repair("4 and 5", "4 y 4", "4 and 6")).as("not in the target").isEmpty();
    assertThat(repair("3 layers", "三层", "4 layers")).as("written as a word").isEmpty();
    assertThat(repair("3 of it", "3 de 3", "4 of it")).as("more often in the target").isEmpty();
    assertThat(repair("about 999 words", "unas 999 palabras", "about 1,000 words"))
        .as("separators differ between languages")
        .isEmpty();
    assertThat(repair("有1层", "has 1 layer", "有3层")).as("plural").isEmpty();
    assertThat(repair("有2层", "has 2 layers", "有3层")).contains("has 3 layers");
    assertThat(repair("Use `f` or `f`", "使用 `f` 或 `f`", "Use `f` or `g`")).isEmpty();
    assertThat(repair("Use `f`", "使用它", "Use `f`")).as("placeholder missing").isEmpty();
  }

  @Test
  void otherTextsAreNotRepaired() {
    assertThat(repair("Use it", "使用", "Use them")).isEmpty();
    assertThat(repair("Use it", "使用", "use it")).isEmpty();
    assertThat(repair("a<b>c", "x<b>y", "a<i>c")).isEmpty();
    assertThat(repair("Use `f`", "使用 `f`", "Use $f$")).isEmpty();
  }

  @Test
  void anyTextRepairsToItself() {
    for (int seed = 0; seed < 500; seed++) {
      RandomText random = new RandomText(seed);
      Segment source = random.segment(3, 1 + random.number(3));
      assertThat(MatchRepair.repair(new Example(source, source.text()), source))
          .as("%s", random)
          .contains(source.text());
    }
  }

  private static Optional<String> repair(String source, String target, String segment) {
    return MatchRepair.repair(Example.of(source, target), SegmentParser.parse(segment));
  }
}
