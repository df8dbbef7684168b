package org.amts.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.amts.corpus.TermTable.Directionality;
import org.amts.document.Diagnostic;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminologyReaderTest {

  private static final String TABLE =
      "en,zh,es\nlearning rate,学习率,tasa de aprendizaje\ntoken,词元,\n";

  @Test
  void inOneDirectionTheFirstColumnIsTheSource() throws IOException {
    TermTable table = read("t.csv", TABLE);
    assertThat(table.pairs("en", "zh", Directionality.UNI))
        .contains(
            List.of(new ParallelPair("learning rate", "学习率"), new ParallelPair("token", "词元")));
    assertThat(table.pairs("EN", "ES", Directionality.UNI).orElseThrow()).hasSize(1);
    assertThat(table.pairs("zh", "en", Directionality.UNI)).isEmpty();
    assertThat(table.pairs("en", "fr", Directionality.UNI)).isEmpty();
    assertThat(messages(table))
        .containsExactly("t.csv:3: warning: skipped: the target (es) is empty");
  }

  @Test
  void inAllDirectionsAnyColumnIs() throws IOException {
    TermTable table = read("t.tsv", TABLE.replace(',', '\t') + "\t卷积\tconvolución\n");
    assertThat(table.pairs("es", "zh", Directionality.MULTI))
        .contains(
            List.of(
                new ParallelPair("tasa de aprendizaje", "学习率"),
                new ParallelPair("convolución", "卷积")));
    assertThat(table.pairs("zh", "en", Directionality.MULTI).orElseThrow()).hasSize(2);
    assertThat(table.pairs("zh", "zh", Directionality.MULTI)).isEmpty();
    assertThat(table.pairs("zh", "fr", Directionality.MULTI)).isEmpty();
  }

  @Test
  void readsTmx() throws IOException {
    TermTable table =
        read(
            "t.tmx",
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>token</seg></tuv><tuv xml:lang="zh"><seg>词元</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>batch</seg></tuv><tuv xml:lang="es"><seg>lote</seg></tuv></tu>
            <tu><tuv xml:lang="es"><seg>capa</seg></tuv><tuv xml:lang="zh"><seg>层</seg></tuv></tu>
            </body></tmx>
            """);
    assertThat(table.languages()).containsExactly("en", "zh", "es");
    assertThat(table.pairs("en", "zh", Directionality.UNI))
        .contains(List.of(new ParallelPair("token", "词元")));
    assertThat(table.pairs("es", "en", Directionality.MULTI))
        .contains(List.of(new ParallelPair("lote", "batch")));
    assertThat(table.failed()).isEqualTo(1);
    assertThat(messages(table)).singleElement().asString().startsWith("t.tmx:4: error: ");
  }

  @Test
  void keepsAmazonsLimits() throws IOException {
    assertThat(messages(read("t.csv", "en,zh\n" + "x".repeat(201) + ",y\nz," + "字".repeat(67))))
        .containsExactly(
            "t.csv:2: warning: skipped: the source has 201 bytes, and 200 is the most",
            "t.csv:3: warning: skipped: the target (zh) has 201 bytes, and 200 is the most");
    assertThat(messages(read("t.csv", "en,a1,a2,a3\n")))
        .singleElement()
        .asString()
        .contains("language codes");
    String eleven = "aa,ab,ac,ad,ae,af,ag,ah,ai,aj,ak";
    assertThat(read("t.csv", eleven + "\n").languages()).hasSize(11);
    TermTable tooMany = read("t.csv", eleven + ",al\n");
    assertThat(tooMany.languages()).isEmpty();
    assertThat(messages(tooMany))
        .containsExactly("t.csv: error: more than 10 target languages; split the file");
    TermTable tooLarge = read("t.csv", "en,zh\n" + "token,词元\n".repeat(1_000_000));
    assertThat(tooLarge.rows()).isEmpty();
    assertThat(tooLarge.problems().get(tooLarge.problems().size() - 1).message())
        .contains("larger than 10485760 bytes");
  }

  @Test
  void theLaterOfTwoTranslationsCountsAndIsReported() throws IOException {
    TermTable table = read("t.csv", "en,zh\ntoken,标记\n token ,词元\n");
    assertThat(table.pairs("en", "zh", Directionality.UNI))
        .contains(List.of(new ParallelPair("token", "词元")));
    assertThat(messages(table)).singleElement().asString().contains("t.csv:3: warning", "line 2");
  }

  @Test
  void aTermMayBeginWithTheSignOfAFormula() throws IOException {
    assertThat(read("t.csv", "en,zh\n@property,属性\n-Xmx,-Xmx\n").rows()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"t.csv|''|empty", "t.csv|en|two language codes", "t.tmx|<tmx>|not well-formed"})
  void saysWhyAFileCannotBeRead(String name, String content, String why) throws IOException {
    TermTable table = read(name, content);
    assertThat(table.languages()).isEmpty();
    assertThat(messages(table)).singleElement().asString().contains(why);
  }

  @Test
  void refusesOtherFormats() {
    assertThatThrownBy(() -> read("t.xlsx", "")).hasMessageContaining("t.xlsx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "tmx"})
  void neverFailsOnRandomContent(String format) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(seed % 2 == 0 ? "en,zh\n" : "");
            for (int i = 0; i < 200; i++) {
              text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
            TermTable table = read("t." + format, text.toString());
            assertThat(table.rows()).as("seed %d", seed).allMatch(row -> row.size() > 1);
          }
        });
  }

  private static TermTable read(String name, String content) throws IOException {
    return TerminologyReader.read(
        name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> messages(TermTable table) {
    return table.problems().stream().map(Diagnostic::toString).toList();
  }
}
