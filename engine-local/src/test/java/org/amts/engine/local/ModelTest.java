package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model's files must be, and what is said of those that are not. */
class ModelTest {

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    TinyModel.copyTo(folder);
  }

  @Test
  void opens() {
    try (Model model = Model.open(ModelFiles.of(folder))) {
      assertThat(model.description().languagePairs()).contains(new LanguagePair("en", "zh"));
      assertThat(model.description().identity()).matches("tiny-1 sha256:[0-9a-f]{12}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.json", "encoder.onnx", "decoder.onnx", "spm.model"})
  void namesAMissingFile(String name) throws IOException {
    Files.delete(folder.resolve(name));
    assertRefused(folder.resolve(name) + ": no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"encoder.onnx", "decoder.onnx", "spm.model"})
  void namesADamagedFile(String name) throws IOException {
    byte[] content = TinyModel.read(name);
    content[content.length / 2] ^= 1;
    Files.write(folder.resolve(name), content);
    assertRefused(folder.resolve(name) + ": SHA-256 ");
  }

  @Test
  void namesAFileOfAnotherSize() throws IOException {
    Files.write(folder.resolve("decoder.onnx"), new byte[10]);
    assertRefused("decoder.onnx: 10 bytes, model.json says ");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    edit("\"format\": 2", "\"format\": 1");
    assertRefused("model.json: format 1, this engine reads formats 2 and 3");
    edit("\"format\": 1", "\"format\": \"?\"");
    assertRefused("model.json: format missing");
  }

  @Test
  void joinsWhatTheGraphsShare() throws IOException {
    // The last field of both graphs, six bytes, is the version of the operators.
    int length = 6;
    byte[] shared = null;
    for (String name : new String[] {"encoder.onnx", "decoder.onnx"}) {
      byte[] graph = TinyModel.read(name);
      byte[] end = Arrays.copyOfRange(graph, graph.length - length, graph.length);
      assertThat(shared == null || Arrays.equals(shared, end)).isTrue();
      shared = end;
      replace(name, graph, Arrays.copyOf(graph, graph.length - length));
    }
    assertRefused("");
    Files.write(folder.resolve("shared.onnx"), shared);
    edit(
        "\"files\": {",
        "\"files\": {\"shared.onnx\": {\"bytes\": 6, \"sha256\": \""
            + Checksum.sha256(shared)
            + "\"},");
    Model.open(ModelFiles.of(folder)).close();
    Files.delete(folder.resolve("shared.onnx"));
    assertRefused("shared.onnx: no such file");
  }

  private void replace(String name, byte[] before, byte[] after) throws IOException {
    Files.write(folder.resolve(name), after);
    edit(Checksum.sha256(before), Checksum.sha256(after));
    edit("\"bytes\": " + before.length, "\"bytes\": " + after.length);
  }

  @Test
  void refusesADescriptionOfAnotherModel() throws IOException {
    edit("\"decoderLayers\": 2", "\"decoderLayers\": 3");
    assertRefused("decoder.onnx: inputs ");
  }

  @Test
  void refusesAnotherVocabulary() throws IOException {
    edit("\"vocabulary\": 330", "\"vocabulary\": 331");
    assertRefused("spm.model: 330 pieces, model.json says 331");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"format\": 2}", "{\"format\": 2, \"name\": []}", "\0"})
  void refusesWhatIsNoDescription(String json) throws IOException {
    Files.writeString(folder.resolve("model.json"), json);
    assertRefused("model.json");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Model.open(ModelFiles.of(folder)).close())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(message);
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("model.json");
    String before = Files.readString(file);
    assertThat(before).contains(from);
    Files.writeString(file, before.replace(from, to));
  }
}
