package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoders give the reference's tokens, whatever the batch. */
class DecoderTest {

  private static final long SEED = 7;

  private static Model model;
  private static ReferenceDecoder reference;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    model = Model.open(ModelFiles.of(TinyModel.copyTo(folder)));
    reference = new ReferenceDecoder(model.description().network());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void greedyEqualsTheReference() {
    int ended = 0;
    try (DecoderState state = new DecoderState(model.network())) {
      for (List<DecodingTask> batch : batches()) {
        List<List<Hypothesis>> answers =
            new GreedyDecoder(model.description()).decode(state, batch);
        for (int i = 0; i < batch.size(); i++) {
          DecodingTask task = batch.get(i);
          Hypothesis answer = answers.get(i).get(0);
          int[] expected = reference.greedy(task.source(), task.limit());
          ended += answer.ended() ? 1 : 0;
          if (!answer.ended() && task.repetitions().loopIn(answer.tokens())) {
            // The reference goes on until the limit.
            expected = Arrays.copyOf(expected, answer.tokens().length);
          }
          assertThat(answer.tokens())
              .as("seed %d, source %s", SEED, Arrays.toString(task.source()))
              .isEqualTo(expected);
        }
      }
    }
    assertThat(ended).as("answers that ended by themselves").isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void beamEqualsTheReference(int beam) {
    try (DecoderState state = new DecoderState(model.network())) {
      for (List<DecodingTask> batch : batches()) {
        List<List<Hypothesis>> answers =
            new BeamDecoder(model.description(), beam).decode(state, batch);
        for (int i = 0; i < batch.size(); i++) {
          DecodingTask task = batch.get(i);
          assertThat(answers.get(i).get(0).tokens())
              .as("seed %d, source %s", SEED, Arrays.toString(task.source()))
              .isEqualTo(reference.beam(task.source(), task.limit(), beam));
        }
      }
    }
  }

  /** Batches of 1 to 12 sentences, each of one padded length, in changing order of lengths. */
  private static List<List<DecodingTask>> batches() {
    Random random = new Random(SEED);
    List<List<DecodingTask>> batches = new ArrayList<>();
    for (int size : new int[] {12, 1, 9, 2, 7, 5}) {
      int longest = 8 * (1 + random.nextInt(4));
      List<DecodingTask> batch = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int[] source = new int[longest - random.nextInt(6)];
        Arrays.setAll(source, j -> 4 + random.nextInt(300));
        source[source.length - 1] = 3;
        batch.add(
            new DecodingTask(source, 30, new Repetitions(source), List.of(), new int[0], null));
      }
      batches.add(batch);
    }
    return batches;
  }
}
