package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amts.engine.Adaptation;
import org.amts.engine.Formality;
import org.amts.engine.LanguagePair;
import org.amts.engine.TermEntry;
import org.amts.segment.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookAdaptationTest {

  private static final LanguagePair EN_ES = new LanguagePair("en", "es");

  @TempDir Path root;

  @Test
  void takesWhatTheSettingsOfTheTargetSay() throws IOException {
    Files.writeString(root.resolve("terms.csv"), "zh,en,es\n词元,token,\n批次,batch,lote\n");
    Book book = book("terminology: terms.csv, formality: formal, brevity: true");

    BookAdaptation adaptation = BookAdaptation.of(book, EN_ES);

    assertThat(adaptation.adaptation().terminology())
        .containsExactly(new TermEntry("batch", "lote"));
    assertThat(adaptation.adaptation().formality()).isEqualTo(Formality.FORMAL);
    assertThat(adaptation.adaptation().brief()).isTrue();
    assertThat(adaptation.problems()).singleElement().asString().contains("terms.csv:2");
    assertThat(BookAdaptation.of(book, EN_ES.reversed()).adaptation()).isEqualTo(Adaptation.NONE);
  }

  @Test
  void hidesWhatIsNotToBeTranslatedAndLeavesTermsToTheEngine() throws IOException {
    Files.writeString(root.resolve("terms.csv"), "en,es\nbatch,lote\n");
    Book book = book("terminology: terms.csv, do-not-translate: [NumPy]");
    Segment segment = Segment.of("NumPy batch");
    assertThat(TargetStyles.of(book, "es").prepare(segment).text()).isEqualTo("⟦0⟧ batch");
  }

  @Test
  void saysWhatIsWrongWithATerminology() throws IOException {
    assertThatThrownBy(() -> BookAdaptation.of(book("terminology: none.csv"), EN_ES))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("none.csv");
    Files.writeString(root.resolve("terms.csv"), "en,zh\nbatch,批次\n");
    assertThatThrownBy(() -> BookAdaptation.of(book("terminology: terms.csv"), EN_ES))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no terms en-es, only the languages en, zh");
    Files.writeString(root.resolve("empty.csv"), "");
    assertThatThrownBy(() -> BookAdaptation.of(book("terminology: empty.csv"), EN_ES))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("empty.csv: error: the file is empty");
    assertThatThrownBy(() -> BookAdaptation.of(book("terminology: terms.xls"), EN_ES))
        .isInstanceOf(SettingsException.class);
  }

  @Test
  void refusesSettingsWithoutMeaning() {
    assertThatThrownBy(() -> book("formality: polite"))
        .hasMessageContaining("amts.yml")
        .hasMessageContaining("\"formality\" cannot be \"polite\"; possible: formal, informal");
    assertThatThrownBy(() -> book("do-not-translate: ['']")).hasMessageContaining("empty word");
    assertThatThrownBy(() -> book("brevity: 7up")).hasMessageContaining("brevity");
  }

  private Book book(String settings) throws IOException {
    Path file =
        Files.writeString(
            root.resolve("amts.yml"),
            """
            files:
              - {source: /en/*.md, translation: /es/%%original_file_name%%}
            targets:
              es: {%s}
            """
                .formatted(settings));
    return new Book(root, BookSettingsReader.read(file));
  }
}
