package org.amts.engine.amazon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Translates segments with what was answered before, in real time, or in batch jobs, and checks the
 * answers: one that has lost marks is asked for once more in real time, with numbers in the place
 * of the protected characters. Safe for use by many threads.
 */
record Translator(AmazonSettings settings, Limits limits, RealTime realTime, BatchJobs jobs) {

  /**
   * Translates segments.
   *
   * @return the answers, in the order of the segments
   */
  List<Translation> translate(
      List<Segment> segments, Customization customization, PaidAnswers paid, IntConsumer progress) {
    Map<Segment, KeyedSegment> keyed = new LinkedHashMap<>();
    for (Segment segment : segments) {
      if (!segment.hasNoWords()) {
        keyed.computeIfAbsent(segment, KeyedSegment::of);
      }
    }
    Progress done = new Progress(segments.size(), progress);
    List<KeyedSegment> open = unanswered(keyed.values(), paid);
    if (!open.isEmpty() && settings.canBatch()) {
      jobs.finishPending(customization, paid);
      open = unanswered(open, paid);
    }
    done.add(segments.size() - open.size());
    boolean batch =
        customization.parallelData() != null
            || (settings.canBatch() && open.size() >= settings.batchFrom());
    if (batch) {
      batch(open, customization, paid, done);
    } else {
      realTime.translate(
          open,
          customization,
          MarkedHtml.Content.ORIGINAL,
          Translation.Outcome.TRANSLATED,
          paid,
          done::add);
    }
    retry(keyed.values(), customization, paid);
    done.add(segments.size());
    return segments.stream().map(segment -> answer(segment, keyed.get(segment), paid)).toList();
  }

  private static List<KeyedSegment> unanswered(Iterable<KeyedSegment> segments, PaidAnswers paid) {
    List<KeyedSegment> open = new ArrayList<>();
    for (KeyedSegment segment : segments) {
      if (paid.get(segment.key()) == null) {
        open.add(segment);
      }
    }
    return open;
  }

  private void batch(
      List<KeyedSegment> open, Customization customization, PaidAnswers paid, Progress done) {
    List<KeyedSegment> fitting =
        open.stream()
            .filter(
                segment ->
                    MarkedHtml.write(segment.segment(), MarkedHtml.Content.ORIGINAL)
                            .getBytes(StandardCharsets.UTF_8)
                            .length
                        <= limits.segmentBytes())
            .toList();
    List<List<JobDocument>> cut = JobDocument.cut(fitting, limits);
    int before = done.count();
    for (int i = 0; i < cut.size(); i++) {
      int earlier = i;
      jobs.translate(
          cut.get(i),
          customization,
          paid,
          share -> done.upTo(before + (int) ((earlier + share) / cut.size() * open.size())));
    }
  }

  private void retry(
      Iterable<KeyedSegment> segments, Customization customization, PaidAnswers paid) {
    List<KeyedSegment> broken = new ArrayList<>();
    for (KeyedSegment segment : segments) {
      if (isBroken(segment, paid)) {
        broken.add(segment);
      }
    }
    realTime.translate(
        broken,
        customization,
        MarkedHtml.Content.NUMBER,
        Translation.Outcome.RETRIED,
        paid,
        count -> {});
    Map<String, Translation> failed = new LinkedHashMap<>();
    for (KeyedSegment segment : broken) {
      if (isBroken(segment, paid)) {
        // Remembered, too: it has been paid for twice, and would fail again.
        failed.put(segment.key(), failed(segment.segment()));
      }
    }
    paid.add(failed);
  }

  private static boolean isBroken(KeyedSegment segment, PaidAnswers paid) {
    Translation answer = paid.get(segment.key());
    return answer != null
        && (answer.text().isEmpty() || !MarkedHtml.hasMarksOf(segment.segment(), answer.text()));
  }

  private static Translation answer(
      Segment segment, @Nullable KeyedSegment keyed, PaidAnswers paid) {
    if (keyed == null) {
      return new Translation(segment.text(), Translation.Outcome.COPIED);
    }
    Translation answer = paid.get(keyed.key());
    return answer == null ? failed(segment) : answer;
  }

  private static Translation failed(Segment segment) {
    return new Translation(segment.text(), Translation.Outcome.FAILED);
  }

  /** Counts segments for a listener that must hear of each exactly once. */
  private static final class Progress {
    private final int total;
    private final IntConsumer listener;
    private int count;

    Progress(int total, IntConsumer listener) {
      this.total = total;
      this.listener = listener;
    }

    synchronized int count() {
      return count;
    }

    synchronized void add(int more) {
      upTo(Math.min(total, count + more));
    }

    synchronized void upTo(int target) {
      if (target > count) {
        listener.accept(target - count);
        count = target;
      }
    }
  }
}
