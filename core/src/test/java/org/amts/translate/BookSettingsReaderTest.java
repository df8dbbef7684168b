package org.amts.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookSettingsReaderTest {

  @TempDir Path folder;

  @Test
  void readsEverySettingAndFillsInTheRest() throws IOException {
    BookSettings settings =
        read(
            """
            source: en
            files:
              - source: /en/**/*.md
                translation: /%two_letters_code%/**/%original_file_name%
            exclude: [/en/drafts/**]
            targets:
              zh:
                engine-settings: {bucket: other, keep: true}
                terminology: terminology/en-zh.csv
                do-not-translate: [Transformer]
                first-mention: true
                typography:
                  spacing: none
              es:
            parallel-data:
              format: tmx
            engine-settings:
              bucket: mine
              price: 15
            evaluation:
              held-out:
                - /en/ch1/a.md
              keep-repetitions: true
            """);

    assertThat(settings.files()).hasSize(1);
    assertThat(settings.targets()).containsOnlyKeys("zh", "es");
    assertThat(settings.targets().get("es")).isEqualTo(TargetSettings.DEFAULT);
    TargetSettings chinese = settings.targets().get("zh");
    assertThat(chinese.engine()).isEqualTo("local");
    assertThat(chinese.doNotTranslate()).containsExactly("Transformer");
    assertThat(chinese.firstMention()).isTrue();
    assertThat(chinese.engineSettings()).isEqualTo(Map.of("bucket", "other", "keep", "true"));
    assertThat(settings.engineSettings()).isEqualTo(Map.of("bucket", "mine", "price", "15"));
    assertThat(settings.parallelData())
        .isEqualTo(new ParallelDataSettings("parallel-data", "tmx", 0.5));
    assertThat(settings.evaluation().heldOut()).containsExactly("/en/ch1/a.md");
    assertThat(settings.evaluation().keepRepetitions()).isTrue();
  }

  @Test
  void namesTheLineOfAMisspeltSetting() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    files:
                      - source: /en/*.md
                        translation: /zh/%original_file_name%
                    targets:
                      zh:
                        teminology: x.csv
                    """))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("amts.yml:6")
        .hasMessageContaining("unknown setting \"teminology\"")
        .hasMessageContaining("terminology");
  }

  @Test
  void explainsWhatIsMissingOrWrong() {
    assertThatThrownBy(() -> read("targets:\n  zh:\n")).hasMessageContaining("no \"files\"");
    assertThatThrownBy(() -> read("")).hasMessageContaining("amts.yml");
    assertThatThrownBy(() -> read("files: [\n")).hasMessageContaining("not YAML");
    assertThatThrownBy(
            () ->
                read(
                    """
                    files:
                      - {source: /en/*.md, translation: /%lang%/%file_name%.md}
                    targets: {zh: }
                    """))
        .hasMessageContaining("unknown %lang%");
    assertThatThrownBy(() -> BookSettingsReader.read(folder.resolve("nowhere.yml")))
        .hasMessageContaining("amts init");
  }

  private BookSettings read(String yaml) throws IOException {
    return BookSettingsReader.read(Files.writeString(folder.resolve("amts.yml"), yaml));
  }
}
