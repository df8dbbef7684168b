package org.amts.engine.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.amts.engine.Example;

/**
 * What the network reads of an example, as the first 128 bits of its SHA-256. Immutable.
 *
 * @param high bits
 * @param low bits
 */
record ExampleKey(long high, long low) {

  static ExampleKey of(Example example) {
    String text = example.source().text() + "\0" + example.target();
    ByteBuffer hash = ByteBuffer.wrap(Checksum.digest(text.getBytes(StandardCharsets.UTF_8)));
    return new ExampleKey(hash.getLong(), hash.getLong());
  }
}
