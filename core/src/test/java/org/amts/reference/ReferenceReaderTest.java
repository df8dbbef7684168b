package org.amts.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.amts.document.DocumentFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceReaderTest {

  private static DocumentReferences read(String name, String text) {
    return ReferenceReader.read(
        DocumentFormats.parse(name, text.getBytes(StandardCharsets.UTF_8)), Path.of(name));
  }

  private static List<String> references(String text) {
    return read("a.md", text).references().stream()
        .map(r -> r.line() + " " + r.kind().name().toLowerCase() + " " + r.target())
        .toList();
  }

  @Test
  void rolesOfD2lbook() {
    DocumentReferences document =
        read(
            "a.md",
            """
            # 注意力
            :label:`chap_attention`

            如 :numref:`fig_a` 和 :eqref:`eq_b` 所示 :cite:`Knuth.1984, Turing.1950`。

            $$x = 1.$$
            :eqlabel:`eq_b`

            ![图](../img/a.svg)
            :width:`400px`
            :label:`fig_a`
            """);
    assertThat(document.labels())
        .containsEntry("chap_attention", 2)
        .containsEntry("eq_b", 7)
        .containsEntry("fig_a", 11)
        .hasSize(3);
    assertThat(document.references())
        .containsExactly(
            new Reference(ReferenceKind.LABEL, "fig_a", 4),
            new Reference(ReferenceKind.LABEL, "eq_b", 4),
            new Reference(ReferenceKind.CITATION, "Knuth.1984", 4),
            new Reference(ReferenceKind.CITATION, "Turing.1950", 4),
            new Reference(ReferenceKind.IMAGE, "../img/a.svg", 9));
  }

  @Test
  void rolesAndTargetsOfMyst() {
    DocumentReferences document =
        read(
            "a.md",
            """
            (My Target)=
            (setup)=
            # Setup {#set-up}

            See {ref}`the text <setup>`, {numref}`Figure %s <fig-a>`, {eq}`eq-a`,
            {doc}`/guide/intro` and {cite:p}`a2020,b2021`; not {ref}`genindex` or {term}`word`.

            ```{figure} img/a.png
            :name: fig-a
            A caption
            ```

            $$
            a = b
            $$ (eq-a)
            """);
    assertThat(document.labels()).containsKeys("setup", "fig-a", "eq-a", "set-up");
    assertThat(document.references().stream().map(Reference::target))
        .containsExactly("setup", "fig-a", "eq-a", "/guide/intro", "a2020", "b2021", "img/a.png");
  }

  @Test
  void linksWithTheirEscapesAndNames() {
    assertThat(
            references(
                """
                [a](b.md "title") [c](<d e.md>) [f](#g) ![h](i\\_j.png) [web](https://x.org)
                [mail](mailto:a@b.c) [templ]({{ site.url }}/a) [k][L m] [n][o] [^1]

                [l  M]: p.md#q
                [unused]: r.md

                [^1]: A note.
                """))
        .containsExactly(
            "1 link b.md",
            "1 link d e.md",
            "1 link #g",
            "1 image i_j.png",
            "2 link_name l m",
            "2 link_name o",
            "2 footnote ^1",
            "4 link p.md#q");
  }

  @Test
  void tagsCountButNotInCodeOrComments() {
    DocumentReferences document =
        read(
            "a.md",
            """
            <a name="here"></a> and <a href="b.md?x&amp;y#z">b</a> <span id='there'>c</span>

            `<a href="code.md">` <!-- <a href="comment.md"> --> <img src="i.png">

            ```html
            <a href="block.md" id="no">
            ```
            """);
    assertThat(document.anchors()).contains("here", "there").doesNotContain("no");
    assertThat(document.references().stream().map(Reference::target))
        .containsExactly("b.md?x&y#z", "i.png");
  }

  @Test
  void tablesOfContents() {
    assertThat(
            references(
                """
                ```toc
                :maxdepth: 2

                intro
                part/index.md
                ```

                ```{toctree}
                ---
                caption: Contents
                ---
                A title <deep/page>
                https://x.org
                self
                *
                ```
                """))
        .containsExactly("4 contents intro", "5 contents part/index.md", "12 contents deep/page");
  }

  @Test
  void notebooksAndPages() {
    DocumentReferences notebook =
        read(
            "a.ipynb",
            """
            {"cells": [{"cell_type": "markdown", "metadata": {}, "source": [
              "# Title\\n",
              ":label:`sec_t`\\n",
              "<a id=\\"x\\"></a> see [b](c.ipynb)"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
    assertThat(notebook.labels()).containsKey("sec_t");
    assertThat(notebook.anchors()).contains("x", "title");
    assertThat(notebook.references())
        .containsExactly(new Reference(ReferenceKind.LINK, "c.ipynb", 4));
    DocumentReferences page =
        read(
            "a.html",
            "<h1 id=top1>T</h1><script>'<a href=\"no.html\">'</script><a href=b.html>b</a>");
    assertThat(page.anchors()).contains("top1");
    assertThat(page.references()).containsExactly(new Reference(ReferenceKind.LINK, "b.html", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a ",
        "<!-- ",
        "{#a",
        "[a](",
        "[^",
        "```toc\n",
        ":ref:`",
        "<a b=\"",
        "\\label{",
        "$$ (",
        "{{% \"",
        "[a]: <"
      })
  void repeatedBeginningsTakeLinearTime(String beginning) {
    String text =
        "x\n" + beginning.repeat(60_000 / beginning.length()) + "\n# h " + beginning.repeat(2000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read("a.md", text));
  }
}
