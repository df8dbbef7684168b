package org.amts.engine.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amts.engine.EngineException;

/**
 * A batch of sentences while it is decoded: the encoder's keys and values, the decoder's cache, and
 * what it said last. Call {@link #begin}, then {@link #step} for each position; between two steps
 * {@link #select} may drop, repeat and reorder rows. The buffers are kept for the next batch, so
 * that each thread has one state for all its batches. Not safe for use by many threads.
 *
 * <p>Instead of a step, {@link #feed} reads several tokens of each row at once, and {@link #keep}
 * says how many of them stay: those that do not leave holes in the cache, which no later token
 * looks at.
 */
final class DecoderState implements AutoCloseable {

  /** What keeps attention away from padding; large enough that its weight is exactly zero. */
  private static final float MASKED = -1e4f;

  private static final String[] CROSS = {"ck", "cv"};
  private static final String[] PAST = {"pk", "pv"};
  private static final String[] NEXT = {"nk", "nv"};

  private Network network;
  private final int tensors;
  private RowTensor mask = new RowTensor();
  private RowTensor otherMask = new RowTensor();
  private RowTensor[] cross;
  private RowTensor[] otherCross;
  private RowTensor[] past;
  private RowTensor[] next;
  private final RowTensor logits = new RowTensor();
  private final RowTensor hidden = new RowTensor();
  private final RowTensor seen = new RowTensor();

  /** Which sentence of the batch each row belongs to. */
  private int[] sentences = {};

  /** How many tokens each row has: the position of its next one. */
  private int[] lengths = {};

  /** Columns of the cache that a row's later tokens may not look at. */
  private BitSet[] holes = {};

  /** Columns of the cache. */
  private int columns;

  /** Tokens that each row was fed last, and to how many they were padded. */
  private int[] fed = {};

  private int fedColumns;

  DecoderState(Network network) {
    this.network = network;
    tensors = 2 * network.shape().decoderLayers();
    cross = newTensors();
    otherCross = newTensors();
    past = newTensors();
    next = newTensors();
  }

  /**
   * Says which network the next batch is for.
   *
   * @param other of the same shape
   */
  void use(Network other) {
    if (!other.shape().equals(network.shape())) {
      throw new IllegalArgumentException("a network of " + other.shape());
    }
    network = other;
  }

  /** The number of rows. */
  int rows() {
    return sentences.length;
  }

  /**
   * Encodes a batch; row i is then sentence i, before its first token.
   *
   * @param sources the sentences' pieces, at least one
   * @param length to how many pieces each is padded, at least the longest one's
   * @param pad id of the piece to pad with
   */
  void begin(List<int[]> sources, int length, int pad) {
    ModelDescription.Network shape = network.shape();
    int rows = sources.size();
    LongBuffer ids = longs(rows * length);
    try {
      mask.reshape(rows, 1, 1, length);
      for (int[] source : sources) {
        for (int i = 0; i < length; i++) {
          ids.put(i < source.length ? source[i] : pad);
          mask.values().put(i < source.length ? 0 : MASKED);
        }
      }
      mask.values().rewind();
      Map<String, OnnxTensor> outputs = new HashMap<>();
      for (int i = 0; i < tensors; i++) {
        if (i % 2 == 0) {
          cross[i].reshape(rows, shape.heads(), shape.headWidth(), length);
        } else {
          cross[i].reshape(rows, shape.heads(), length, shape.headWidth());
        }
        outputs.put(name(CROSS, i), cross[i].tensor());
        past[i].reshape(rows, shape.heads(), 0, shape.headWidth());
      }
      try (OnnxTensor src = tensor(ids.rewind(), rows, length)) {
        network.encoder().run(Map.of("src", src, "mask", mask.tensor()), outputs).close();
      }
    } catch (OrtException e) {
      throw failure(e);
    }
    sentences = IntStream.range(0, rows).toArray();
    lengths = new int[rows];
    holes = Stream.generate(BitSet::new).limit(rows).toArray(BitSet[]::new);
    columns = 0;
  }

  /** Feeds each row its next token, the start token first, and computes the logits after it. */
  void step(int[] tokens) {
    feed(Arrays.stream(tokens).mapToObj(token -> new int[] {token}).toArray(int[][]::new));
    keep(IntStream.generate(() -> 1).limit(tokens.length).toArray());
  }

  /**
   * Feeds each row its next tokens, the start token first, and computes the logits after each of
   * them. {@link #keep} must follow.
   *
   * @param tokens for each row its tokens, at least one
   */
  void feed(int[][] tokens) {
    if (tokens.length != rows()) {
      throw new IllegalArgumentException(tokens.length + " tokens for " + rows() + " rows");
    }
    ModelDescription.Network shape = network.shape();
    fed = Arrays.stream(tokens).mapToInt(row -> row.length).toArray();
    fedColumns = Arrays.stream(fed).max().orElse(0);
    LongBuffer ids = longs(tokens.length * fedColumns);
    LongBuffer positions = longs(tokens.length * fedColumns);
    for (int row = 0; row < tokens.length; row++) {
      for (int i = 0; i < fedColumns; i++) {
        ids.put(tokens[row][Math.min(i, tokens[row].length - 1)]);
        positions.put(Math.min(lengths[row] + i, shape.positions() - 1));
      }
    }
    try (OnnxTensor tok = tensor(ids.rewind(), tokens.length, fedColumns);
        OnnxTensor pos = tensor(positions.rewind(), tokens.length, fedColumns)) {
      fillSeen();
      Map<String, OnnxTensorLike> inputs = new HashMap<>();
      Map<String, OnnxTensor> outputs = new HashMap<>();
      inputs.put("tok", tok);
      inputs.put("pos", pos);
      inputs.put("mask", mask.tensor());
      inputs.put("seen", seen.tensor());
      logits.reshape(tokens.length, fedColumns, shape.vocabulary());
      hidden.reshape(tokens.length, fedColumns, shape.d());
      outputs.put("logits", logits.tensor());
      outputs.put("hidden", hidden.tensor());
      for (int i = 0; i < tensors; i++) {
        next[i].reshape(tokens.length, shape.heads(), columns + fedColumns, shape.headWidth());
        inputs.put(name(CROSS, i), cross[i].tensor());
        inputs.put(name(PAST, i), past[i].tensor());
        outputs.put(name(NEXT, i), next[i].tensor());
      }
      network.decoder().run(inputs, outputs).close();
    } catch (OrtException e) {
      throw failure(e);
    }
    RowTensor[] used = past;
    past = next;
    next = used;
  }

  /**
   * Says how many of the tokens that each row was fed last stay.
   *
   * @param counts for each row from 1 to as many as it was fed
   */
  void keep(int[] counts) {
    for (int row = 0; row < counts.length; row++) {
      if (counts[row] < 1 || counts[row] > fed[row]) {
        throw new IllegalArgumentException(counts[row] + " of " + fed[row] + " tokens");
      }
      holes[row].set(columns + counts[row], columns + fedColumns);
      lengths[row] += counts[row];
    }
    columns += fedColumns;
    fed = new int[0];
  }

  /** A token looks at what was kept and at those before it that are fed with it. */
  private void fillSeen() throws OrtException {
    int width = columns + fedColumns;
    seen.reshape(rows(), 1, fedColumns, width);
    FloatBuffer values = seen.values();
    for (int row = 0; row < rows(); row++) {
      for (int token = 0; token < fedColumns; token++) {
        for (int column = 0; column < width; column++) {
          values.put(holes[row].get(column) || column > columns + token ? MASKED : 0);
        }
      }
    }
    values.rewind();
  }

  /** Copies out a row's logits after the only token of the last step. */
  void logits(int row, float[] into) {
    logits(row, 0, into);
  }

  /** Copies out a row's logits after the token at {@code place} of those fed last. */
  void logits(int row, int place, float[] into) {
    logits.values().get((row * fedColumns + place) * into.length, into);
  }

  /** Copies out what the output layer saw after the token at {@code place} of those fed last. */
  void hidden(int row, int place, float[] into) {
    hidden.values().get((row * fedColumns + place) * into.length, into);
  }

  /**
   * Keeps the rows named, in that order: row i becomes what row {@code rows[i]} was. Between {@link
   * #feed} and {@link #keep} it may be called, too: the new rows may then keep different numbers of
   * tokens, and the logits are those of the old rows.
   */
  void select(int[] rows) {
    int[] selected = Arrays.stream(rows).map(row -> sentences[row]).toArray();
    lengths = Arrays.stream(rows).map(row -> lengths[row]).toArray();
    if (fed.length > 0) {
      fed = Arrays.stream(rows).map(row -> fed[row]).toArray();
    }
    holes = Arrays.stream(rows).mapToObj(row -> (BitSet) holes[row].clone()).toArray(BitSet[]::new);
    try {
      if (!isIdentity(rows)) {
        for (int i = 0; i < tensors; i++) {
          next[i].gather(past[i], rows);
        }
        RowTensor[] used = past;
        past = next;
        next = used;
      }
      // Hypotheses of one sentence share what the encoder said: no copy if they only change places.
      if (!Arrays.equals(selected, sentences)) {
        for (int i = 0; i < tensors; i++) {
          otherCross[i].gather(cross[i], rows);
        }
        RowTensor[] used = cross;
        cross = otherCross;
        otherCross = used;
        otherMask.gather(mask, rows);
        RowTensor usedMask = mask;
        mask = otherMask;
        otherMask = usedMask;
      }
    } catch (OrtException e) {
      throw failure(e);
    }
    sentences = selected;
  }

  @Override
  public void close() {
    Stream.of(cross, otherCross, past, next).flatMap(Arrays::stream).forEach(RowTensor::close);
    Stream.of(mask, otherMask, logits, hidden, seen).forEach(RowTensor::close);
  }

  private boolean isIdentity(int[] rows) {
    if (rows.length != rows()) {
      return false;
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != i) {
        return false;
      }
    }
    return true;
  }

  private RowTensor[] newTensors() {
    return Stream.generate(RowTensor::new).limit(tensors).toArray(RowTensor[]::new);
  }

  private static String name(String[] keyOrValue, int index) {
    return keyOrValue[index % 2] + index / 2;
  }

  private static LongBuffer longs(int size) {
    return ByteBuffer.allocateDirect(size * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private static OnnxTensor tensor(LongBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxEnvironment.get(), values, shape);
  }

  private static EngineException failure(OrtException e) {
    return new EngineException("the model cannot be run: " + e.getMessage(), e);
  }
}
