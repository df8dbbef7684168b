package org.amts.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  private final Tokenizer tokenizer = new Tokenizer();

  @Test
  void wordsAreFoldedAndCutToStems() {
    assertThat(tokens("Configuración INTERNATIONAL Straße"))
        .containsExactly("config", "intern", "straße");
  }

  @Test
  void fullWidthFormsEqualAsciiForms() {
    assertThat(tokens("ＡＰＩ１２３？")).containsExactly("api123", "?");
    assertThat(tokens("API123?")).containsExactly("api123", "?");
  }

  @Test
  void chineseIsCutIntoWords() {
    assertThat(tokens("我们学习神经网络。")).contains("我们", "学习", "神经").doesNotContain("。");
  }

  @Test
  void numbersStayWhole() {
    assertThat(tokens("from 0.001 to 1,000")).containsExactly("from", "0.001", "to", "1,000");
  }

  @Test
  void linksAreKnownByTheLastPartOfTheirPath() {
    List<String> english = tokens("see https://k8s.io/docs/pods/overview.html#what");
    List<String> spanish = tokens("ver https://k8s.io/es/docs/pods/overview.html#que");
    assertThat(english.get(0)).isEqualTo(spanish.get(0)).endsWith("overview.html");
    assertThat(tokens(link("(../a/pods.md \"Pods\")")))
        .isEqualTo(tokens(link("(/es/docs/pods.md)")));
  }

  @Test
  void placeholdersAreNoWords() {
    List<String> code = tokens(link("(`model`)"));
    assertThat(code).isNotEqualTo(tokens("model"));
    assertThat(Tokenizer.isWord(code.get(0))).isFalse();
    assertThat(Tokenizer.isWord("42")).isFalse();
    assertThat(Tokenizer.isWord("模型")).isTrue();
  }

  @Test
  void commentsAndSpacesOfCodeDoNotCount() {
    assertThat(untranslated("x = 1  # one\n\n# two\ny=2"))
        .isEqualTo(untranslated("x=1 # 一\ny = 2 // 二"));
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(tokens("TITLE INIT")).containsExactly("title", "init");
    } finally {
      Locale.setDefault(locale);
    }
  }

  private List<String> tokens(String sentence) {
    List<String> tokens = new ArrayList<>();
    tokenizer.tokenize(sentence, tokens::add);
    return tokens;
  }

  private List<String> tokens(Segment segment) {
    List<String> tokens = new ArrayList<>();
    tokenizer.tokenize(segment, tokens::add);
    return tokens;
  }

  private List<String> untranslated(String block) {
    List<String> tokens = new ArrayList<>();
    tokenizer.tokenizeUntranslated(block, tokens::add);
    return tokens;
  }

  private static Segment link(String target) {
    return new Segment("⟦0⟧", List.of(new Placeholder(0, Placeholder.Kind.LINK, target)));
  }
}
