package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.amts.document.Document;
import org.amts.document.SourceText;
import org.amts.document.markdown.MarkdownFormat;
import org.junit.jupiter.api.Test;

class BlockPairsTest {

  private static final String TAB = ":begin_tab:`a`\nWords.\n:end_tab:\n\n";

  /** The last line of the last tab is equal to that of the first. */
  @Test
  void aTabAtTheEndIsTheAddedOneAsAWhole() {
    assertThat(right(TAB, TAB + TAB.replace("`a`", "`b`"))).containsExactly(0, 1, 2);
  }

  @Test
  void codeIsPairedByItsWords() {
    String first = "```\nx = f(a, b)\nshow(x)\n```\n\n";
    String second = "```\ny = g(c)\nstore(y, 'file')\n```\n\n";
    String other = "```\nimport nothing.at.all\n```\n\n";
    String changed = first.replace("show(x)", "show(x)  # zeigen");
    assertThat(right(first + second, other + changed + second)).containsExactly(1, 2);
    assertThat(right(first + second, second + first)).containsOnlyOnce(BlockPairs.NONE);
  }

  private static List<Integer> right(String left, String right) {
    Document some = document(left);
    BlockPairs pairs = BlockPairs.of(some, document(right), (i, j) -> i.equals(j));
    return IntStream.range(0, some.blocks().size()).mapToObj(pairs::rightOf).toList();
  }

  private static Document document(String text) {
    return new MarkdownFormat().parse(SourceText.of("a.md", text));
  }
}
