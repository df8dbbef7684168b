package org.amts.server.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.filters.openxml.ConditionalParameters;
import net.sf.okapi.filters.openxml.OpenXMLFilter;

/**
 * Word, PowerPoint and Excel documents (Office Open XML). Formatting comes through as placeholders,
 * pictures and all other parts as they are.
 */
final class OfficeTranslator extends OkapiTranslator {

  private static final String PREFIX = "application/vnd.openxmlformats-officedocument.";

  /** The folder in which each kind of document has its parts. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          PREFIX + "wordprocessingml.document", "word/",
          PREFIX + "presentationml.presentation", "ppt/",
          PREFIX + "spreadsheetml.sheet", "xl/");

  /** More than any document has; each costs memory. */
  private static final int MOST_PARTS = 10_000;

  /** XML is held in memory, several times over. */
  private static final long MOST_XML_BYTES = 64L << 20;

  private static final long MOST_BYTES = 512L << 20;

  /** The beginning of the old binary formats, and of a document with a password. */
  private static final byte[] OLD_FORMAT = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  @Override
  public Set<String> contentTypes() {
    return FOLDERS.keySet();
  }

  @Override
  IFilter filter() {
    OpenXMLFilter filter = new OpenXMLFilter();
    ConditionalParameters parameters = filter.getParameters();
    // It would move the formatting of runs to styles of its own.
    parameters.setAllowWordStyleOptimisation(false);
    // The author's name and the like.
    parameters.setTranslateDocProperties(false);
    parameters.setTranslatePowerpointDocProperties(false);
    // "Click to edit Master title style" is never shown.
    parameters.setIgnorePlaceholdersInPowerpointMasters(true);
    parameters.setAddTabAsCharacter(true);
    parameters.setAddLineSeparatorCharacter(true);
    return filter;
  }

  @Override
  void check(Path file, String contentType) throws UnreadableContentException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Arrays.equals(in.readNBytes(OLD_FORMAT.length), OLD_FORMAT)) {
        throw new UnreadableContentException(
            "the document has a password or is in the format of before 2007: save it without a"
                + " password as .docx, .pptx or .xlsx");
      }
    }
    String folder = FOLDERS.get(contentType);
    if (folder == null) {
      throw new IllegalArgumentException(contentType + ": not one of " + FOLDERS.keySet());
    }
    boolean hasFolder = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw new UnreadableContentException("the document has more than " + MOST_PARTS + " parts");
      }
      long bytes = 0;
      long xmlBytes = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        boolean isXml = isXml(entry.getName());
        try (InputStream part = zip.getInputStream(entry)) {
          long size = sizeOf(part, MOST_BYTES - bytes);
          bytes += size;
          xmlBytes += isXml ? size : 0;
        }
        if (bytes >= MOST_BYTES || xmlBytes > MOST_XML_BYTES) {
          throw new UnreadableContentException(
              String.format(
                  Locale.ROOT,
                  "the document is too large when unpacked: more than %d MB, or %d MB of text",
                  MOST_BYTES >> 20,
                  MOST_XML_BYTES >> 20));
        }
        if (isXml) {
          try (InputStream part = zip.getInputStream(entry)) {
            XmlProlog.rootOf(part, entry.getName());
          }
        }
        hasFolder |= entry.getName().startsWith(folder);
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw new UnreadableContentException(
          "the document is not an office file: " + e.getMessage(), e);
    }
    if (!hasFolder) {
      throw new UnreadableContentException(
          "the document is not " + contentType + ": it has nothing in " + folder);
    }
  }

  private static boolean isXml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
  }

  /** Counts, and stops at {@code most}: what the archive says of its sizes may be a lie. */
  private static long sizeOf(InputStream part, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    int read = part.read(buffer);
    while (read >= 0 && size < most) {
      size += read;
      read = part.read(buffer);
    }
    return size;
  }

  /** Gives the parts the times of the source's, so that the same document has the same bytes. */
  @Override
  byte[] finish(Path source, byte[] written) throws IOException {
    Map<String, Long> times = new HashMap<>();
    try (ZipFile zip = new ZipFile(source.toFile())) {
      zip.stream().forEach(entry -> times.put(entry.getName(), entry.getTime()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(written.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(Math.max(0, times.getOrDefault(entry.getName(), 0L)));
        zip.putNextEntry(copy);
        in.transferTo(zip);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
