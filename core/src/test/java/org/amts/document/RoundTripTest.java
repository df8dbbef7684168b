package org.amts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.amts.document.html.HtmlFormat;
import org.amts.document.markdown.MarkdownFormat;
import org.amts.document.plaintext.PlainTextFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file comes back byte for byte, whole or damaged. */
class RoundTripTest {

  private static final long SEED = 20260702;

  private static final List<String> DAMAGE =
      List.of(
          "\0",
          "\u0001",
          "\r\n",
          "\r",
          "\n\n",
          "\uFEFF",
          "\u2028",
          "😀",
          "$$",
          "$",
          "`",
          "```\n",
          "~~~\n",
          "[",
          "](",
          "![",
          "{{<",
          "{%",
          "<!--",
          "<",
          "> ",
          "- ",
          "1. ",
          "\t",
          "    ",
          "|",
          "---\n",
          ":::note\n",
          "```{note}\n",
          "```\n",
          ":::\n",
          ":label:`",
          "\\",
          "&",
          "*",
          "#",
          "[^1]: ",
          ": ",
          "<table>",
          "<p>",
          "<pre>",
          "<!-- i18n:skip-start -->\n",
          "\\\\(");

  /** A page with a bit of everything, for mutations where there are no real books. */
  private static final String PAGE =
      """
      ---
      title: A page
      description: >
        Folded
        text.
      ---
      # Head {#id}
      :label:`sec`

      One *two* $x_1$ and :numref:`fig`,
      wrapped [link](a.md "t") `code`.

      $$a = b
      + c$$
      :eqlabel:`eq`

      > quote $x
      > + y$

      1. item

         ```python
         x = 1
         ```
         * deep ![alt](a.png)

      | A | B |
      |---|---|
      | `a\\|b` | c |
      :Caption

      ````{note} Title
      :class: tip

      Prose.
      ````

      {{< note >}}
      Text
      {{< /note >}}

      <div><p>a &amp; b</p></div>

      Term
      : Definition

      [link]: a.md
      """;

  @ParameterizedTest
  @ValueSource(strings = {"d2l", "k8s", "dlvsml"})
  void realBooks(String book) throws IOException {
    Path folder = corpora().resolve(book);
    assumeTrue(Files.isDirectory(folder), "skipped: no real books at " + folder);
    List<Path> files = markdownFiles(folder);
    assertThat(files).hasSizeGreaterThan(50);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      Document document = DocumentFormats.parse(file.toString(), bytes);
      assertThat(document.render(List.of())).as(file.toString()).isEqualTo(bytes);
      if (isWrittenAsItReads(document)) {
        assertThat(Notation.rewritten(document)).as(file.toString()).isEqualTo(bytes);
      }
    }
  }

  @Test
  void damagedRealBooks() throws IOException {
    assumeTrue(Files.isDirectory(corpora()), "skipped: no real books at " + corpora());
    List<Path> files = markdownFiles(corpora());
    Random random = new Random(SEED);
    for (int run = 0; run < 1500; run++) {
      String text = Files.readString(files.get(random.nextInt(files.size())));
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 200 + random.nextInt(3000));
      assertComesBack(damaged(text.substring(from, to), random), run);
    }
  }

  @Test
  void damagedPages() {
    Random random = new Random(SEED);
    for (int run = 0; run < 3000; run++) {
      assertComesBack(damaged(PAGE, random), run);
    }
  }

  private static void assertComesBack(byte[] bytes, int run) {
    SourceText source = SourceText.of("a", bytes);
    for (DocumentFormat format :
        List.of(new MarkdownFormat(), new HtmlFormat(), new PlainTextFormat())) {
      String what = "seed %d, run %d, %s".formatted(SEED, run, format.name());
      Document document = format.parse(source);
      assertThat(document.render(List.of())).as(what).isEqualTo(bytes);
      assertThat(document.diagnostics().isEmpty() && !source.isText()).as(what).isFalse();
      if (isWrittenAsItReads(document)) {
        assertThat(Notation.rewritten(document)).as(what).isEqualTo(bytes);
      }
    }
  }

  /** HTML may write a character in many ways, of which a translation uses one. */
  private static boolean isWrittenAsItReads(Document document) {
    return document.blocks().stream().noneMatch(block -> block.escaping().escape("&").length() > 1);
  }

  private static byte[] damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int count = random.nextInt(12); count > 0; count--) {
      damaged.insert(
          random.nextInt(damaged.length() + 1), DAMAGE.get(random.nextInt(DAMAGE.size())));
    }
    String result = damaged.toString();
    if (random.nextInt(4) == 0) {
      result = result.replace("\n", "\r\n");
    }
    if (random.nextInt(6) == 0) {
      result = "> " + result.replace("\n", "\n> ");
    }
    if (random.nextInt(6) == 0) {
      result = "\uFEFF" + result.stripTrailing();
    }
    byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
    if (random.nextInt(8) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
    }
    return bytes;
  }

  private static List<Path> markdownFiles(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Path corpora() {
    return Path.of(System.getProperty("amts.corpora", "missing"));
  }
}
