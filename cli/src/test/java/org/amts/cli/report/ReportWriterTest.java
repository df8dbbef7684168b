package org.amts.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

  @TempDir private Path folder;

  @Test
  void thePageShowsFiguresChartsAndSamples() throws IOException {
    Document page = page(SampleReports.full());
    assertThat(page.title()).contains("A Handbook of Machine Learning");
    assertThat(page.select("#en-zh .tile b").eachText())
        .containsExactly("32.8", "7 / 10", "1,843", "12,871", "374");
    assertThat(page.select("#en-zh svg rect.plain")).hasSize(5);
    assertThat(page.select("#en-zh svg rect.adapted")).hasSize(10);
    assertThat(page.select("#en-es svg rect.adapted")).isEmpty();
    assertThat(page.select("#en-zh svg rect.bin")).hasSize(20);
    assertThat(page.select("#en-zh .signatures code")).hasSize(3);
    assertThat(page.select("dd[lang=zh] mark.human").eachText()).contains("前进");
  }

  @Test
  void textsOfABookCannotBecomeTags() throws IOException {
    Document page = page(SampleReports.full());
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("dd").eachText())
        .contains("If a < b & \"c\" > d, the <script>alert('x')</script> is text.");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws IOException {
    Document page = page(SampleReports.full());
    assertThat(page.select("[src], link, iframe")).isEmpty();
    assertThat(page.select("[href]").eachAttr("href")).allMatch(target -> target.startsWith("#"));
    assertThat(page.html()).doesNotContain("url(", "@import");
  }

  @Test
  void aReportOfNothingIsAPageToo() throws IOException {
    Document page = page(SampleReports.empty());
    assertThat(page.select("h2").text()).isEqualTo("English → German");
    assertThat(page.html()).doesNotContain("NaN");
  }

  @Test
  void machinesGetTheSameFigures() throws IOException {
    ReportWriter.write(SampleReports.full(), folder);
    JsonNode json = new ObjectMapper().readTree(folder.resolve(ReportWriter.JSON).toFile());
    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("date").asText()).isEqualTo("2026-11-22");
    assertThat(json.at("/pairs/0/pair").asText()).isEqualTo("en-zh");
    assertThat(json.at("/pairs/0/overall/adapted/0/scores/bleu/value").asDouble()).isEqualTo(32.8);
    assertThat(json.at("/pairs/0/documents/stale").asInt()).isEqualTo(1);
  }

  @Test
  void isTheSameInATurkishLocaleAndWhenWrittenAgain() throws IOException {
    ReportWriter.write(SampleReports.full(), folder);
    String expected = Files.readString(folder.resolve(ReportWriter.PAGE));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      ReportWriter.write(SampleReports.full(), folder);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(folder.resolve(ReportWriter.PAGE)).hasContent(expected);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  private Document page(Report report) throws IOException {
    return Jsoup.parse(Files.readString(ReportWriter.write(report, folder)));
  }
}
