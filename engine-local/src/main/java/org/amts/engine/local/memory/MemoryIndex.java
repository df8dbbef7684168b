package org.amts.engine.local.memory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.amts.engine.EngineException;
import org.amts.engine.Example;
import org.amts.engine.LanguagePair;
import org.amts.segment.FuzzyText;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The examples on disk: a Lucene index in a folder of its own, to which documents are appended. One
 * thread at a time may write; {@link #view()} is for any.
 */
final class MemoryIndex implements Closeable {

  /**
   * What the bytes mean: the fields of {@link ExampleDocument}, the tokens and terms of texts.
   * Raise it with every change of these; an index with another number is thrown away.
   */
  private static final String VERSION = "2";

  private static final String VERSION_KEY = "amts.memory.version";
  private static final String PAIR_KEY = "amts.memory.pair";
  private static final String FINGERPRINT_KEY = "amts.memory.fingerprint";

  private static final double BUFFER_MEGABYTES = 48;

  private final MMapDirectory directory;
  private final IndexWriter writer;
  private final Map<String, String> header;
  private final boolean durable;
  private final MessageDigest digest = sha256();
  private final ExampleDocument document = new ExampleDocument();
  private Replacements replacements = new Replacements();
  private Signatures signatures = new Signatures();
  private byte[] fingerprint;
  private volatile MemoryView view;

  private MemoryIndex(
      MMapDirectory directory, IndexWriter writer, LanguagePair pair, boolean durable)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.durable = durable;
    header = Map.of(VERSION_KEY, VERSION, PAIR_KEY, pair.toString());
    fingerprint = new byte[digest.getDigestLength()];
    for (Map.Entry<String, String> entry : liveData(writer).entrySet()) {
      if (entry.getKey().equals(FINGERPRINT_KEY)) {
        fingerprint = HexFormat.of().parseHex(entry.getValue());
      }
    }
    DirectoryReader reader = DirectoryReader.open(writer);
    read(reader);
    view = new MemoryView(reader, replacements.replaced(), signatures.words(), signatures.counts());
  }

  /**
   * Opens the index in a folder, or makes one there. One that is damaged, or was made by another
   * version or for another language pair, is thrown away.
   *
   * @param durable whether what is published must outlive the process
   * @throws EngineException if another memory is open on the folder
   */
  static MemoryIndex open(Path folder, LanguagePair pair, boolean durable) throws IOException {
    Files.createDirectories(folder);
    MMapDirectory directory = new MMapDirectory(folder);
    try {
      MemoryIndex found = durable ? openSound(directory, pair) : null;
      if (found != null) {
        return found;
      }
      deleteIndexFiles(folder);
      return new MemoryIndex(
          directory, writer(directory, IndexWriterConfig.OpenMode.CREATE), pair, durable);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new EngineException(
          folder
              + ": the translation memory is in use by another run; wait until it has ended, or "
              + "give this one another folder",
          e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The index of a directory, or null if there is none that can be used. */
  private static @Nullable MemoryIndex openSound(MMapDirectory directory, LanguagePair pair)
      throws IOException {
    IndexWriter writer = null;
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return null;
      }
      writer = writer(directory, IndexWriterConfig.OpenMode.APPEND);
      Map<String, String> data = liveData(writer);
      if (VERSION.equals(data.get(VERSION_KEY)) && pair.toString().equals(data.get(PAIR_KEY))) {
        checkChecksums(directory.getDirectory());
        return new MemoryIndex(directory, writer, pair, true);
      }
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | RuntimeException damaged) {
      // Lucene reports damage by many exceptions, some of them unchecked.
    }
    if (writer != null) {
      writer.rollback();
    }
    return null;
  }

  private static IndexWriter writer(MMapDirectory directory, IndexWriterConfig.OpenMode mode)
      throws IOException {
    LogDocMergePolicy merges = new LogDocMergePolicy(); // the only kind that keeps the order
    return new IndexWriter(
        directory,
        new IndexWriterConfig()
            .setOpenMode(mode)
            .setMergePolicy(merges)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES));
  }

  private static Map<String, String> liveData(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data == null) {
      return Map.of();
    }
    Map<String, String> copy = new HashMap<>();
    data.forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
    return copy;
  }

  /** Reads every file once, not by way of the memory map, whose pages would stay resident. */
  private static void checkChecksums(Path folder) throws IOException {
    try (NIOFSDirectory files = new NIOFSDirectory(folder)) {
      for (String file : SegmentInfos.readLatestCommit(files).files(true)) {
        try (IndexInput input = files.openInput(file, IOContext.READONCE)) {
          CodecUtil.checksumEntireFile(input);
        }
      }
    }
  }

  /** Deletes Lucene's files and no others, whatever the folder was before. */
  private static void deleteIndexFiles(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(IndexFileNames.SEGMENTS)
            || name.startsWith(IndexFileNames.PENDING_SEGMENTS)
            || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Reads what is held in memory, in the order of the examples. */
  private void read(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues hashes = leaf.reader().getNumericDocValues(ExampleDocument.HASH);
      NumericDocValues begins = leaf.reader().getNumericDocValues(ExampleDocument.BEGINS);
      NumericDocValues low = leaf.reader().getNumericDocValues(ExampleDocument.SIGNATURE_LOW);
      NumericDocValues high = leaf.reader().getNumericDocValues(ExampleDocument.SIGNATURE_HIGH);
      for (int id = 0; id < leaf.reader().maxDoc(); id++) {
        if (!hashes.advanceExact(id) || !low.advanceExact(id) || !high.advanceExact(id)) {
          throw new IOException("no hash or signature for document " + id);
        }
        replacements.add(hashes.longValue(), begins != null && begins.advanceExact(id));
        signatures.add(low.longValue(), high.longValue());
      }
    }
    replacements.end();
  }

  /**
   * Adds an example after the last one. It is found after {@link #publish()}.
   *
   * @param begins whether it is the first of a sequence
   */
  void append(Example example, boolean begins) throws IOException {
    FuzzyText source = FuzzyText.of(example.source());
    Signatures.Signature signature = Signatures.Signature.of(source);
    document.set(example, source, signature, begins);
    writer.addDocument(document.fields());
    replacements.add(source.hash(), begins);
    signatures.add(signature.low(), signature.high());
    fingerprint = next(digest, fingerprint, document.source(), document.target(), begins);
  }

  /** Makes what was appended visible, as the end of a sequence, and keeps it if it shall last. */
  void publish() throws IOException {
    replacements.end();
    if (durable) {
      Map<String, String> data = new HashMap<>(header);
      data.put(FINGERPRINT_KEY, fingerprint());
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
    MemoryView old = view;
    DirectoryReader reader = DirectoryReader.openIfChanged(old.reader(), writer);
    if (reader != null) {
      view =
          new MemoryView(reader, replacements.replaced(), signatures.words(), signatures.counts());
      old.close();
    }
  }

  /** Takes everything out. Views that are in use stay as they are. */
  void clear() throws IOException {
    writer.deleteAll();
    replacements = new Replacements();
    signatures = new Signatures();
    fingerprint = new byte[digest.getDigestLength()];
  }

  /** The published examples, as they are now. To be closed. */
  MemoryView view() {
    while (true) {
      MemoryView current = view;
      if (current.open()) {
        return current;
      }
      if (current == view) {
        throw new IllegalStateException("the translation memory is closed");
      }
    }
  }

  /** Depends on all examples, their order and where sequences begin. */
  String fingerprint() {
    return HexFormat.of().formatHex(fingerprint);
  }

  /** What {@link #fingerprint()} will be when these examples, and no others, have been added. */
  static String fingerprint(Iterable<Example> examples) {
    MessageDigest digest = sha256();
    byte[] fingerprint = new byte[digest.getDigestLength()];
    boolean begins = true;
    for (Example example : examples) {
      byte[] source = ExampleBytes.of(example.source());
      fingerprint = next(digest, fingerprint, source, ExampleBytes.of(example.target()), begins);
      begins = false;
    }
    return HexFormat.of().formatHex(fingerprint);
  }

  private static byte[] next(
      MessageDigest digest, byte[] before, byte[] source, byte[] target, boolean begins) {
    digest.update(before);
    digest.update((byte) (begins ? 1 : 0));
    digest.update(source);
    digest.update((byte) 0);
    digest.update(target);
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    view.close();
    if (durable) {
      writer.close();
    } else {
      writer.rollback();
    }
    directory.close();
  }
}
