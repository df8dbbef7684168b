package org.amts.engine.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.amts.engine.Example;

/**
 * The small network with which the tests learn, made by {@code src/test/onnx/learning_model.py}.
 */
final class LearningModel {

  static final int VOCABULARY = 60;
  static final int WIDTH = 32;
  private static final int START = 2;
  private static final int END = 3;
  private static final int FIRST_WORD = 10;

  private LearningModel() {}

  static byte[] read(String name) {
    try (InputStream in = LearningModel.class.getResourceAsStream("learning/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final LearningWeights WEIGHTS =
      new LearningWeights(
          read("encoder.onnx"),
          read("decoder.onnx"),
          new ModelDescription.Network(WIDTH, 64, 2, 1, 1, VOCABULARY, 512, "int8-per-row"));

  static LearningGraph graph() {
    return new LearningGraph(read("learning.onnx"), WEIGHTS.constants());
  }

  /** Sentences of three to eight words, each translated by the next word but one. */
  static List<StateReader.Readable> sentences(int count, Random random) {
    List<StateReader.Readable> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] words = random.ints(3 + random.nextInt(6), 0, 20).toArray();
      int[] said = new int[words.length + 1];
      for (int j = 0; j < words.length; j++) {
        said[j] = FIRST_WORD + words[j] + 20;
      }
      said[words.length] = END;
      sentences.add(sentence(words, said));
    }
    return sentences;
  }

  /** A sentence of five words whose translation has words of ten tokens only. */
  static StateReader.Readable sentence(int firstToken, Random random) {
    return sentence(
        random.ints(5, 0, 20).toArray(), random.ints(6, firstToken, firstToken + 10).toArray());
  }

  private static StateReader.Readable sentence(int[] words, int[] said) {
    int[] source = new int[words.length + 2];
    source[0] = 4;
    for (int i = 0; i < words.length; i++) {
      source[i + 1] = FIRST_WORD + words[i];
    }
    source[words.length + 1] = END;
    int[] read = new int[said.length];
    read[0] = START;
    System.arraycopy(said, 0, read, 1, said.length - 1);
    return new StateReader.Readable(Example.of("?", "!"), source, read, said);
  }
}
