package org.amts.reference;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables of contents that are files of their own: {@code mkdocs.yml} and Jupyter Book's {@code
 * _toc.yml}. (mdBook's {@code SUMMARY.md} is a document like any other.)
 */
final class ContentsFile {

  private static final String MKDOCS = "mkdocs.yml";
  private static final String JUPYTER_BOOK = "_toc.yml";

  private ContentsFile() {}

  /**
   * The table of contents in a folder, as if a document in the folder that its entries start from
   * held it; none if there is none, or if it is no YAML.
   *
   * @param folder where to look
   * @param root the book's root, which names start from
   */
  static List<DocumentReferences> in(Path folder, Path root) throws IOException {
    List<DocumentReferences> found = new ArrayList<>();
    for (String fileName : List.of(MKDOCS, JUPYTER_BOOK)) {
      Path file = folder.resolve(fileName);
      if (Files.isRegularFile(file)) {
        String name = root.relativize(file).toString().replace('\\', '/');
        try {
          found.add(read(file, name, fileName.equals(MKDOCS)));
        } catch (IOException e) {
          continue; // its own builder complains better
        }
      }
    }
    return found;
  }

  private static DocumentReferences read(Path file, String name, boolean isMkdocs)
      throws IOException {
    List<Reference> entries = new ArrayList<>();
    String folder = isMkdocs ? "docs" : "";
    int navigationDepth = 0; // of the list "nav" of mkdocs, 0 outside of it
    int depth = 0;
    String key = "";
    try (YAMLParser parser = new YAMLFactory().createParser(file.toFile())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
          if (depth == 2 && key.equals("nav")) {
            navigationDepth = depth;
          }
        } else if (token.isStructEnd()) {
          depth--;
          navigationDepth = depth < navigationDepth ? 0 : navigationDepth;
        } else if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName();
        } else if (token == JsonToken.VALUE_STRING) {
          String value = parser.getText();
          if (isMkdocs && depth == 1 && key.equals("docs_dir")) {
            folder = value;
          }
          boolean isEntry =
              isMkdocs ? navigationDepth > 0 && value.endsWith(".md") : isJupyterBookEntry(key);
          if (isEntry && !LinkTarget.isBeyondTheBook(value)) {
            int line = parser.currentTokenLocation().getLineNr();
            entries.add(new Reference(ReferenceKind.CONTENTS, value, Math.max(1, line)));
          }
        }
      }
    }
    Path from = file.resolveSibling(folder).resolve(file.getFileName().toString()).normalize();
    return new DocumentReferences(name, from, Map.of(), Set.of(), Set.of(), entries);
  }

  private static boolean isJupyterBookEntry(String key) {
    return key.equals("file") || key.equals("root");
  }
}
