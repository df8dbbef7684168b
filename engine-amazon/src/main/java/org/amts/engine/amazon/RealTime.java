package org.amts.engine.amazon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.amts.engine.EngineException;
import org.amts.engine.Translation;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.translate.model.InvalidRequestException;
import software.amazon.awssdk.services.translate.model.TextSizeLimitExceededException;
import software.amazon.awssdk.services.translate.model.TranslateTextRequest;
import software.amazon.awssdk.services.translate.model.TranslateTextResponse;
import software.amazon.awssdk.services.translate.model.UnsupportedLanguagePairException;

/** TranslateText: a segment for each request, several requests at a time. */
final class RealTime implements AutoCloseable {

  /** Enough to hide the way there and back; more are only throttled. */
  private static final int REQUESTS_AT_A_TIME = 8;

  private final AmazonClients clients;
  private final Limits limits;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          REQUESTS_AT_A_TIME,
          task -> {
            Thread thread = new Thread(task, "amts-amazon");
            thread.setDaemon(true);
            return thread;
          });

  RealTime(AmazonClients clients, Limits limits) {
    this.clients = clients;
    this.limits = limits;
  }

  /**
   * Translates segments and remembers the answers as they come, whatever became of their marks; a
   * segment that the service does not take gets none.
   *
   * @param outcome of the answers
   * @param done told of each segment
   * @throws EngineException if the service cannot be used
   * @throws IllegalArgumentException if it does not know the language pair
   */
  void translate(
      List<KeyedSegment> segments,
      Customization customization,
      MarkedHtml.Content content,
      Translation.Outcome outcome,
      PaidAnswers paid,
      IntConsumer done) {
    List<Future<?>> running = new ArrayList<>();
    for (KeyedSegment segment : segments) {
      running.add(
          workers.submit(
              () -> {
                String html = MarkedHtml.write(segment.segment(), content);
                TranslateTextResponse response = ask(html, customization);
                if (response != null) {
                  String text =
                      MarkedHtml.read(Jsoup.parseBodyFragment(response.translatedText()).body());
                  paid.add(Map.of(segment.key(), new Translation(text, outcome)));
                }
                done.accept(1);
              }));
    }
    try {
      for (Future<?> request : running) {
        request.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("stopped; what was answered is kept", e);
    } finally {
      running.forEach(request -> request.cancel(false));
    }
  }

  /**
   * The service's answer to a text of HTML; null if it does not take the text.
   *
   * @throws EngineException if the service cannot be used
   * @throws IllegalArgumentException if it does not know the language pair
   */
  @Nullable TranslateTextResponse ask(String html, Customization customization) {
    if (html.getBytes(StandardCharsets.UTF_8).length > limits.textBytes()) {
      return null;
    }
    TranslateTextRequest.Builder request =
        TranslateTextRequest.builder()
            .text(html)
            .sourceLanguageCode(customization.pair().source())
            .targetLanguageCode(customization.pair().target())
            .settings(customization.textSettings());
    if (customization.terminology() != null) {
      request.terminologyNames(customization.terminology());
    }
    try {
      return clients.translate().translateText(request.build());
    } catch (TextSizeLimitExceededException | InvalidRequestException e) {
      return null;
    } catch (UnsupportedLanguagePairException e) {
      throw new IllegalArgumentException(
          "Amazon Translate does not translate " + customization.pair(), e);
    } catch (SdkException e) {
      throw Failures.explain("translate text", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
