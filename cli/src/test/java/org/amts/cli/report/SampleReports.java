package org.amts.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.amts.document.Diagnostic;
import org.amts.engine.LanguagePair;

/** Made-up reports. {@link #main} writes one, to look at the page while working on it. */
final class SampleReports {

  private static final String BLEU = "nrefs:1|case:mixed|eff:no|tok:zh|smooth:exp|version:2.5.1";
  private static final String CHRF = "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.5.1";
  private static final String TER = "nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|version:2.5.1";

  private SampleReports() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(ReportWriter.write(full(), Path.of(arguments[0])));
  }

  /** Everything that a report can hold. */
  static Report full() {
    return new Report(
        "A Handbook of Machine Learning",
        LocalDate.of(2026, 11, 22),
        "local/amts-small-0.1 sha256:1f0c22ab",
        List.of(chinese(), spanish()));
  }

  /** A report on a book without any translation. */
  static Report empty() {
    return new Report(
        "Empty",
        LocalDate.of(2026, 11, 22),
        "none",
        List.of(
            new PairReport(
                new LanguagePair("en", "de"),
                new DocumentCounts(0, 0, 0, 0),
                0,
                0,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                0,
                0)));
  }

  private static PairReport chinese() {
    Map<String, Long> dropped = new LinkedHashMap<>();
    dropped.put("low confidence", 214L);
    dropped.put("numbers differ", 63L);
    dropped.put("placeholders differ", 41L);
    dropped.put("length ratio", 12L);
    return new PairReport(
        new LanguagePair("en", "zh"),
        new DocumentCounts(7, 1, 2, 0),
        1843,
        31_204,
        new ParallelDataFigures(
            12_871,
            dropped,
            LongStream.of(
                    12, 9, 14, 8, 11, 19, 22, 25, 31, 40, 61, 85, 120, 180, 260, 420, 690, 1300,
                    2900, 6979)
                .boxed()
                .toList()),
        List.of(
            score("chapter_linear-networks/linear-regression.md", 118, 27.4, 33.9),
            score("chapter_optimization/gradient-descent.md", 96, 24.8, 29.1),
            score("attention.md", 141, 31.0, 38.6),
            score("convolution.md", 84, 22.1, 21.7),
            score("embeddings.md", 73, 29.9, 35.0)),
        score("All documents", 512, 27.3, 32.8),
        List.of(
            new Sample(
                "Gradient descent takes a step of size `lr` against the gradient ⟨$\\nabla f$⟩.",
                "梯度下降沿着与梯度 $\\nabla f$ 相反的方向走一步，步长为 `lr`。",
                null,
                "梯度下降法沿梯度 $\\nabla f$ 的反方向前进 `lr` 大小的一步。",
                "gradient-descent.md",
                14,
                "lowest BLEU of its document"),
            new Sample(
                "If a < b & \"c\" > d, the <script>alert('x')</script> is text.",
                "如果 a < b 且 \"c\" > d，则 <script>alert('x')</script> 是文本。",
                null,
                null,
                "linear-regression.md",
                203,
                "")),
        List.of(
            new Diagnostic(
                Diagnostic.Severity.ERROR,
                "chapter_a/broken.md",
                0,
                "not UTF-8 from byte 1042 on; convert the file, for example with iconv"),
            new Diagnostic(
                Diagnostic.Severity.WARNING,
                "attention.md",
                77,
                "code fence is never closed; the rest of the file is taken as code")),
        83.4,
        374.1);
  }

  private static PairReport spanish() {
    return new PairReport(
        new LanguagePair("en", "es"),
        new DocumentCounts(5, 0, 4, 1),
        1843,
        31_204,
        new ParallelDataFigures(6_120, Map.of("duplicate", 3L), List.of()),
        List.of(
            new DocumentScore(
                "attention.md",
                141,
                Measurement.exact(41.2, "BLEU of the whole"),
                scores(41.2, 0),
                List.of()),
            new DocumentScore(
                "convolution.md",
                84,
                Measurement.exact(38.4, "BLEU of the whole"),
                scores(38.4, 0),
                List.of())),
        new DocumentScore(
            "All documents",
            225,
            Measurement.exact(40.1, "BLEU of the whole"),
            scores(40.1, 0),
            List.of()),
        List.of(
            new Sample(
                "The loss is computed for each example of the batch.",
                "La pérdida se calcula para cada ejemplo del lote.",
                null,
                "Se calcula la pérdida de cada uno de los ejemplos del lote.",
                "attention.md",
                31,
                "")),
        List.of(),
        0,
        0);
  }

  private static DocumentScore score(String name, int segments, double plain, double adapted) {
    return new DocumentScore(
        name,
        segments,
        Measurement.exact(plain, "BLEU of the whole"),
        scores(plain, 1.9),
        List.of(
            new AdaptedScores(
                "sentences",
                Measurement.exact(adapted, "BLEU of the whole"),
                scores(adapted, 2.2),
                0.001),
            new AdaptedScores(
                "paragraphs",
                Measurement.exact(adapted - 1, "BLEU of the whole"),
                scores(adapted - 1, 2.2),
                0.04)));
  }

  private static Scores scores(double bleu, double margin) {
    return new Scores(
        new Measurement(bleu, bleu - margin, bleu + margin, "BLEU|" + BLEU),
        Measurement.exact(bleu * 0.9, "chrF2|" + CHRF),
        new Measurement(95 - bleu, 95 - bleu - margin, 95 - bleu + margin, "TER|" + TER));
  }
}
