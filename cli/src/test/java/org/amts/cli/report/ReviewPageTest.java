package org.amts.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.amts.engine.LanguagePair;
import org.amts.engine.QualityEstimator.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPageTest {

  @TempDir private Path folder;

  @Test
  void theWordInDoubtIsMarkedAndTextIsNothingButText() throws IOException {
    Path file = folder.resolve("new/review.html");
    ReviewPage.write(
        new Review(
            "book <1>",
            LocalDate.of(2026, 11, 28),
            List.of(
                new Review.Language(
                    new LanguagePair("en", "zh"),
                    1234,
                    List.of(
                        new Review.Sentence(
                            "zh/a.md",
                            7,
                            List.of("said twice: <i>"),
                            Optional.of(new Doubt("roads", 21.4)),
                            "The roads & <b>.",
                            "雷达 <script>"),
                        new Review.Sentence(
                            "zh/b.md",
                            1,
                            List.of("emphasis differs"),
                            Optional.empty(),
                            "Other.",
                            "别的。"))),
                new Review.Language(new LanguagePair("en", "es"), 0, List.of()))),
        file);
    assertThat(Files.readString(file))
        .contains("<h1>book &lt;1&gt;</h1>")
        .contains("English → Chinese")
        .contains("2 sentences in doubt, of 1,234 that nobody has approved")
        .contains("zh/a.md:7 · said twice: &lt;i&gt; · roads (21)")
        .contains("The <mark class=\"machine\">roads</mark> &amp; &lt;b&gt;.")
        .contains("lang=\"zh\" dir=\"auto\">雷达 &lt;script&gt;</dd>")
        .contains("zh/b.md:1 · emphasis differs<")
        .contains(">Other.<")
        .contains("0 sentences in doubt, of 0")
        .doesNotContain("<script>")
        .endsWith("</html>\n");
  }
}
