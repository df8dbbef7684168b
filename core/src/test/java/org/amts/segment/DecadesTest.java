package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecadesTest {

  @ParameterizedTest
  @CsvSource({
    "20世纪90年代, 1990年代",
    "20 世纪 40 年代, 1940年代",
    "19世纪90年代, 1890年代",
    "二十世纪九十年代, 1990年代",
    "十九世纪三十年代, 1830年代",
    "20世纪九十年代, 1990年代",
    "二十一世纪一十年代, 2010年代",
    "21世纪00年代, 2000年代",
    "上世纪90年代, 1990年代",
    "上个世纪八十年代, 1980年代",
    "和90年代, 和1990年代",
    "20世纪80年代和90年代, 1980年代和1990年代"
  })
  void areNamedByTheirFirstYear(String text, String named) {
    assertThat(Decades.namedByYear("在" + text + "初")).isEqualTo("在" + named + "初");
  }

  @ParameterizedTest
  @CsvSource({"1990年代", "19世纪初", "120世纪90年代", "20年代", "年代久远", "the 1990s", "九十年代"})
  void otherTextStays(String text) {
    assertThat(Decades.namedByYear(text)).isEqualTo(text);
  }

  @Test
  @Timeout(10)
  void aLongTextTakesNoTime() {
    String text = "20世纪".repeat(100_000) + "年代";
    assertThat(Decades.namedByYear(text)).isEqualTo(text);
  }
}
