package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Test;

class TokenDiffTest {

  @Test
  void takesOverWhatOneHunkChanges() {
    assertThat(changed("a red car", "a blue car")).containsExactly("a blue car");
    assertThat(changed("a  red car", "a blue fast car")).containsExactly("a  blue fast car");
    assertThat(changed("a red car", "a car")).containsExactly("a car");
    assertThat(changed("a car", "a red car")).containsExactly("a red car");
    assertThat(changed("这是模型。", "这是新模型。")).containsExactly("这是新模型。");
    assertThat(changed("a b c", "x b y")).containsExactly("x b c", "a b y");
    assertThat(changed("", "a")).containsExactly("a");
    assertThat(changed("a", "")).containsExactly("");
    assertThat(changed("a, b", "a, b")).isEmpty();
  }

  @Test
  void allHunksTogetherGiveTheTokensOfTheOtherText() {
    LongStream.range(0, 300)
        .mapToObj(RandomText::new)
        .forEach(
            random -> {
              String text = random.text(random.number(12));
              String other = random.text(random.number(12));
              TokenDiff diff = new TokenDiff(text, other);
              List<TokenDiff.Hunk> hunks = diff.hunks();
              String result =
                  hunks.isEmpty()
                      ? text
                      : diff.splice(hunks.get(0), hunks.get(hunks.size() - 1)).in(text);
              assertThat(words(result)).as("%s", random).isEqualTo(words(other));
            });
  }

  @Test
  void endsSoonOnLongTexts() {
    String text = "a ".repeat(20_000);
    String other = "b ".repeat(20_000);
    assertThat(new TokenDiff(text, other).hunks()).hasSize(1);
  }

  private static List<String> changed(String text, String other) {
    TokenDiff diff = new TokenDiff(text, other);
    return diff.hunks().stream().map(hunk -> diff.splice(hunk, hunk).in(text)).toList();
  }

  private static List<String> words(String text) {
    return TokenDiff.tokens(text).stream().map(TokenDiff.Token::text).toList();
  }
}
