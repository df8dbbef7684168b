package org.amts.engine.local.memory;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.amts.engine.Example;
import org.amts.segment.FuzzyText;
import org.amts.segment.Segment;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** The examples that were published up to some time. Safe for use by many threads. */
final class MemoryView implements Closeable {

  private final DirectoryReader reader;
  private final BitSet replaced;
  private final long[] signatures;
  private final byte[] tokenCounts;

  /** Takes over the reader: the last {@link #close()} closes it. */
  MemoryView(DirectoryReader reader, BitSet replaced, long[] signatures, byte[] tokenCounts) {
    if (reader.hasDeletions()) {
      throw new IllegalStateException("ids would change");
    }
    this.reader = reader;
    this.replaced = replaced;
    this.signatures = signatures;
    this.tokenCounts = tokenCounts;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** The {@link Signatures#words()}; there may be more of them than examples in the view. */
  long[] signatures() {
    return signatures;
  }

  /** The {@link Signatures#counts()}. */
  byte[] tokenCounts() {
    return tokenCounts;
  }

  /** Begins to use the view; false if it is closed for good. */
  boolean open() {
    return reader.tryIncRef();
  }

  @Override
  public void close() throws IOException {
    reader.decRef();
  }

  /** How many examples there are, with those that are replaced. */
  int size() {
    return reader.maxDoc();
  }

  /** Whether a later example stands for this one. */
  boolean isReplaced(int id) {
    return replaced.get(id);
  }

  Example example(int id) throws IOException {
    return new Example(source(id), ExampleBytes.text(value(id, ExampleDocument.TARGET)));
  }

  Segment source(int id) throws IOException {
    return ExampleBytes.segment(value(id, ExampleDocument.SOURCE));
  }

  /** Whether the example is the first of a sequence. */
  boolean begins(int id) throws IOException {
    LeafReaderContext leaf = leaf(id);
    var begins = leaf.reader().getNumericDocValues(ExampleDocument.BEGINS);
    return begins != null && begins.advanceExact(id - leaf.docBase);
  }

  /** The sources of some examples. */
  interface SourceVisitor {
    void visit(int id, Segment source);
  }

  /**
   * Reads several sources.
   *
   * @param ids in ascending order
   */
  void sources(int[] ids, SourceVisitor visitor) throws IOException {
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (at == ids.length || ids[at] >= end) {
        continue;
      }
      BinaryDocValues values = leaf.reader().getBinaryDocValues(ExampleDocument.SOURCE);
      for (; at < ids.length && ids[at] < end; at++) {
        visitor.visit(ids[at], ExampleBytes.segment(value(values, ids[at], leaf)));
      }
    }
  }

  /** The examples whose source has the same skeleton, in ascending order. */
  List<Integer> withSkeletonOf(FuzzyText text) throws IOException {
    BytesRef skeleton = ExampleDocument.skeletonTerm(text);
    List<Integer> ids = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(ExampleDocument.SKELETON);
      TermsEnum found = terms.iterator();
      if (found.seekExact(skeleton)) {
        PostingsEnum documents = found.postings(null, PostingsEnum.NONE);
        int id = documents.nextDoc();
        while (id != DocIdSetIterator.NO_MORE_DOCS) {
          if (!replaced.get(leaf.docBase + id)) {
            ids.add(leaf.docBase + id);
          }
          id = documents.nextDoc();
        }
      }
    }
    return ids;
  }

  private BytesRef value(int id, String field) throws IOException {
    LeafReaderContext leaf = leaf(id);
    return value(leaf.reader().getBinaryDocValues(field), id, leaf);
  }

  private static BytesRef value(BinaryDocValues values, int id, LeafReaderContext leaf)
      throws IOException {
    if (!values.advanceExact(id - leaf.docBase)) {
      throw new IOException("no text for example " + id);
    }
    return values.binaryValue();
  }

  private LeafReaderContext leaf(int id) {
    return reader.leaves().get(ReaderUtil.subIndex(id, reader.leaves()));
  }
}
