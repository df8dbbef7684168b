package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.amts.engine.EngineException;
import org.junit.jupiter.api.Test;

class GraphConstantsTest {

  private static final byte[] GRAPH = LearningModel.read("decoder.onnx");
  private static final GraphConstants CONSTANTS = GraphConstants.of(GRAPH);

  @Test
  void valuesAreThoseOfTheNetwork() {
    assertThat(CONSTANTS.dimensions("dec.0.f1.weight"))
        .hasValueSatisfying(
            dimensions -> assertThat(dimensions).containsExactly(LearningModel.WIDTH, 64));
    assertThat(CONSTANTS.values("nd.weight")).hasSize(LearningModel.WIDTH).containsOnly(1);
    // The embedding is stored once by rows, times the root of the width, and once by columns.
    float[] output = CONSTANTS.values("emb.weight");
    float[] input = CONSTANTS.values("embedding");
    for (int token = 0; token < LearningModel.VOCABULARY; token++) {
      for (int i = 0; i < LearningModel.WIDTH; i++) {
        assertThat(input[token * LearningModel.WIDTH + i] / (float) Math.sqrt(LearningModel.WIDTH))
            .isCloseTo(output[i * LearningModel.VOCABULARY + token], within(0.003f));
      }
    }
  }

  @Test
  void graphHasTheNewValuesAndNoOtherChange() {
    float[] values = CONSTANTS.values("dec.0.f1.weight");
    values[0] = 0.5f;
    values[3] = -0.25f;
    float[] bias = CONSTANTS.values("dec.0.f1.bias");
    bias[2] = 7;
    byte[] changed =
        CONSTANTS.graphWith(
            Map.of("dec.0.f1.weight", values, "dec.0.f1.bias", bias, "of.another.graph", bias));
    GraphConstants read = GraphConstants.of(changed);
    float[] found = read.values("dec.0.f1.weight");
    assertThat(found[0]).isEqualTo(0.5f, within(0.001f));
    assertThat(found[3]).isEqualTo(-0.25f, within(0.001f));
    assertThat(found[1]).isEqualTo(values[1]);
    assertThat(read.values("dec.0.f1.bias")).isEqualTo(bias);
    assertThat(read.values("emb.weight")).isEqualTo(CONSTANTS.values("emb.weight"));
    assertThat(changed).hasSameSizeAs(GRAPH);
    assertThat(CONSTANTS.graphWith(Map.of())).isEqualTo(GRAPH);
  }

  @Test
  void writingTheSameValuesChangesNothing() {
    for (String name : new String[] {"emb.weight", "embedding", "dec.0.f2.weight"}) {
      float[] values = CONSTANTS.values(name);
      float[] found = GraphConstants.of(CONSTANTS.graphWith(Map.of(name, values))).values(name);
      assertThat(found).containsExactly(values, within(1e-6f));
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> CONSTANTS.values("no.such.weight"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no.such.weight");
    assertThatThrownBy(() -> GraphConstants.of(new byte[] {58, 127, 1}))
        .isInstanceOf(EngineException.class);
  }
}
