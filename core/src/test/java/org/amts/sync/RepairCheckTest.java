package org.amts.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepairCheckTest {

  private static final Edit ONE_WORD_OF_TEN =
      new Edit(EditClass.MEANING, List.of("10"), List.of("12"), 0.9);

  @Test
  void aRepairChangesWhatTheEditTouches() {
    String before = "El bucle de entrenamiento dura siempre 10 épocas enteras en esta prueba.";
    assertThat(RepairCheck.keepsTheRest(before, before.replace("10", "12"), ONE_WORD_OF_TEN))
        .isTrue();
  }

  @Test
  void aNewTranslationIsNoRepair() {
    assertThat(
            RepairCheck.keepsTheRest(
                "El bucle de entrenamiento dura siempre 10 épocas enteras en esta prueba.",
                "En este ensayo se entrena durante 12 épocas completas.",
                ONE_WORD_OF_TEN))
        .isFalse();
  }
}
