package org.amts.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator.Doubt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words that are lost or mistranslated, with the model that comes with AMTS. */
class WordDoubtsTest {

  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  private static LocalEngine engine;

  @BeforeAll
  static void open() {
    engine = LocalEngine.open(EngineSettings.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void aWordThatIsLostIsInDoubt() {
    String source = "Delete the temporary files of the application.";
    Doubt whole = doubt(source, "删除应用程序的临时文件。");
    Doubt lost = doubt(source, "删除应用程序的文件。");
    assertThat(lost.word()).isEqualTo("temporary");
    assertThat(lost.surprise()).isGreaterThan(whole.surprise() + 3);
  }

  @Test
  void aWordThatIsTranslatedAsAnotherIsInDoubt() {
    assertThat(doubt("The password is stored in the database.", "密码存储在打印机中。").word())
        .isEqualTo("database");
  }

  @Test
  void codeAndSignsAreNoWords() {
    assertThat(doubts("`a` + `b` = `c`.", "`a` + `b` = `c`。")).containsExactly(Optional.empty());
  }

  @Test
  void whatIsTooLongIsNotJudged() {
    String longest = "word ".repeat(2000);
    assertThat(doubts(longest, "词")).containsExactly(Optional.empty());
    assertThat(doubts("word", "词".repeat(2000))).containsExactly(Optional.empty());
  }

  @Test
  void allLanguagesOfTheModelAreJudged() {
    assertThat(engine.languagePairs()).allMatch(engine::canJudge);
    assertThat(engine.canJudge(new LanguagePair("en", "fr"))).isFalse();
    AtomicInteger done = new AtomicInteger();
    engine.doubts(
        new LanguagePair("zh", "en"),
        List.of(Example.of("删除文件。", "Delete the file."), Example.of("文件", "File")),
        done::addAndGet);
    assertThat(done).hasValue(2);
  }

  private static Doubt doubt(String source, String target) {
    return doubts(source, target).get(0).orElseThrow();
  }

  private static List<Optional<Doubt>> doubts(String source, String target) {
    return engine.doubts(EN_ZH, List.of(Example.of(source, target)), done -> {});
  }
}
