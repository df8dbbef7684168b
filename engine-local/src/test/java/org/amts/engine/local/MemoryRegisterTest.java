package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.amts.engine.EngineException;
import org.junit.jupiter.api.Test;

class MemoryRegisterTest {

  private static final float[] GENERAL = {0.4f, 0.3f, 0.2f, 0.1f};

  /** Tag, text, end of sentence: the first and the last piece say nothing. */
  @Test
  void textLikeTheExamplesIsAboveZero() {
    List<int[]> sources = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      sources.add(new int[] {0, 3, 3, 1, 0});
    }
    MemoryRegister register = MemoryRegister.of(sources, GENERAL, piece -> false);
    assertThat(register.score(new int[] {0, 3, 3, 3, 0})).isPositive();
    assertThat(register.score(new int[] {3, 2, 2, 2, 3})).isNegative();
    assertThat(register.score(new int[] {0, 0})).isZero();
    // (4000 + 2000 · 0.1) / (6000 + 2000) / 0.1 = 5.25, over one piece and four without an opinion
    assertThat(register.score(new int[] {0, 3, 0})).isCloseTo(Math.log(5.25) / 5, within(1e-5));
  }

  @Test
  void aFewWordsSayLittle() {
    MemoryRegister register =
        MemoryRegister.of(List.of(new int[] {0, 3, 3, 0}), GENERAL, piece -> false);
    assertThat(Math.abs(register.score(new int[] {0, 3, 2, 1, 0}))).isLessThan(0.01);
  }

  @Test
  void placeholdersSayNothing() {
    List<int[]> sources = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      sources.add(new int[] {0, 3, 3, 3, 0});
    }
    MemoryRegister register = MemoryRegister.of(sources, GENERAL, piece -> piece == 3);
    assertThat(register.score(new int[] {0, 3, 3, 3, 0})).isZero();
  }

  @Test
  void ratesAreReadForEachLanguage() {
    byte[] header = "AMTS piece rates 1 en zh\n".getBytes(StandardCharsets.UTF_8);
    byte[] file = java.util.Arrays.copyOf(header, header.length + 4);
    file[header.length] = 8;
    file[header.length + 1] = 16;
    file[header.length + 2] = (byte) 248;
    PieceRates rates = PieceRates.parse(file, 2, "rates");
    assertThat(rates.of("en").orElseThrow()).containsExactly(0.5f, 0.25f);
    assertThat(rates.of("zh").orElseThrow()).containsExactly((float) Math.pow(2, -31), 1f);
    assertThat(rates.of("es")).isEmpty();
  }

  @Test
  void anotherFileIsNamed() {
    assertThatThrownBy(() -> PieceRates.parse(new byte[10], 2, "folder/piece-rates.bin"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("folder/piece-rates.bin");
  }
}
