package org.amts.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.amts.server.content.LanguageDetector.Detection;
import org.amts.testing.RandomText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticalLanguageDetectorTest {

  private static final LanguageDetector DETECTOR =
      new StatisticalLanguageDetector(Set.of("en", "es", "zh"));

  @ParameterizedTest
  @CsvSource({
    "en, The river rises in spring and falls again in autumn.",
    "es, El río crece en primavera y vuelve a bajar en otoño.",
    "en, The gradient vanishes in deep networks.",
    "es, El modelo aprende.",
    "fr, La rivière monte au printemps et redescend en automne.",
    "de, Der Fluss steigt im Frühling und fällt im Herbst wieder.",
    "it, Il fiume cresce in primavera e scende di nuovo in autunno.",
    "pt, O rio sobe na primavera e volta a descer no outono.",
    "nl, De rivier stijgt in het voorjaar en daalt weer in de herfst.",
    "pl, Rzeka podnosi się wiosną i opada ponownie jesienią.",
    "sv, Floden stiger på våren och sjunker igen på hösten.",
    "tr, Nehir ilkbaharda yükselir ve sonbaharda tekrar alçalır.",
    "ru, Весной река поднимается и осенью снова опускается.",
    "uk, Навесні річка піднімається і восени знову спадає.",
    "ar, يرتفع النهر في الربيع وينخفض مرة أخرى في الخريف",
    "hi, वसंत में नदी चढ़ती है और पतझड़ में फिर उतर जाती है",
    "vi, Con sông dâng lên vào mùa xuân và lại hạ xuống vào mùa thu.",
    "zh, 河水春天上涨，到了秋天又会回落。",
    "zh-TW, 河水春天上漲，到了秋天又會回落。",
    "ja, 川は春に水かさを増し、秋にはまた下がる。",
    "ko, 강물은 봄에 불어나고 가을에 다시 줄어든다.",
    "el, Το ποτάμι φουσκώνει την άνοιξη και πέφτει ξανά το φθινόπωρο.",
    "he, הנהר עולה באביב ויורד שוב בסתיו",
    "th, แม่น้ำสูงขึ้นในฤดูใบไม้ผลิและลดลงอีกครั้งในฤดูใบไม้ร่วง"
  })
  void sentences(String language, String text) {
    Detection detection = DETECTOR.detect(text).orElseThrow();
    assertThat(detection.languageCode()).isEqualTo(language);
    assertThat(detection.confidence()).isGreaterThan(0.5);
  }

  @Test
  void codeBetweenHanCharactersIsNoMatter() {
    assertThat(DETECTOR.detect("使用 tensorflow 训练模型").orElseThrow().languageCode()).isEqualTo("zh");
  }

  @Test
  void aWordOfManyLanguagesIsNotSure() {
    assertThat(DETECTOR.detect("no").orElseThrow().confidence()).isLessThan(0.7);
  }

  @Test
  void withoutLettersThereIsNothingToTell() {
    assertThat(DETECTOR.detect("")).isEmpty();
    assertThat(DETECTOR.detect("42 + 1 = 43 😀")).isEmpty();
  }

  @Test
  void anyTextHasAnAnswerSoon() {
    for (int seed = 0; seed < 200; seed++) {
      RandomText random = new RandomText(seed);
      DETECTOR
          .detect(random.units(200))
          .ifPresent(
              detection -> assertThat(detection.confidence()).as("%s", random).isBetween(0.0, 1.0));
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> DETECTOR.detect("The river rises. ".repeat(100_000)));
  }
}
