package org.amts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingAnchorsTest {

  /** Expected ids: github-slugger 2, Pandoc 3, Python-Markdown 3, docutils. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What's next? | whats-next",
        "What's next? | what-s-next",
        "The `init` file | the-init-file",
        "注意力机制 | 注意力机制",
        "3.1. 注意力机制（第一部分） | 31-注意力机制第一部分",
        "Acción y reacción | acción-y-reacción",
        "Acción y reacción | accion-y-reaccion",
        "A & B | a--b",
        "A & B | a-b",
        "1. Setup | setup",
        "snake_case | snake_case",
        "日本語　テスト | 日本語-テスト",
        "Version 2.0 | version-2.0"
      })
  void everyUsualSchemeIsKnown(String heading, String id) {
    HeadingAnchors anchors = new HeadingAnchors();
    anchors.add(List.of(heading.replace("`", "")));
    assertThat(anchors.anchors()).contains(id);
  }

  @Test
  void repeatedHeadingsAreNumbered() {
    HeadingAnchors anchors = new HeadingAnchors();
    for (int i = 0; i < 3; i++) {
      anchors.add(List.of("小结"));
    }
    assertThat(anchors.anchors()).contains("小结", "小结-1", "小结-2", "小结_1");
    assertThat(anchors.anchors()).doesNotContain("小结-3");
  }

  @Test
  void lowerCaseIsNotTurkish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      HeadingAnchors anchors = new HeadingAnchors();
      anchors.add(List.of("INIT"));
      assertThat(anchors.anchors()).contains("init");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aHeadingOfSignsHasNoId() {
    HeadingAnchors anchors = new HeadingAnchors();
    anchors.add(List.of("???"));
    assertThat(anchors.anchors()).isEmpty();
  }
}
