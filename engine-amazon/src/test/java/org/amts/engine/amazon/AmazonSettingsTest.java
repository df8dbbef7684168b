package org.amts.engine.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.amts.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonSettingsTest {

  @Test
  void defaultsWorkInRealTimeOnly() {
    AmazonSettings settings = AmazonSettings.of(Map.of());
    assertThat(settings.canBatch()).isFalse();
    assertThat(settings.keep()).isFalse();
    assertThat(settings.price()).isNull();
    assertThatThrownBy(settings::bucket)
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll("\"bucket\"", "docs/amazon.md");
  }

  @Test
  void slashesAroundThePrefixMeanNothing() {
    assertThat(AmazonSettings.of(Map.of("prefix", "/books/d2l/")).prefix()).isEqualTo("books/d2l");
  }

  @Test
  void theAccountIsThatOfTheRole() {
    assertThat(AmazonSettings.of(Map.of("role", FakeAmazon.ROLE)).account())
        .isEqualTo("123456789012");
  }

  @ParameterizedTest
  @CsvSource({
    "buckett, my-bucket, unknown engine-setting",
    "bucket, My_Bucket, no name of a bucket",
    "role, translate, must be an ARN",
    "prefix, a/details, must be a folder",
    "price, fifteen, must be a number",
    "price, -1, below 0",
    "keep, yes, true or false",
    "batch-from, 0, number from 1",
  })
  void aWrongSettingIsNamed(String name, String value, String problem) {
    assertThatThrownBy(() -> AmazonSettings.of(Map.of(name, value)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(problem);
  }
}
