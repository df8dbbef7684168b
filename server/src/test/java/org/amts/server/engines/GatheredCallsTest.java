package org.amts.server.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.amts.engine.EngineException;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.segment.Segment;
import org.amts.testing.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheredCallsTest {

  private static final LanguagePair EN_ES = new LanguagePair("en", "es");
  private static final LanguagePair EN_ZH = new LanguagePair("en", "zh");

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger engineCalls = new AtomicInteger();
  private final List<Thread> clients = new ArrayList<>();
  private final GatheredCalls calls = new GatheredCalls(FakeEngine.after(this::pass), 1);

  private void pass() {
    engineCalls.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<List<String>> call(LanguagePair pair, String... texts) {
    CompletableFuture<List<String>> answer = new CompletableFuture<>();
    Thread client =
        new Thread(
            () -> {
              try {
                answer.complete(
                    calls
                        .translate(pair, List.of(texts).stream().map(Segment::of).toList())
                        .stream()
                        .map(Translation::text)
                        .toList());
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    client.setDaemon(true);
    client.start();
    clients.add(client);
    while (client.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return answer;
  }

  @Test
  void whatComesMeanwhileIsOneCall() {
    CompletableFuture<List<String>> first = call(EN_ES, "One.");
    CompletableFuture<List<String>> second = call(EN_ES, "Two.", "Three.");
    CompletableFuture<List<String>> third = call(EN_ES, "Four.");
    CompletableFuture<List<String>> other = call(EN_ZH, "Five.");
    gate.countDown();

    assertThat(first.join()).containsExactly("ES:One.");
    assertThat(second.join()).containsExactly("ES:Two.", "ES:Three.");
    assertThat(third.join()).containsExactly("ES:Four.");
    assertThat(other.join()).containsExactly("ZH:Five.");
    assertThat(engineCalls).hasValue(3);
  }

  @Test
  void aCallIsNotMadeLargerThanADecoderTakes() {
    call(EN_ES, "First.");
    List<CompletableFuture<List<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      answers.add(call(EN_ES, Collections.nCopies(8, "Text " + i + ".").toArray(String[]::new)));
    }
    gate.countDown();

    for (int i = 0; i < 7; i++) {
      assertThat(answers.get(i).join()).hasSize(8).containsOnly("ES:Text " + i + ".");
    }
    assertThat(engineCalls).hasValue(3);
  }

  @Test
  void aLongTextWaitsForNobody() {
    call(EN_ES, "First.");
    call(EN_ES, Collections.nCopies(100, "Long.").toArray(String[]::new));
    assertThat(engineCalls).hasValue(2);
  }

  @Test
  void aFailureIsEverybodysAndTheNextCallWorks() {
    call(EN_ES, "First.");
    CompletableFuture<List<String>> one = call(new LanguagePair("en", "fr"), "A.");
    CompletableFuture<List<String>> two = call(new LanguagePair("en", "fr"), "B.");
    gate.countDown();

    for (CompletableFuture<List<String>> answer : List.of(one, two)) {
      assertThatThrownBy(answer::join)
          .hasCauseInstanceOf(EngineException.class)
          .hasRootCauseMessage("the fake engine does not translate en-fr");
    }
    assertThat(calls.translate(EN_ES, List.of(Segment.of("Two."))))
        .extracting(Translation::text)
        .containsExactly("ES:Two.");
  }

  @Test
  void whoIsInterruptedLeaves() {
    CompletableFuture<List<String>> first = call(EN_ES, "One.");
    CompletableFuture<List<String>> second = call(EN_ES, "Two.");
    clients.get(1).interrupt();
    assertThatThrownBy(second::join).hasCauseInstanceOf(EngineException.class);
    gate.countDown();
    assertThat(first.join()).containsExactly("ES:One.");
    assertThat(engineCalls).hasValue(1);
  }
}
