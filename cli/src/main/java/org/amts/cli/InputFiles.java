package org.amts.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.amts.document.SourceText;

/** Reads what a user named on the command line. */
final class InputFiles {

  /** The name that means standard input. */
  static final String STANDARD_INPUT = "-";

  private InputFiles() {}

  /**
   * All bytes of a file or of standard input.
   *
   * @param file a path, or {@code -}
   */
  static byte[] bytes(String file, Console console) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? console.in().readAllBytes()
        : Files.readAllBytes(Path.of(file));
  }

  /**
   * The lines of a text, one segment each, without a byte order mark. Only LF and CRLF end a line:
   * the other line separators of Unicode occur inside segments.
   *
   * @param file a path, or {@code -}
   * @throws CommandFailure if the text is not UTF-8
   */
  static List<String> lines(String file, Console console) throws IOException {
    SourceText source = SourceText.of(file, bytes(file, console));
    if (!source.isText()) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s: not UTF-8 from byte %,d on; convert it, for example with iconv",
              file,
              source.firstBadByte()));
    }
    List<String> lines = new ArrayList<>(List.of(source.text().split("\r?\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1); // after the last line end, or of an empty file
    }
    return lines;
  }

  /**
   * Every regular file below a folder, sorted by path; a file stands for itself. Git's own folder
   * is left out.
   */
  static List<Path> below(Path start) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }
}
