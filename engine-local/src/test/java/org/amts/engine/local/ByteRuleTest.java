package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ByteRuleTest {

  private final Model model = Model.open(ModelFiles.of(null));
  private final Vocabulary vocabulary = model.codec().vocabulary();

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void takesOverWholeCharactersOfTheSource() {
    // 椅 is E6 A4 85, 枻 E6 9E BB: both begin alike
    ByteRule rule = rule("椅枻 a");
    assertThat(allowedBytes(rule)).containsExactly("<0xE6>");
    assertThat(allowed(rule, "<0xE6>")).containsExactlyInAnyOrder("<0xA4>", "<0x9E>");
    assertThat(allowed(rule, "<0xE6>", "<0x9E>")).containsExactly("<0xBB>");
    assertThat(allowedBytes(rule, "<0xE6>", "<0x9E>", "<0xBB>")).containsExactly("<0xE6>");
    assertThat(allowed(rule, "<0xE6>", "<0x9E>", "<0xBB>")).hasSizeGreaterThan(50);
  }

  @Test
  void forbidsAllBytesWhereTheSourceHasNone() {
    assertThat(allowedBytes(rule("a line"))).isEmpty();
  }

  /** Models that learnt it write a byte out as the six characters that stand for it. */
  @Test
  void leavesNoBracketToWriteAByteOutWith() {
    assertThat(allowed(rule("a line"))).noneMatch(piece -> piece.endsWith("<"));
    assertThat(allowed(rule("a < b"))).anyMatch(piece -> piece.endsWith("<"));
  }

  private ByteRule rule(String source) {
    return new ByteRule(vocabulary, model.codec().encode(source, "en").orElseThrow());
  }

  private String[] allowed(ByteRule rule, String... before) {
    TokenSequence tokens = new TokenSequence();
    Arrays.stream(before).mapToInt(vocabulary::id).forEach(tokens::add);
    float[] logits = new float[vocabulary.size()];
    rule.apply(tokens, logits);
    return IntStream.range(0, logits.length)
        .filter(token -> logits[token] != TokenRule.FORBIDDEN)
        .mapToObj(vocabulary::text)
        .toArray(String[]::new);
  }

  private String[] allowedBytes(ByteRule rule, String... before) {
    return Arrays.stream(allowed(rule, before))
        .filter(piece -> piece.startsWith(ByteRule.WRITTEN_OUT))
        .toArray(String[]::new);
  }
}
