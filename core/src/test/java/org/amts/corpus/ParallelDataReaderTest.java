package org.amts.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.amts.document.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelDataReaderTest {

  @Test
  void readsCommaSeparatedValues() {
    ParallelDataImport result = read("a.csv", "en,zh\nHello.,你好。\n\"One, two\",\"一，\"\"二\"\"\"\n");
    assertThat(result.data())
        .containsExactly(
            new ParallelData(
                "en",
                "zh",
                List.of(
                    new ParallelPair("Hello.", "你好。"), new ParallelPair("One, two", "一，\"二\""))));
    assertThat(result.imported()).isEqualTo(2);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void readsTabSeparatedValuesWithSeveralTargets() {
    ParallelDataImport result = read("a.TSV", "en\tzh\tes\r\none, two\t一\tuno\r\nthree\t\ttres");
    assertThat(pairs(result, "zh")).containsExactly(new ParallelPair("one, two", "一"));
    assertThat(pairs(result, "es"))
        .containsExactly(new ParallelPair("one, two", "uno"), new ParallelPair("three", "tres"));
    assertThat(messages(result))
        .containsExactly("a.TSV:3: warning: skipped: the target (zh) is empty");
    assertThat(result.skipped()).isEqualTo(1);
    assertThat(result.forTarget("fr")).isEmpty();
  }

  @Test
  void byteOrderMarkAndLineEndsOfAllKindsAreFine() {
    ParallelDataImport result = read("a.csv", "\uFEFFen,es\ra,b\r\nc,d\n\ne,f");
    assertThat(pairs(result, "es"))
        .containsExactly(
            new ParallelPair("a", "b"), new ParallelPair("c", "d"), new ParallelPair("e", "f"));
    assertThat(messages(result)).containsExactly("a.csv:4: warning: skipped: the line is empty");
  }

  @Test
  void laterDuplicateWins() {
    ParallelDataImport result = read("a.csv", "en,es\na,first\nb,other\na,second\n");
    assertThat(pairs(result, "es"))
        .containsExactly(new ParallelPair("b", "other"), new ParallelPair("a", "second"));
    assertThat(messages(result))
        .containsExactly(
            "a.csv:4: warning: skipped: replaces an earlier record with the same source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1", "-1", "=1", "@a", "\"+1\"", "\"=1\""})
  void noFieldBeginsWithTheSignOfAFormula(String field) {
    ParallelDataImport result = read("a.csv", "en,es\n" + field + ",b\nc," + field + "\nd,e\n");
    assertThat(pairs(result, "es")).containsExactly(new ParallelPair("d", "e"));
    assertThat(result.failed()).isEqualTo(2);
    assertThat(messages(result).get(0)).startsWith("a.csv:2: error: the source begins with ");
    assertThat(messages(result).get(1)).startsWith("a.csv:3: error: the target (es) begins with ");
  }

  @Test
  void thousandBytesAreTheMost() {
    String longest = "字".repeat(333) + "a"; // 1000 bytes
    String tooLong = "字".repeat(334); // 1002 bytes, but only 334 characters
    ParallelDataImport result =
        read("a.csv", "en,zh\na," + longest + "\nb," + tooLong + "\n" + tooLong + ",c\n");
    assertThat(pairs(result, "zh")).containsExactly(new ParallelPair("a", longest));
    assertThat(messages(result))
        .containsExactly(
            "a.csv:3: warning: skipped: the target (zh) has 1002 bytes, and 1000 is the most",
            "a.csv:4: warning: skipped: the source has 1002 bytes, and 1000 is the most");
  }

  @ParameterizedTest
  @CsvSource({"a,1", "é,2", "字,3", "😀,4"})
  void countsBytesOfUtf8(String text, int bytes) {
    assertThat(AmazonRules.bytes(text)).isEqualTo(bytes);
    assertThat(AmazonRules.bytes("\uD83D")).isEqualTo(1);
  }

  @Test
  void quoteThatIsNotClosedSpoilsItsLineOnly() {
    ParallelDataImport result = read("a.csv", "en,es\n\"a,b\nc,d\n\"e\"f,g\nh,i,j\nk\n");
    assertThat(pairs(result, "es")).containsExactly(new ParallelPair("c", "d"));
    assertThat(messages(result))
        .containsExactly(
            "a.csv:2: error: a double quote is not closed; a field cannot span lines",
            "a.csv:4: error: text follows a closing double quote; within a quoted field a quote is"
                + " written twice",
            "a.csv:5: error: 3 fields for 2 languages; a field with a comma must stand in double"
                + " quotes",
            "a.csv:6: error: 1 fields for 2 languages; a field with a comma must stand in double"
                + " quotes");
    assertThat(result.failed()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "en",
        "Hello world,Hola\na,b",
        "en,en\na,b",
        "en,EN\na,b",
        "en,\"es\na,b"
      })
  void fileWithoutLanguageCodesIsNotReadAtAll(String content) {
    ParallelDataImport result = read("a.csv", content);
    assertThat(result.data()).isEmpty();
    assertThat(result.imported()).isZero();
    assertThat(result.problems())
        .singleElement()
        .extracting(Diagnostic::severity)
        .isEqualTo(Diagnostic.Severity.ERROR);
  }

  @Test
  void bytesThatAreNotUtf8AreFoundAtTheirLine() throws IOException {
    byte[] content = "en,es\na,b\nc,\u00F1\n".getBytes(StandardCharsets.ISO_8859_1);
    ParallelDataImport result = ParallelDataReader.read("a.csv", new ByteArrayInputStream(content));
    assertThat(result.data()).isEmpty();
    assertThat(messages(result))
        .containsExactly("a.csv:3: error: not UTF-8; save the file in UTF-8 and import it again");
  }

  @Test
  void problemsAreCountedAllAndListedInPart() {
    ParallelDataImport result = read("a.csv", "en,es\n" + ",b\n".repeat(5000));
    assertThat(result.skipped()).isEqualTo(5000);
    assertThat(result.problems()).hasSize(ParallelDataImport.MOST_PROBLEMS);
  }

  @Test
  void otherFilesAreRefused() {
    assertThatThrownBy(() -> read("a.xlsx", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.xlsx: a file of pairs or terms must be named .csv, .tsv or .tmx");
  }

  @Test
  void worksUnderTurkishLocale() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(read("A.CSV", "en,es\nINSTALL,INSTALAR\n").imported()).isEqualTo(1);
      assertThat(ParallelDataFormat.TMX.extension()).isEqualTo("tmx");
      assertThat(LanguageCode.language("ID-id")).isEqualTo("id");
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static ParallelDataImport read(String name, String content) {
    try {
      return ParallelDataReader.read(
          name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ParallelPair> pairs(ParallelDataImport result, String language) {
    return result.forTarget(language).orElseThrow().pairs();
  }

  private static List<String> messages(ParallelDataImport result) {
    return result.problems().stream().map(Diagnostic::toString).toList();
  }
}
