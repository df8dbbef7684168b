package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes of {@code amts sync} at random moments, as {@code kill -9} does; the next
 * run must bring the book to where an undisturbed one brings it. {@code -Damts.kills=200} for more.
 */
class KilledSyncTest {

  private static final int DOCUMENTS = 12;

  @TempDir Path folder;

  @Test
  void theNextRunFinishesTheWork() throws IOException, InterruptedException {
    int kills = Integer.getInteger("amts.kills", 20);
    long seed = 5;
    Path start = folder.resolve("start");
    writeBook(start);
    assertThat(Run.amts("sync", "-q", "-c", start.toString(), "--adopt").code()).isZero();
    changeSources(start);
    Path undisturbed = folder.resolve("undisturbed");
    copy(start, undisturbed);
    long begin = System.nanoTime();
    assertThat(process(undisturbed).waitFor()).isZero();
    long milliseconds = (System.nanoTime() - begin) / 1_000_000;
    Map<String, String> expected = files(undisturbed);
    assertThat(expected).isNotEqualTo(files(start)).containsKey("es/renamed.md");
    Random random = new Random(seed);
    int changedBeforeTheKill = 0;
    for (int i = 0; i < kills; i++) {
      Path book = folder.resolve("book" + i);
      copy(start, book);
      Process process = process(book);
      // Most of the time goes into starting up; the moments that matter are near the end.
      long delay = milliseconds / 2 + random.nextLong(Math.max(1, milliseconds * 2 / 3));
      if (!process.waitFor(delay, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      changedBeforeTheKill += files(book).equals(files(start)) ? 0 : 1;
      assertThat(Run.amts("sync", "-q", "-c", book.toString()).code()).isZero();
      assertThat(files(book)).as("seed %d kill %d after %d ms", seed, i, delay).isEqualTo(expected);
      delete(book);
    }
    System.out.println(
        kills + " kills, " + changedBeforeTheKill + " of them after the first file had changed");
  }

  private static Process process(Path book) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.amts.cli.Amts",
            "sync",
            "-q",
            "-c",
            book.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void writeBook(Path root) throws IOException {
    write(
        root.resolve("amts.yml"),
        """
        source: en
        files:
          - source: /en/**/*.md
            translation: /es/**/%original_file_name%
        targets:
          es:
            engine: fake
        """);
    for (int d = 0; d < DOCUMENTS; d++) {
      StringBuilder source = new StringBuilder("# Chapter " + d + " of the book\n");
      StringBuilder target = new StringBuilder("# Capítulo " + d + " del libro\n");
      for (int s = 0; s < 20; s++) {
        int number = 100 * d + s;
        source.append("\nSentence ").append(number).append(" speaks of `code").append(number);
        source.append("` and of nothing else.\n");
        target.append("\nLa frase ").append(number).append(" habla de `code").append(number);
        target.append("` y de nada más.\n");
      }
      write(root.resolve("en/c" + d + ".md"), source.toString());
      write(root.resolve("es/c" + d + ".md"), target.toString());
    }
  }

  private static void changeSources(Path root) throws IOException {
    Path first = root.resolve("en/c0.md");
    Files.move(root.resolve("en/c1.md"), root.resolve("en/renamed.md"));
    write(
        first,
        Files.readString(first).replace("Sentence 7 speaks of `code7` and of nothing else.", ""));
    for (int d = 2; d < DOCUMENTS; d++) {
      Path file = root.resolve("en/c" + d + ".md");
      String text = Files.readString(file);
      text = text.replaceFirst("Sentence (\\d+) speaks", "Sentence $1 always speaks");
      write(file, text + "\nA new sentence " + d + " stands at the end.\n");
    }
    Path last = root.resolve("en/c2.md");
    write(last, Files.readString(last) + "\nSentence 7 speaks of `code7` and of nothing else.\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(".amts/")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
