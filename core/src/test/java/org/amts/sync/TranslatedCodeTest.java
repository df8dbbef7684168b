package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranslatedCodeTest {

  @Test
  void commentsStayAndCodeIsThePresentOne() {
    assertThat(
            TranslatedCode.of(
                """
                ```python
                # 读取数据
                x = load(1)  # 第一批
                y = old(x)
                ```
                """,
                """
                ```python
                # Read
                # the data
                x = load(1)  # the first batch
                y = new(x)
                print(y)
                ```
                """))
        .isEqualTo(
            """
            ```python
            # 读取数据
            x = load(1)  # 第一批
            y = new(x)
            print(y)
            ```
            """);
  }

  @Test
  void textsStayAndKeysDoNot() {
    assertThat(
            TranslatedCode.of(
                "plot('损失', key='old_name')\nlabel(\"Tasa de error\")\nread('old_file')\n",
                "plot('loss', key='name')\nlabel(\"Error rate\")\nread('file')\n"))
        .isEqualTo("plot('loss', key='name')\nlabel(\"Tasa de error\")\nread('file')\n");
  }

  @Test
  void theSignOfACommentIsTheLanguages() {
    String java = "```java\nint x = 1; // uno\nint y = x # 2;\n```\n";
    assertThat(TranslatedCode.of(java, "```java\nint x = 1; // one\nint y = x # 3;\n```\n"))
        .isEqualTo("```java\nint x = 1; // uno\nint y = x # 3;\n```\n");
    assertThat(TranslatedCode.of("n = a // 2\n", "n = a // 3\n")).isEqualTo("n = a // 3\n");
  }

  @Test
  void marksOfTabsAreNoComments() {
    assertThat(TranslatedCode.of("#@tab paddle\nf()\n", "#@tab mxnet\nf()\n"))
        .isEqualTo("#@tab mxnet\nf()\n");
  }

  @Test
  void codeWithoutAnyLineInCommonIsThePresentOne() {
    assertThat(TranslatedCode.of("", "a\n")).isEqualTo("a\n");
    assertThat(TranslatedCode.of("b\n# c\n", "a\n")).isEqualTo("a\n");
  }
}
