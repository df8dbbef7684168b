package org.amts.engine.local.memory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.amts.engine.Example;
import org.amts.segment.FuzzyText;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * An example as Lucene takes it in. Texts are doc values, not stored fields: those are compressed
 * in blocks, and a search would have to unpack a block for each of its candidates. One object
 * serves for all examples, one after the other.
 */
final class ExampleDocument {

  /** Indexed: the {@link SourceTerms} of the source. */
  static final String TERMS = "terms";

  /** Indexed: the hash of the source without numbers and placeholders, eight bytes. */
  static final String SKELETON = "skeleton";

  /** Doc value: hash of the source. */
  static final String HASH = "hash";

  /** Doc value: the source's {@link Signatures.Signature}, low word and high word. */
  static final String SIGNATURE_LOW = "signature-low";

  static final String SIGNATURE_HIGH = "signature-high";

  /** Doc value, only where a sequence begins: 1. */
  static final String BEGINS = "begins";

  /** Doc value: the source as {@link ExampleBytes}. */
  static final String SOURCE = "source";

  /** Doc value: the target as UTF-8. */
  static final String TARGET = "target";

  private static final FieldType INDEXED = new FieldType();

  static {
    INDEXED.setTokenized(true);
    INDEXED.setIndexOptions(IndexOptions.DOCS_AND_FREQS); // without them there are no impacts
    INDEXED.freeze();
  }

  private final Terms terms = new Terms();
  private final byte[] skeletonBytes = new byte[Long.BYTES];
  private final StringField skeleton =
      new StringField(SKELETON, new BytesRef(skeletonBytes), Field.Store.NO);
  private final NumericDocValuesField hash = new NumericDocValuesField(HASH, 0);
  private final NumericDocValuesField low = new NumericDocValuesField(SIGNATURE_LOW, 0);
  private final NumericDocValuesField high = new NumericDocValuesField(SIGNATURE_HIGH, 0);
  private final BinaryDocValuesField sourceField = new BinaryDocValuesField(SOURCE, new BytesRef());
  private final BinaryDocValuesField targetField = new BinaryDocValuesField(TARGET, new BytesRef());
  private final List<IndexableField> inside =
      List.of(
          new Field(TERMS, terms, INDEXED), skeleton, hash, low, high, sourceField, targetField);
  private final List<IndexableField> first = new ArrayList<>(inside);
  private boolean begins;
  private byte[] source = {};
  private byte[] target = {};

  ExampleDocument() {
    first.add(new NumericDocValuesField(BEGINS, 1));
  }

  void set(Example example, FuzzyText text, Signatures.Signature signature, boolean isFirst) {
    terms.of(SourceTerms.of(example.source()));
    ByteBuffer.wrap(skeletonBytes).putLong(text.skeletonHash()); // an indexed field keeps its array
    hash.setLongValue(text.hash());
    low.setLongValue(signature.low());
    high.setLongValue(signature.high());
    source = ExampleBytes.of(example.source());
    target = ExampleBytes.of(example.target());
    sourceField.setBytesValue(source);
    targetField.setBytesValue(target);
    begins = isFirst;
  }

  /** The term of {@link #SKELETON} for a text. */
  static BytesRef skeletonTerm(FuzzyText text) {
    return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(text.skeletonHash()).array());
  }

  List<IndexableField> fields() {
    return begins ? first : inside;
  }

  byte[] source() {
    return source;
  }

  byte[] target() {
    return target;
  }

  /** Passes terms to Lucene. */
  private static final class Terms extends TokenStream {

    private final CharTermAttribute attribute = addAttribute(CharTermAttribute.class);
    private List<String> terms = List.of();
    private int next;

    void of(List<String> newTerms) {
      terms = newTerms;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      attribute.append(terms.get(next++));
      return true;
    }
  }
}
