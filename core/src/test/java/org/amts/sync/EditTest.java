package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.amts.segment.SegmentParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest {

  private static Edit edit(String before, String after) {
    return Edit.between(SegmentParser.parse(before), SegmentParser.parse(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call `a()` now.|Call `b()` now.|CODE",
        "Call $x$ now.|Call $x+1$ now.|CODE",
        "See [it](a.md).|See [it](b.md).|MARKUP",
        "See *it* here.|See it here.|MARKUP",
        "[**See it here.**]|See it here.|MARKUP",
        "We stop here.|We, stop here.|MARKUP",
        "It is quick.|It is fast.|WORDING",
        "Note it.|note it.|WORDING",
        "It has 2 layers.|It has 3 layers.|MEANING",
        "It is slow.|It is not slow.|MEANING",
        "It doesn't stop.|It does stop.|MEANING",
        "Use the MXNet library.|Use the JAX library.|MEANING",
        "We thank Anna.|We thank Berta.|MEANING",
      })
  void hasAClass(String before, String after, EditClass expected) {
    assertThat(edit(before, after).kind()).isEqualTo(expected);
  }

  @Test
  void namesTheWordsThatDiffer() {
    Edit edit = edit("The loop runs for 10 epochs.", "The loop runs for about 12 epochs.");
    assertThat(edit.removed()).containsExactly("10");
    assertThat(edit.added()).containsExactly("about", "12");
    assertThat(edit.similarity()).isBetween(0.7, 0.8);
  }
}
