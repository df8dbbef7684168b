package org.amts.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.amts.document.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TmxReaderTest {

  @TempDir Path folder;

  @Test
  void readsUnits() {
    ParallelDataImport result =
        readBody(
            """
            <tu><tuv xml:lang="EN"><seg>Hello &amp; welcome</seg></tuv>
                <tuv xml:lang="es-MX"><seg>Hola<hi> y</hi> <ph>{0}<sub>x</sub></ph>bienvenidos</seg></tuv>
                <tuv xml:lang="zh"><note>n</note><seg><![CDATA[<你好>]]></seg></tuv></tu>
            """);
    assertThat(pairs(result, "es-MX"))
        .containsExactly(new ParallelPair("Hello & welcome", "Hola y bienvenidos"));
    assertThat(pairs(result, "zh")).containsExactly(new ParallelPair("Hello & welcome", "<你好>"));
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void newestOfEqualSourcesWinsElseTheLast() {
    ParallelDataImport result =
        readBody(
            unit("a", "newest", " changedate='20260301T000000Z'")
                + unit("a", "older", " changedate='20250301T000000Z'")
                + unit("b", "dated", " changedate='20260301T000000Z'")
                + unit("b", "last", "")
                + unit("c", "first of a day", " changedate='20260301T000000Z'")
                + unit("c", "last of a day", " changedate='20260301T000000Z'"));
    assertThat(pairs(result, "es"))
        .containsExactly(
            new ParallelPair("a", "newest"),
            new ParallelPair("b", "last"),
            new ParallelPair("c", "last of a day"));
    assertThat(result.skipped()).isEqualTo(3);
  }

  @Test
  void unitsThatBreakTheRulesFailAlone() {
    ParallelDataImport result =
        readBody(
            "<tu><tuv xml:lang='en'><seg>alone</seg></tuv></tu>\n"
                + "<tu><tuv xml:lang='es'><seg>a</seg></tuv><tuv xml:lang='fr'><seg>b</seg></tuv></tu>\n"
                + "<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='en'><seg>b</seg></tuv></tu>\n"
                + "<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv><seg>b</seg></tuv></tu>\n"
                + "<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='es'/></tu>\n"
                + unit("good", "bueno", ""));
    assertThat(pairs(result, "es")).containsExactly(new ParallelPair("good", "bueno"));
    assertThat(result.failed()).isEqualTo(5);
    assertThat(messages(result).get(0))
        .isEqualTo(
            "a.tmx:4: error: tu element number 1: a tu element must have two tuv elements or more");
    assertThat(messages(result).get(1))
        .isEqualTo(
            "a.tmx:5: error: tu element number 2: a tu element must have exactly one tuv element in"
                + " en");
    assertThat(messages(result).get(3)).endsWith("must have an xml:lang and a seg element");
  }

  @Test
  void emptyAndTooLongTextsAreSkipped() {
    ParallelDataImport result =
        readBody(unit(" ", "b", "") + unit("a", "", "") + unit("c", "字".repeat(334), ""));
    assertThat(result.imported()).isZero();
    assertThat(result.skipped()).isEqualTo(3);
    assertThat(result.failed()).isZero();
  }

  @Test
  void needsASourceLanguage() {
    assertUnreadable("<tmx version='1.4'><header srclang='*all*'/><body/></tmx>", "srclang");
    assertUnreadable("<tmx version='1.4'><body>" + unit("a", "b", "") + "</body></tmx>", "header");
    assertUnreadable("<tmx version='1.4'><header srclang='en'/><body/></tmx>", "no tu element");
  }

  @Test
  void brokenXmlIsReportedAtItsLine() {
    ParallelDataImport result =
        read("<tmx>\n<header srclang='en'/>\n<body>" + unit("a", "b", "") + "<tu></body>");
    assertThat(result.data()).isEmpty();
    assertThat(messages(result)).singleElement().asString().startsWith("a.tmx:4: error: not well-");
    assertUnreadable("", "not well-formed");
    assertUnreadable("en,es\na,b\n", "not well-formed");
    assertUnreadable("<tmx><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>a", "not well-");
  }

  @Test
  void bytesThatAreNotUtf8AreReported() throws IOException {
    byte[] content = document(unit("a", "\u00F1", "")).getBytes(StandardCharsets.ISO_8859_1);
    ParallelDataImport result = ParallelDataReader.read("a.tmx", new ByteArrayInputStream(content));
    assertThat(result.data()).isEmpty();
    assertThat(messages(result)).singleElement().asString().contains("error: not well-formed XML");
  }

  @Test
  void documentTypeOfTmxIsNotFetched() {
    ParallelDataImport result =
        read("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n" + document(unit("a", "b", "")));
    assertThat(result.imported()).isEqualTo(1);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void externalEntitiesAreNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret words");
    String declaration = "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    ParallelDataImport result = read(declaration + document(unit("a", "&x;", "")));
    assertThat(result.data()).isEmpty();
    assertThat(result.toString()).doesNotContain("secret words");
    ParallelDataImport inAttribute =
        read(declaration + document(unit("a", "b", " changedate='&x;'")));
    assertThat(inAttribute.toString()).doesNotContain("secret words");
  }

  @Test
  void billionLaughsAreRefused() {
    StringBuilder declarations = new StringBuilder("<!DOCTYPE tmx [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      declarations.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    String bomb = declarations + "]>" + document(unit("a", "&l11;", ""));
    ParallelDataImport result = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(bomb));
    assertThat(result.data()).isEmpty();
    assertThat(result.failed()).isEqualTo(1);
  }

  private void assertUnreadable(String content, String message) {
    ParallelDataImport result = read(content);
    assertThat(result.data()).isEmpty();
    assertThat(result.problems()).singleElement().asString().contains("error: ").contains(message);
  }

  private static String unit(String source, String target, String attributes) {
    return ("<tu%s><tuv xml:lang='en'><seg>%s</seg></tuv>"
            + "<tuv xml:lang='es'><seg>%s</seg></tuv></tu>\n")
        .formatted(attributes, source, target);
  }

  private static String document(String body) {
    return "<tmx version='1.4'>\n<header srclang='en'/>\n<body>\n" + body + "</body></tmx>";
  }

  private static ParallelDataImport readBody(String body) {
    return read(document(body));
  }

  private static ParallelDataImport read(String content) {
    try {
      return ParallelDataReader.read(
          "a.tmx", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
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
