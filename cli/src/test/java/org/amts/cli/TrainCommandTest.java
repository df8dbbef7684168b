package org.amts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

  private static final int PAIRS = 150;

  @TempDir private Path book;

  @BeforeEach
  void makeBook() throws IOException {
    Files.writeString(
        book.resolve("amts.yml"),
        "files: [{source: '/en/*.md', translation: '/zh/%original_file_name%'}]\ntargets: {zh: , es: }\n");
    Files.createDirectories(book.resolve("parallel-data"));
    String[] whose = {"user", "owner", "reader", "writer", "tester"};
    String[] whom = {"用户", "所有者", "读者", "作者", "测试人员"};
    String[] what = {"file", "table", "list", "page", "image", "folder"};
    String[] which = {"文件", "表", "列表", "页面", "图像", "文件夹"};
    String pairs =
        IntStream.range(0, PAIRS)
            .mapToObj(
                i ->
                    "The %s of model %d opens every %s that the %s has not yet seen this week.,模型 %d 的%s会打开%s本周尚未看过的每个%s。\n"
                        .formatted(
                            whose[i % 5],
                            i,
                            what[i % 6],
                            whose[i / 5 % 5],
                            i,
                            whom[i % 5],
                            whom[i / 5 % 5],
                            which[i % 6]))
            .collect(Collectors.joining());
    Files.writeString(book.resolve("parallel-data/en-zh.csv"), "en,zh\n" + pairs);
  }

  private long learnt() {
    try (Stream<Path> files = Files.walk(book.resolve(".amts"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().contains("learnt"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsLearntIsKeptForTheNextRun() throws IOException {
    Run tried = Run.amts("train", "-c", book, "--dry-run");
    assertThat(tried.code()).isZero();
    assertThat(tried.lines().get(1)).startsWith("zh         local    150");
    assertThat(tried.err()).contains("es: no parallel data; see \"amts prepare\"");
    assertThat(book.resolve(".amts")).doesNotExist();

    Run first = Run.amts("train", "-c", book, "-l", "zh");
    assertThat(first.lines().get(1)).matches("zh +local +150 +yes +[0-9.]+");
    assertThat(first.err()).contains("en-zh learn: 100 of 100");
    assertThat(learnt()).isPositive();

    Run again = Run.amts("train", "-c", book, "-l", "zh", "--json");
    assertThat(again.err()).doesNotContain("en-zh learn");
    JsonNode json = new ObjectMapper().readTree(again.out());
    assertThat(json.get(0).get("pairs").asInt()).isEqualTo(PAIRS);
    assertThat(json.get(0).get("learnt").asBoolean()).isTrue();
  }

  @Test
  void tooFewPairsToLearnFromAreNoFailure() throws IOException {
    Files.writeString(
        book.resolve("parallel-data/en-es.csv"), "en,es\nOpen the file.,Abra el archivo.\n");
    Run run = Run.amts("train", "-c", book, "-l", "es");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(1)).matches("es +local +1 +no +[0-9.]+");
  }
}
