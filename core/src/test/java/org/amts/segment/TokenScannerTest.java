package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenScannerTest {

  @Test
  void words() {
    assertThat(tokens("Don't use HTML5, naïve niños!"))
        .containsExactly(
            "WORD Don't", "WORD use", "WORD HTML5", "SIGN ,", "WORD naïve", "WORD niños", "SIGN !");
    assertThat(tokens("end-to-end 'quoted'"))
        .containsExactly(
            "WORD end",
            "SIGN -",
            "WORD to",
            "SIGN -",
            "WORD end",
            "SIGN '",
            "WORD quoted",
            "SIGN '");
    assertThat(tokens("e\u0301t\u00e9")).containsExactly("WORD e\u0301t\u00e9");
    assertThat(tokens("한국어 텍스트")).containsExactly("WORD 한국어", "WORD 텍스트");
  }

  @Test
  void numbers() {
    assertThat(tokens("1,000.5 at 10:30, 3. 2nd 第3章"))
        .containsExactly(
            "NUMBER 1,000.5",
            "WORD at",
            "NUMBER 10:30",
            "SIGN ,",
            "NUMBER 3",
            "SIGN .",
            "WORD 2nd",
            "IDEOGRAPH 第",
            "NUMBER 3",
            "IDEOGRAPH 章");
  }

  @Test
  void placeholdersAndSigns() {
    assertThat(tokens("**see** ⟦12⟧… ⟦x⟧ ⟦⟧ ⟦12345⟧"))
        .containsExactly(
            "SIGN **",
            "WORD see",
            "SIGN **",
            "PLACEHOLDER ⟦12⟧",
            "SIGN …",
            "SIGN ⟦",
            "WORD x",
            "SIGN ⟧",
            "SIGN ⟦",
            "SIGN ⟧",
            "SIGN ⟦",
            "NUMBER 12345",
            "SIGN ⟧");
  }

  @Test
  void chineseByCharacter() {
    assertThat(tokens("用GPU训练。"))
        .containsExactly("IDEOGRAPH 用", "WORD GPU", "IDEOGRAPH 训", "IDEOGRAPH 练", "SIGN 。");
  }

  @Test
  void whiteSpaceAndFormatCharactersAreNoTokens() {
    assertThat(tokens(" \u00a0\u3000\u200b\uFEFF\t\n\u0000")).isEmpty();
  }

  /** Every character is in a token or separates; no two tokens overlap. */
  @Test
  void tokensFollowOneAnotherInAnyString() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      TokenScanner scanner = new TokenScanner(text.toString());
      int end = 0;
      while (scanner.next()) {
        assertThat(scanner.start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
        assertThat(scanner.end()).as("seed %d", seed).isGreaterThan(scanner.start());
        end = scanner.end();
      }
      assertThat(end).as("seed %d", seed).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    TokenScanner scanner = new TokenScanner(text);
    while (scanner.next()) {
      tokens.add(scanner.kind() + " " + text.substring(scanner.start(), scanner.end()));
    }
    return tokens;
  }
}
