package org.amts.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.amts.translate.LoadedDocument;

/**
 * A copy of the source that translators keep beside their work: {@code intro_origin.md} for {@code
 * intro.md}.
 */
public final class OriginFile implements SourceEvidence {

  private static final String SUFFIX = "_origin";

  @Override
  public Optional<SourceVersion> find(LoadedDocument document) {
    Path translation = document.document().translation();
    String name = String.valueOf(translation.getFileName());
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Path origin = translation.resolveSibling(name.substring(0, dot) + SUFFIX + name.substring(dot));
    if (!Files.isRegularFile(origin)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SourceVersion(Files.readAllBytes(origin), origin.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(origin + ": " + e.getMessage(), e);
    }
  }
}
