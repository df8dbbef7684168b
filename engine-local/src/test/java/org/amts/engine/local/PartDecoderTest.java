package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amts.engine.EngineSettings;
import org.junit.jupiter.api.Test;

class PartDecoderTest {

  /** A network that cannot end a sentence gives no answer that can be used. */
  @Test
  void whereAdviceSpoilsTheAnswerTheModelAnswersAlone() {
    ModelFiles files = ModelFiles.of(null);
    try (Model model = Model.open(files);
        PartDecoder decoder = new PartDecoder(model, EngineSettings.DEFAULT);
        Network endless = withoutEnd(model)) {
      ModelInput input = model.codec().encode("The model reads a line.", "es").orElseThrow();
      Part alone = new Part(input, Guidance.NONE);
      Part advised = new Part(input, new Guidance(new int[0], null, endless, true));
      List<Part> settled = new ArrayList<>();
      decoder.decode(List.of(alone, advised), settled::add);
      assertThat(alone.answer()).isNotBlank();
      assertThat(advised.answer()).isEqualTo(alone.answer());
      assertThat(advised.isRetried()).isTrue();
      assertThat(settled).containsExactlyInAnyOrder(alone, advised);
      assertThat(decoder.counts().failed()).isZero();
    }
  }

  /** Greedily the link is lost, also under rules. */
  @Test
  void aBeamFindsAnAnswerWhereTheGreedyOnesCannotBeUsed() {
    String text =
        "For instance, NVIDIA's [Turing]⟦0⟧ T4 GPUs are optimized for inference whereas the V100 GPUs are"
            + " preferable for training.";
    try (Model model = Model.open(ModelFiles.of(null));
        PartDecoder decoder = new PartDecoder(model, EngineSettings.DEFAULT)) {
      Part part = new Part(model.codec().encode(text, "es").orElseThrow(), Guidance.NONE);
      List<Part> settled = new ArrayList<>();
      decoder.decode(List.of(part), settled::add);
      assertThat(part.answer()).contains("]⟦0⟧");
      assertThat(part.isRetried()).isTrue();
      assertThat(settled).containsExactly(part);
      assertThat(decoder.counts().failed()).isZero();
    }
  }

  private static Network withoutEnd(Model model) {
    ModelDescription description = model.description();
    byte[] encoder = model.files().graph("encoder.onnx", description);
    LearningWeights weights =
        new LearningWeights(
            encoder, model.files().graph("decoder.onnx", description), description.network());
    LearningWeights.Graphs graphs =
        weights.with(
            new NetworkLearning.Learnt(
                Map.of(),
                Map.of(),
                Map.of(description.tokens().end(), new float[description.network().d()])));
    return new Network(graphs.encoder(), graphs.decoder(), description.network());
  }
}
