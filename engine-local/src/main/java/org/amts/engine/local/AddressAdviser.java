package org.amts.engine.local;

import java.util.List;
import java.util.Objects;
import org.amts.engine.Formality;

/**
 * Addresses the reader as asked: forms that a table knows are replaced in the answers. Whatever
 * else is known comes from another adviser. Safe for use by many threads.
 *
 * <p>Decoding again with the wrong words discouraged was tried: the model then found other words
 * for the same form, or broke the agreement ({@code tu propias imágenes}), and was right nowhere
 * that the table was not.
 */
final class AddressAdviser extends RevisingAdviser {

  private final Address address;

  /**
   * @param other what else is known
   * @param formality how the reader is to be addressed; not unspecified
   */
  AddressAdviser(Adviser other, Formality formality) {
    super(other);
    address = new Address(formality);
  }

  /** Whether answers of a language can be looked over. */
  static boolean knows(String source, String target) {
    return source.equals("en") && target.equals("es");
  }

  @Override
  void improve(List<Decoded> decoded) {
    for (Decoded text : decoded) {
      Part part = text.part();
      String answer = part.answer();
      if (answer != null) {
        part.settle(
            address.edited(part.input().text(), answer),
            Objects.requireNonNull(part.hypothesis()),
            part.isRetried());
      }
    }
  }
}
