package org.amts.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amts.cli.EvaluationRun.Compared;
import org.amts.cli.report.AdaptedScores;
import org.amts.cli.report.DocumentScore;
import org.amts.cli.report.Measurement;
import org.amts.cli.report.Scores;
import org.amts.evaluate.Bleu;
import org.amts.evaluate.BleuTokenizer;
import org.amts.evaluate.Bootstrap;
import org.amts.evaluate.ChrF;
import org.amts.evaluate.Metric;
import org.amts.evaluate.PairedSignificance;
import org.amts.evaluate.Score;
import org.amts.evaluate.Ter;

/** Scores of documents in one target language, of the engine as it is and adapted. */
final class DocumentScores {

  private final String language;
  private final Bleu bleu;

  DocumentScores(String targetLanguage) {
    language = targetLanguage;
    bleu = Bleu.of(BleuTokenizer.forLanguage(targetLanguage));
  }

  /**
   * The scores of some documents together.
   *
   * @param name what to call them
   * @param plain what the engine made of them as it is
   * @param adapted what it made of the same documents adapted, by what it was adapted to
   */
  DocumentScore of(String name, List<Compared> plain, Map<String, List<Compared>> adapted) {
    List<AdaptedScores> others = new ArrayList<>();
    adapted.forEach(
        (to, documents) ->
            others.add(
                new AdaptedScores(
                    to,
                    whole(documents),
                    scores(documents),
                    PairedSignificance.byBootstrap(
                            bleu, hypotheses(plain), hypotheses(documents), references(plain))
                        .pValue())));
    return new DocumentScore(name, references(plain).size(), whole(plain), scores(plain), others);
  }

  private Measurement whole(List<Compared> documents) {
    Score score =
        bleu.score(
            documents.stream().map(Compared::hypothesis).toList(),
            documents.stream().map(Compared::reference).toList());
    return Measurement.exact(score.value(), score.signature());
  }

  private Scores scores(List<Compared> documents) {
    List<String> hypotheses = hypotheses(documents);
    List<String> references = references(documents);
    return new Scores(
        measure(bleu, hypotheses, references),
        measure(ChrF.CHRF2, hypotheses, references),
        measure(Ter.forLanguage(language), hypotheses, references));
  }

  private static Measurement measure(
      Metric metric, List<String> hypotheses, List<String> references) {
    Score score = Bootstrap.score(metric, hypotheses, references);
    return new Measurement(
        score.value(),
        Math.min(score.value(), Objects.requireNonNull(score.confidence()).low()),
        Math.max(score.value(), score.confidence().high()),
        score.signature());
  }

  private static List<String> hypotheses(List<Compared> documents) {
    return documents.stream().flatMap(document -> document.hypotheses().stream()).toList();
  }

  private static List<String> references(List<Compared> documents) {
    return documents.stream().flatMap(document -> document.references().stream()).toList();
  }
}
