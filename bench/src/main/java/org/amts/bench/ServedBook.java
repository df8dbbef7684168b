package org.amts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.amts.cli.PreparedData;
import org.amts.corpus.Granularity;
import org.amts.corpus.ParallelDataReader;
import org.amts.corpus.ParallelDataWriter;
import org.amts.engine.Adaptation;
import org.amts.engine.AdaptedEngine;
import org.amts.engine.EngineProvider;
import org.amts.engine.EngineSettings;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.engine.Translation;
import org.amts.engine.TranslationEngine;
import org.amts.segment.DocumentSegment;
import org.amts.segment.Segment;
import org.amts.segment.SegmentedDocument;
import org.amts.server.AccessKeys;
import org.amts.server.AmtsServer;
import org.amts.server.ServerSettings;
import org.amts.translate.Book;
import org.amts.translate.BookAlignment;
import org.amts.translate.BookLoader;
import org.amts.translate.DocumentStatus;
import org.amts.translate.Examples;
import org.amts.translate.LoadedDocument;
import org.amts.translate.TargetStyle;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The held-out documents of a book, adapted to its parallel data, twice: by the local engine, and
 * by the engine {@code amazon} through the buckets, parallel data and jobs of our own server, which
 * has the same local engine behind it. Prints how many segments are equal.
 *
 * <pre>{@code
 * bench/run served-book SETTINGS ROOT LANGUAGE
 * }</pre>
 */
public final class ServedBook {

  private static final String BUCKET = "served-book";

  private final LanguagePair pair;
  private final List<LoadedDocument> documents;
  private final List<Segment> segments;
  private final Adaptation adaptation;

  private ServedBook(LanguagePair pair, List<LoadedDocument> documents, Adaptation adaptation) {
    this.pair = pair;
    this.documents = documents;
    this.adaptation = adaptation;
    segments =
        documents.stream()
            .flatMap(document -> document.source().segments().stream())
            .map(DocumentSegment::segment)
            .toList();
  }

  /** Prints the table, and the segments that differ. */
  public static void main(String[] arguments) throws IOException {
    Book book = Book.open(Path.of(arguments[0]), Path.of(arguments[1]));
    String language = arguments[2];
    LanguagePair pair = new LanguagePair(book.settings().source(), language);
    List<DocumentStatus> all =
        new BookAlignment(book.settings().parallelData().minimumConfidence())
            .status(new BookLoader(pair.source()).load(book.documents(language), language));
    Path data = Files.createTempDirectory("amts-served-book");
    try {
      List<Example> examples = examples(PreparedData.of(book, language, Granularity.SENTENCE, all));
      System.out.printf("%s adapted to %d pairs%n", pair, examples.size());
      new ServedBook(
              pair,
              all.stream()
                  .map(DocumentStatus::loaded)
                  .filter(document -> book.isHeldOut(document.document().name()))
                  .toList(),
              Adaptation.NONE.withExamples(examples))
          .compare(data);
    } finally {
      delete(data);
    }
  }

  /** As they come out of a file that Amazon Translate would read. */
  private static List<Example> examples(PreparedData prepared) throws IOException {
    Path file = Files.createTempFile("amts-pairs", ".csv");
    try {
      ParallelDataWriter.write(file, prepared.kept());
      return Examples.of(
          ParallelDataReader.read(file)
              .forTarget(prepared.kept().targetLanguage())
              .orElseThrow()
              .pairs());
    } finally {
      Files.delete(file);
    }
  }

  private void compare(Path data) throws IOException {
    List<List<String>> direct;
    List<List<String>> served;
    try (TranslationEngine local = EngineProvider.named("local").open(EngineSettings.DEFAULT)) {
      direct = texts("local", local);
      try (AmtsServer server = AmtsServer.start(ServerSettings.loopback(0, 0, data), local);
          TranslationEngine amazon = client(server, AccessKeys.of(data))) {
        served = texts("amazon on amts serve", amazon);
      }
    }
    int equal = 0;
    List<String> differences = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      SegmentedDocument source = documents.get(d).source();
      int before = equal;
      for (int i = 0; i < source.segments().size(); i++) {
        if (direct.get(d).get(i).equals(served.get(d).get(i))) {
          equal++;
        } else {
          differences.add(
              source.segments().get(i).segment().expanded()
                  + "\n  local  "
                  + direct.get(d).get(i)
                  + "\n  amazon "
                  + served.get(d).get(i));
        }
      }
      print(source.document().name(), source.segments().size(), equal - before);
    }
    print("all", segments.size(), equal);
    differences.forEach(System.out::println);
  }

  private static void print(String name, int segments, int equal) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %5d segments, %5d equal, %3d different%n",
        name,
        segments,
        equal,
        segments - equal);
  }

  /** What would be written, by document. */
  private List<List<String>> texts(String name, TranslationEngine engine) {
    List<Translation> answers;
    long start = System.nanoTime();
    try (AdaptedEngine adapted = engine.adaptedTo(pair, adaptation)) {
      adapted.prepare(done -> {});
      answers = adapted.translate(pair, segments, done -> {});
    }
    System.out.printf(Locale.ROOT, "%s: %.0f s%n", name, (System.nanoTime() - start) / 1e9);
    List<List<String>> texts = new ArrayList<>();
    int next = 0;
    for (LoadedDocument document : documents) {
      Map<Integer, Translation> own = new HashMap<>();
      int count = document.source().segments().size();
      for (int i = 0; i < count; i++) {
        own.put(i, answers.get(next++));
      }
      Map<Integer, String> finished =
          TargetStyle.usual(pair.target()).finish(document.source(), own);
      texts.add(
          Stream.iterate(0, i -> i < count, i -> i + 1)
              .map(i -> Objects.requireNonNullElse(finished.get(i), "(failed)"))
              .toList());
    }
    return texts;
  }

  /** The engine as its users have it: what it must know is in the SDK's default chain. */
  private static TranslationEngine client(AmtsServer server, AccessKeys keys) {
    System.setProperty("aws.accessKeyId", keys.id());
    System.setProperty("aws.secretAccessKey", keys.secret());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.endpointUrlTranslate", server.endpoint().toString());
    System.setProperty("aws.endpointUrlS3", server.s3Endpoint().toString());
    try (S3Client s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      s3.createBucket(request -> request.bucket(BUCKET));
    }
    return EngineProvider.named("amazon")
        .open(
            EngineSettings.DEFAULT
                .withProperties(
                    Map.of("bucket", BUCKET, "role", "arn:aws:iam::123456789012:role/any"))
                .withNotes(System.out::println));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
