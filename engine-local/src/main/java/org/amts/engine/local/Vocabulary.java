package org.amts.engine.local;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.amts.engine.EngineException;

/**
 * The pieces of a SentencePiece model, and the way from ids back to text. Immutable.
 *
 * <p>Read from {@code spm.model} itself: the JNI binding hands back characters outside the basic
 * plane damaged, and ends the process on an id out of range.
 */
final class Vocabulary {

  /** SentencePiece's types of pieces, by their number in the file. */
  private enum Type {
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE
  }

  private record Piece(String text, Type type) {}

  /** How SentencePiece writes a space within a piece. */
  private static final char SPACE = '▁';

  /** What SentencePiece writes for an unknown piece. */
  private static final String UNKNOWN = " ⁇ ";

  private final List<Piece> pieces;
  private final Map<String, Integer> ids = new HashMap<>();
  private final BitSet characters = new BitSet();

  private Vocabulary(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    for (int id = 0; id < pieces.size(); id++) {
      ids.put(pieces.get(id).text(), id);
      if (pieces.get(id).type() == Type.NORMAL) {
        pieces.get(id).text().codePoints().forEach(characters::set);
      }
    }
  }

  /**
   * Reads the pieces of a SentencePiece model.
   *
   * @param location where it was found, for messages
   * @throws EngineException if it is not one
   */
  static Vocabulary parse(byte[] model, String location) {
    List<Piece> pieces = new ArrayList<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN);
      while (in.hasRemaining()) {
        int tag = Protobuf.number(in);
        // In ModelProto, field 1 is a piece; the others set up training and normalisation.
        if (tag == Protobuf.messageTag(1)) {
          pieces.add(piece(Protobuf.message(in)));
        } else {
          Protobuf.skip(in, tag);
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EngineException(location + ": not a SentencePiece model: " + e, e);
    }
    return new Vocabulary(pieces);
  }

  /** The number of pieces. */
  int size() {
    return pieces.size();
  }

  /**
   * The id of a piece.
   *
   * @throws EngineException if there is none of that text
   */
  int id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new EngineException(
          "spm.model has no piece " + piece + "; does it belong to model.json?");
    }
    return id;
  }

  /** The id of a piece, if there is one of that text. */
  OptionalInt find(String piece) {
    Integer id = ids.get(piece);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** The text of a piece. */
  String text(int id) {
    return pieces.get(id).text();
  }

  /** The texts of the pieces that stand for something else than their characters: tags, marks. */
  List<String> symbols() {
    return pieces.stream()
        .filter(piece -> piece.type() == Type.USER_DEFINED)
        .map(Piece::text)
        .toList();
  }

  /** Whether some piece has a character; it is spelled in bytes otherwise. */
  boolean spells(int character) {
    return characters.get(character);
  }

  /** The ids of the pieces that are single bytes, in ascending order. */
  int[] bytes() {
    return IntStream.range(0, pieces.size())
        .filter(id -> pieces.get(id).type() == Type.BYTE)
        .toArray();
  }

  /** The byte, 0 to 255, that a piece of {@link #bytes} stands for. */
  int byteOf(int id) {
    return Integer.parseInt(pieces.get(id).text(), 3, 5, 16);
  }

  /**
   * The text of a sequence of pieces, without the space that SentencePiece puts before the first
   * word. Bytes that are not UTF-8 become U+FFFD.
   */
  String decode(int[] tokens) {
    StringBuilder out = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int token : tokens) {
      Piece piece = pieces.get(token);
      if (piece.type() == Type.BYTE) {
        bytes.write(byteOf(token));
        continue;
      }
      flush(bytes, out);
      switch (piece.type()) {
        case UNKNOWN -> out.append(UNKNOWN);
        case CONTROL -> {}
        default -> out.append(piece.text().replace(SPACE, ' '));
      }
    }
    flush(bytes, out);
    return out.toString().strip();
  }

  private static void flush(ByteArrayOutputStream bytes, StringBuilder out) {
    if (bytes.size() > 0) {
      out.append(bytes.toString(StandardCharsets.UTF_8));
      bytes.reset();
    }
  }

  private static Piece piece(ByteBuffer in) {
    String text = "";
    Type type = Type.NORMAL;
    while (in.hasRemaining()) {
      int tag = Protobuf.number(in);
      switch (tag) {
        case 1 << 3 | 2 -> text = StandardCharsets.UTF_8.decode(Protobuf.message(in)).toString();
        case 3 << 3 -> type = Type.values()[Protobuf.number(in) - 1];
        default -> Protobuf.skip(in, tag);
      }
    }
    return new Piece(text, type);
  }
}
