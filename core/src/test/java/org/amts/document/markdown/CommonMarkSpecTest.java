package org.amts.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amts.document.BlockKind;
import org.amts.document.Document;
import org.amts.document.Notation;
import org.amts.document.SourceText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.parser.Parser;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the CommonMark specification (its text is part of commonmark-test-util; CC BY-SA
 * 4.0): every one comes back byte for byte, and has the headings and code that the specification
 * wants.
 */
class CommonMarkSpecTest {

  static List<Example> examples() {
    return ExampleReader.readExamples(TestResources.getSpec());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void comesBackByteForByte(Example example) {
    byte[] bytes = example.getSource().getBytes(StandardCharsets.UTF_8);
    Document document = new MarkdownFormat().parse(SourceText.of("a.md", bytes));
    assertThat(document.render(List.of())).isEqualTo(bytes);
    boolean hasReferences = example.getSource().contains("&");
    if (!hasReferences) {
      assertThat(Notation.rewritten(document)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasTheHeadingsAndCodeOfTheSpecification(Example example) {
    String text = example.getSource();
    // Front matter is no part of CommonMark.
    if (text.startsWith("---\n")) {
      return;
    }
    List<BlockKind> expected = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                expected.add(BlockKind.HEADING);
              }

              @Override
              public void visit(FencedCodeBlock code) {
                expected.add(BlockKind.CODE);
              }

              @Override
              public void visit(IndentedCodeBlock code) {
                expected.add(BlockKind.CODE);
              }
            });
    Document document = new MarkdownFormat().parse(SourceText.of("a.md", text));
    assertThat(document.blocks())
        .extracting(block -> block.kind())
        .filteredOn(Set.of(BlockKind.HEADING, BlockKind.CODE)::contains)
        .isEqualTo(expected);
  }
}
