package org.amts.engine.local.memory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;
import org.apache.lucene.util.BytesRef;

/**
 * Segments as bytes. Text: its length in bytes, seven bits a byte with the lowest first, and UTF-8.
 * Segment: its text, then for each placeholder the ordinal of its kind and its original as text.
 */
final class ExampleBytes {

  private static final Placeholder.Kind[] KINDS = Placeholder.Kind.values();

  private ExampleBytes() {}

  static byte[] of(Segment segment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(segment.text().length() + 16);
    write(segment.text(), out);
    for (Placeholder placeholder : segment.placeholders()) {
      out.write(placeholder.kind().ordinal());
      write(placeholder.original(), out);
    }
    return out.toByteArray();
  }

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(BytesRef bytes) {
    return bytes.utf8ToString();
  }

  static Segment segment(BytesRef bytes) {
    Reader reader = new Reader(bytes);
    String text = reader.text();
    if (reader.at == reader.end) {
      return Segment.of(text);
    }
    List<Placeholder> placeholders = new ArrayList<>();
    while (reader.at < reader.end) {
      Placeholder.Kind kind = KINDS[reader.bytes[reader.at++]];
      placeholders.add(new Placeholder(placeholders.size(), kind, reader.text()));
    }
    return new Segment(text, placeholders);
  }

  private static void write(String text, ByteArrayOutputStream out) {
    byte[] bytes = of(text);
    int rest = bytes.length;
    while (rest >= 0x80) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    out.writeBytes(bytes);
  }

  private static final class Reader {

    private final byte[] bytes;
    private final int end;
    private int at;

    Reader(BytesRef ref) {
      bytes = ref.bytes;
      at = ref.offset;
      end = ref.offset + ref.length;
    }

    String text() {
      int length = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes[at++];
        length |= (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
  }
}
