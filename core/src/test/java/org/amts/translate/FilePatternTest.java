package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

  @ParameterizedTest
  @CsvSource({
    "/en/**/*.md, /%two_letters_code%/**/%original_file_name%, en/a/b/c.md, zh, zh/a/b/c.md",
    "/en/**/*.md, /%two_letters_code%/**/%original_file_name%, en/c.md, zh, zh/c.md",
    "/docs/*.md, /i18n/%locale%/%original_path%/%original_file_name%, docs/x.md, zh, i18n/zh-CN/docs/x.md",
    "/**/*_origin.md, /**/%two_letters_code%.%file_name%.%file_extension%, a/x_origin.md, es, a/es.x_origin.md",
    "README.md, README.%two_letters_code%.md, README.md, pt-BR, README.pt.md",
    "en-origin/**/*.md, ../other/%two_letters_code%/**/%original_file_name%, en-origin/k/x.md, zh, ../other/zh/k/x.md",
  })
  void findsTheTranslation(
      String source, String translation, String path, String language, String expected) {
    assertThat(new FilePattern(source, translation).translationOf(path, language))
        .hasValue(expected);
  }

  @Test
  void leavesOtherFilesAlone() {
    FilePattern pattern = new FilePattern("/en/**/*.md", "/zh/**/%original_file_name%");
    assertThat(pattern.translationOf("zh/a.md", "zh")).isEmpty();
    assertThat(pattern.translationOf("en/a.rst", "zh")).isEmpty();
    assertThat(pattern.translationOf("en/axmd", "zh")).isEmpty();
  }

  @Test
  void knowsTheFolderToSearch() {
    assertThat(new FilePattern("/en/**/*.md", "/zh/**/%file_name%.md").baseFolder())
        .isEqualTo("en");
    assertThat(new FilePattern("*.md", "zh/%file_name%.md").baseFolder()).isEmpty();
    assertThat(new FilePattern("a/b/c*/d.md", "zh/%file_name%.md").baseFolder()).isEqualTo("a/b");
    assertThat(new FilePattern("a/README.md", "a/README.zh.md").baseFolder()).isEqualTo("a");
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> new FilePattern("/en/*.md", "/%two_letters_code%/x.md"))
        .hasMessageContaining("overwrite each other");
    assertThatThrownBy(() -> new FilePattern("/en/*.md", "/%lang%/%file_name%.md"))
        .hasMessageContaining("unknown %lang%");
    assertThatThrownBy(() -> new FilePattern("/en/*.md", "/zh/**/%file_name%.md"))
        .hasMessageContaining("has **, but source");
  }
}
