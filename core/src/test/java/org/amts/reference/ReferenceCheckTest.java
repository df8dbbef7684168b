package org.amts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amts.reference.Finding.Verdict;
import org.amts.translate.Book;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCheckTest {

  @TempDir private Path root;

  @BeforeEach
  void settings() throws IOException {
    write(
        "amts.yml",
        """
        files:
          - source: /en/**/*.md
            translation: /%two_letters_code%/**/%original_file_name%
        targets: {zh: , es: }
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> findings(String language) {
    ReferenceReport report = ReferenceCheck.of(Book.open(root, null), List.of("zh", "es"));
    return report.editions().stream()
        .filter(edition -> edition.language().equals(language))
        .flatMap(edition -> edition.findings().stream())
        .map(
            finding ->
                finding.verdict().name().toLowerCase()
                    + " "
                    + finding.file()
                    + ":"
                    + finding.reference().line()
                    + " "
                    + finding.reference().target())
        .toList();
  }

  @Test
  void brokenInTheTranslationIsToldFromBrokenInTheSource() throws IOException {
    write("en/a.md", "# A\n:label:`sec_a`\n\nSee :ref:`sec_b`, :ref:`nowhere`, [x](b.md#setup).\n");
    write("en/b.md", "# B\n:label:`sec_b`\n\n## Setup\n");
    write("zh/a.md", "# 甲\n\n见 :ref:`sec_b`、:ref:`nowhere`、\n[x](b.md#setup)、:ref:`sec_a`。\n");
    write("zh/b.md", "# 乙\n\n## 安装\n\n[甲](a.md#甲) [丙](a.md#%E4%B8%99)\n");
    assertThat(findings("en")).containsExactly("broken en/a.md:4 nowhere");
    assertThat(findings("zh"))
        .containsExactly(
            "broken zh/a.md:3 sec_b",
            "broken_in_source zh/a.md:3 nowhere",
            "broken zh/a.md:4 b.md#setup",
            "broken zh/a.md:4 sec_a",
            "broken zh/b.md:5 a.md#%E4%B8%99");
    assertThat(findings("es")).isEmpty();
  }

  @Test
  void whatIsNotTranslatedYetIsNoFault() throws IOException {
    write("en/a.md", "[b](b.md) :numref:`sec_b`\n\n```toc\nb\n```\n");
    write("en/b.md", "# B\n:label:`sec_b`\n");
    write("zh/a.md", "[b](b.md) :numref:`sec_b`\n\n```toc\nb\n```\n");
    assertThat(findings("zh"))
        .containsExactly(
            "untranslated zh/a.md:1 b.md",
            "untranslated zh/a.md:1 sec_b",
            "untranslated zh/a.md:4 b");
  }

  @Test
  void aChapterThatNoTableOfContentsListsIsFound() throws IOException {
    write("en/index.md", "# T\n\n```toc\na\nb\n```\n");
    write("zh/index.md", "# T\n\n```toc\na\n```\n");
    for (String name : List.of("en/a.md", "en/b.md", "zh/a.md", "zh/b.md")) {
      write(name, "# X\n");
    }
    assertThat(findings("zh")).containsExactly("broken zh/index.md:4 zh/b.md");
  }

  @Test
  void picturesThatAreKeptElsewhereAreOneNote() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append("![x](../img/").append(i).append(".svg)\n\n");
    }
    write("en/a.md", text.toString());
    write("es/a.md", text.toString());
    ReferenceReport report = ReferenceCheck.of(Book.open(root, null), List.of("es"));
    for (EditionReport edition : report.editions()) {
      assertThat(edition.findings()).isEmpty();
      assertThat(edition.absentFolders()).containsEntry("img", 6);
    }
    // Once the folder is there, a missing file in it is a finding.
    write("img/0.svg", "<svg/>");
    assertThat(findings("en")).hasSize(5);
    assertThat(findings("es")).hasSize(5).allMatch(line -> line.startsWith("broken_in_source"));
  }

  @Test
  void linksOfASiteAreUnderstoodByTheirPrefix() throws IOException {
    StringBuilder links = new StringBuilder();
    for (String page : List.of("one", "two", "three")) {
      write("en/" + page + ".md", "# Page {#here}\n");
      write("es/" + page + ".md", "# Página {#aqui}\n");
      links.append("[p](/docs/").append(page).append("/#here)\n");
      links.append("[p](/es/docs/").append(page).append("/#here)\n");
    }
    write("es/one.md", "# Página {#aqui}\n" + links + "[q](/es/docs/four/) [r](/blog/x/)\n");
    write("en/four.md", "# Four\n");
    assertThat(findings("es"))
        .containsExactly(
            "broken es/one.md:3 /es/docs/one/#here",
            "broken es/one.md:5 /es/docs/two/#here",
            "broken es/one.md:7 /es/docs/three/#here",
            "untranslated es/one.md:8 /es/docs/four/");
  }

  @Test
  void citationsAreCheckedAgainstABibliographyOnlyIfThereIsOne() throws IOException {
    write("en/a.md", "As :cite:`Knuth.1984` and :cite:`Nobody.1900` say.\n");
    assertThat(findings("en")).isEmpty();
    write("d2l.bib", "@book{Knuth.1984,\n title = {The TeXbook}}\n");
    assertThat(findings("en")).containsExactly("broken en/a.md:1 Nobody.1900");
  }

  @Test
  void tablesOfContentsInFilesOfTheirOwn() throws IOException {
    write("en/a.md", "# A\n");
    write(
        "mkdocs.yml",
        "site_name: X\ndocs_dir: en\nnav:\n  - Home: a.md\n  - Part:\n    - gone.md\n    - https://x.org\nextra: b.md\n");
    write("zh/_toc.yml", "format: jb-book\nroot: a\nchapters:\n  - file: missing/chapter\n");
    write("zh/a.md", "# 甲\n");
    assertThat(findings("en")).containsExactly("broken mkdocs.yml:6 gone.md");
    assertThat(findings("zh")).containsExactly("broken zh/_toc.yml:4 missing/chapter");
  }

  @Test
  void builtPathsLeadToTheirSources() throws IOException {
    write("en/guide/setup.md", "# Setup\n## Deep\n");
    write("en/guide/index.md", "# Guide\n");
    write(
        "en/a.md",
        "[1](guide/setup.html#deep) [2](guide/setup/) [3](guide/) [4](../en/guide/setup#deep)"
            + " [5](/guide/setup.md) [6](guide/none.html)\n");
    assertThat(findings("en")).containsExactly("broken en/a.md:1 guide/none.html");
  }

  @Test
  void labelsInDocumentsThatHaveNoSourceCount() throws IOException {
    write("en/a.md", "# A\n");
    write("zh/a.md", ":ref:`sec_preface` [p](preface.md#前言)\n");
    write("zh/preface.md", "# 前言\n:label:`sec_preface`\n");
    assertThat(findings("zh")).isEmpty();
  }

  @Test
  void badBytesAndOddPathsAreNoFailure() throws IOException {
    write("en/a.md", "[a](b\u0000c.md) [d](" + "x/".repeat(3000) + ") [e](%00) [f](//) [g](/)\n");
    Files.write(root.resolve("en/b.md"), new byte[] {(byte) 0xff, 'a'});
    ReferenceReport report = ReferenceCheck.of(Book.open(root, null), List.of());
    assertThat(report.editions().get(0).count(Verdict.BROKEN)).isBetween(1L, 3L);
  }
}
