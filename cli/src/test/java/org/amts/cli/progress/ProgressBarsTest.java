package org.amts.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {

  private final StringWriter out = new StringWriter();

  @Test
  void quickWorkPrintsOneLine() {
    try (Progress progress = ProgressBars.asLines(new PrintWriter(out)).start("en-zh", 1000)) {
      IntStream.range(0, 1000).parallel().forEach(i -> progress.step(1));
    }
    assertThat(out.toString()).startsWith("en-zh: 1,000 of 1,000 (100%) in ").hasLineCount(1);
  }

  @Test
  void longWorkPrintsALineAtEachInterval() {
    try (Progress progress = new LineProgress("a", 4, new PrintWriter(out), Duration.ZERO)) {
      progress.step(1);
      progress.step(2);
    }
    assertThat(out.toString().lines().map(line -> line.replaceFirst(" in .*", "")))
        .containsExactly("a: 1 of 4 (25%)", "a: 3 of 4 (75%)", "a: 3 of 4 (75%)");
  }

  @Test
  void nothingToDoIsDone() {
    ProgressBars.asLines(new PrintWriter(out)).start("a", 0).close();
    assertThat(out.toString()).contains("0 of 0 (100%)");
  }
}
