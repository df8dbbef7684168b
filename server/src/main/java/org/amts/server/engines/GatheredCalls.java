package org.amts.server.engines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Gives an engine together what many clients ask at the same time: it translates sentences side by
 * side in less time than one after the other. Nobody waits for others to come; a call takes along
 * what came while the calls before it were under way. Only for an engine that has no examples,
 * whose answers do not depend on the neighbours. Safe for use by many threads.
 */
final class GatheredCalls {

  /** As many as a decoder takes at once; texts with more of them go alone. */
  private static final int MOST_SEGMENTS = 32;

  private final TranslationEngine engine;
  private final Deque<Call> waiting = new ArrayDeque<>();
  private int turns;

  /**
   * @param turns how many calls the engine gets at the same time
   */
  GatheredCalls(TranslationEngine engine, int turns) {
    this.engine = engine;
    this.turns = turns;
  }

  /** What one client wants. */
  private static final class Call {

    private final LanguagePair pair;
    private final List<Segment> segments;
    private boolean taken;
    private @Nullable List<Translation> answers;
    private @Nullable Throwable failure;

    Call(LanguagePair pair, List<Segment> segments) {
      this.pair = pair;
      this.segments = segments;
    }

    boolean isDone() {
      return answers != null || failure != null;
    }

    List<Translation> result() {
      if (answers == null) {
        throw new EngineException("the engine failed on what came together", failure);
      }
      return answers;
    }
  }

  /** Translates segments as the engine does. */
  List<Translation> translate(LanguagePair pair, List<Segment> segments) {
    if (segments.size() >= MOST_SEGMENTS) {
      return engine.translate(pair, segments, done -> {});
    }
    Call call = new Call(pair, segments);
    List<Call> together = turn(call);
    if (!together.isEmpty()) {
      run(pair, together);
    }
    return call.result();
  }

  /** Waits for a turn; empty if somebody else's turn has done it. */
  private synchronized List<Call> turn(Call call) {
    waiting.add(call);
    try {
      while (!call.isDone() && (call.taken || turns == 0)) {
        wait();
      }
    } catch (InterruptedException e) {
      waiting.remove(call);
      Thread.currentThread().interrupt();
      throw new EngineException("translation was interrupted", e);
    }
    if (call.isDone()) {
      return List.of();
    }
    turns--;
    return take(call);
  }

  /** A call and the first of the others that fit beside it. */
  private List<Call> take(Call first) {
    waiting.remove(first);
    List<Call> taken = new ArrayList<>(List.of(first));
    int segments = first.segments.size();
    Iterator<Call> others = waiting.iterator();
    while (others.hasNext() && segments < MOST_SEGMENTS) {
      Call other = others.next();
      if (other.pair.equals(first.pair)) {
        others.remove();
        taken.add(other);
        segments += other.segments.size();
      }
    }
    taken.forEach(call -> call.taken = true);
    return taken;
  }

  private void run(LanguagePair pair, List<Call> calls) {
    List<Segment> segments = calls.stream().flatMap(call -> call.segments.stream()).toList();
    @Nullable List<Translation> answers = null;
    @Nullable Throwable failure = null;
    try {
      answers = engine.translate(pair, segments, done -> {});
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    synchronized (this) {
      int from = 0;
      for (Call call : calls) {
        int to = from + call.segments.size();
        call.answers = answers == null ? null : List.copyOf(answers.subList(from, to));
        call.failure = failure;
        from = to;
      }
      turns++;
      notifyAll();
    }
  }
}
