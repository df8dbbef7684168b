package org.amts.engine.local;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definition of the network and of both searches, as plainly as possible: no batch, no padding,
 * no cache, all sums in double precision. What the engine decodes has to equal it, token by token.
 */
final class ReferenceDecoder {

  private static final int START = 2;
  private static final int END = 3;
  private static final double EPSILON = 1e-5;

  private final Map<String, float[]> weights = new HashMap<>();
  private final int d;
  private final int heads;
  private final int encoderLayers;
  private final int decoderLayers;
  private final int vocabulary;

  /** Reads the weights of the tiny model. */
  ReferenceDecoder(ModelDescription.Network network) {
    d = network.d();
    heads = network.heads();
    encoderLayers = network.encoderLayers();
    decoderLayers = network.decoderLayers();
    vocabulary = network.vocabulary();
    try (DataInputStream in =
        new DataInputStream(ReferenceDecoder.class.getResourceAsStream("tiny/weights.bin"))) {
      int tensors = in.readInt();
      for (int t = 0; t < tensors; t++) {
        String name = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.US_ASCII);
        int size = 1;
        for (int rank = in.readInt(); rank > 0; rank--) {
          size *= in.readInt();
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
          values[i] = in.readFloat();
        }
        weights.put(name, values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Greedy search. */
  int[] greedy(int[] source, int limit) {
    double[][] memory = encode(source);
    List<Integer> tokens = new ArrayList<>();
    while (tokens.size() < limit) {
      double[] logits = logits(memory, tokens);
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      if (best == END) {
        break;
      }
      tokens.add(best);
    }
    return toArray(tokens);
  }

  private record Scored(double score, List<Integer> tokens) {}

  private record Step(double score, Scored from, int token) {}

  /** Beam search with length normalisation. */
  int[] beam(int[] source, int limit, int beam) {
    double[][] memory = encode(source);
    List<Scored> open = List.of(new Scored(0, List.of()));
    List<Scored> done = new ArrayList<>();
    for (int n = 0; n < limit; n++) {
      List<Step> steps = new ArrayList<>();
      for (Scored hypothesis : open) {
        double[] logits = logits(memory, hypothesis.tokens());
        double highest = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits).map(l -> Math.exp(l - highest)).sum();
        for (int token = 0; token < logits.length; token++) {
          double score = hypothesis.score() + logits[token] - highest - Math.log(sum);
          steps.add(new Step(score, hypothesis, token));
        }
      }
      steps.sort(Comparator.comparingDouble(Step::score).reversed());
      List<Scored> next = new ArrayList<>();
      for (Step step : steps.subList(0, 2 * beam)) {
        List<Integer> before = step.from().tokens();
        if (step.token() == END) {
          done.add(new Scored(step.score() / Math.pow(Math.max(1, before.size()), 0.6), before));
        } else if (next.size() < beam) {
          List<Integer> longer = new ArrayList<>(before);
          longer.add(step.token());
          next.add(new Scored(step.score(), longer));
        }
      }
      open = next;
      double best = done.stream().mapToDouble(Scored::score).max().orElse(Double.NaN);
      if (done.size() >= beam && best >= open.get(0).score() / Math.pow(limit, 0.6)) {
        break;
      }
    }
    return toArray(
        done.stream().max(Comparator.comparingDouble(Scored::score)).orElse(open.get(0)).tokens());
  }

  private double[][] encode(int[] source) {
    double[][] x = embed(source);
    for (int i = 0; i < encoderLayers; i++) {
      String layer = "enc." + i;
      double[][] z = norm(x, layer + ".n1");
      add(x, attend(z, z, layer + ".att", false));
      add(x, feedForward(x, layer));
    }
    return norm(x, "ne");
  }

  private double[] logits(double[][] memory, List<Integer> tokens) {
    int[] inputs = new int[tokens.size() + 1];
    inputs[0] = START;
    for (int i = 0; i < tokens.size(); i++) {
      inputs[i + 1] = tokens.get(i);
    }
    double[][] x = embed(inputs);
    for (int i = 0; i < decoderLayers; i++) {
      String layer = "dec." + i;
      double[][] z = norm(x, layer + ".n1");
      add(x, attend(z, z, layer + ".att", true));
      add(x, attend(norm(x, layer + ".n2"), memory, layer + ".cross", false));
      add(x, feedForward(x, layer));
    }
    double[] hidden = norm(x, "nd")[x.length - 1];
    float[] embedding = weights.get("emb.weight");
    double[] logits = new double[vocabulary];
    for (int token = 0; token < vocabulary; token++) {
      for (int i = 0; i < d; i++) {
        logits[token] += embedding[token * d + i] * hidden[i];
      }
    }
    return logits;
  }

  private double[][] embed(int[] ids) {
    float[] embedding = weights.get("emb.weight");
    double[][] x = new double[ids.length][d];
    for (int p = 0; p < ids.length; p++) {
      for (int i = 0; i < d; i++) {
        double angle = p * Math.exp((i - i % 2) * -Math.log(10000) / d);
        double where = i % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
        x[p][i] = embedding[ids[p] * d + i] * Math.sqrt(d) + where;
      }
    }
    return x;
  }

  private double[][] attend(double[][] x, double[][] to, String name, boolean causal) {
    double[][] q = linear(x, name + ".q");
    double[][] k = linear(to, name + ".k");
    double[][] v = linear(to, name + ".v");
    int width = d / heads;
    double[][] mixed = new double[x.length][d];
    for (int head = 0; head < heads; head++) {
      for (int p = 0; p < x.length; p++) {
        int seen = causal ? p + 1 : to.length;
        double[] weight = new double[seen];
        double sum = 0;
        for (int s = 0; s < seen; s++) {
          double product = 0;
          for (int i = head * width; i < (head + 1) * width; i++) {
            product += q[p][i] * k[s][i];
          }
          weight[s] = Math.exp(product / Math.sqrt(width));
          sum += weight[s];
        }
        for (int s = 0; s < seen; s++) {
          for (int i = head * width; i < (head + 1) * width; i++) {
            mixed[p][i] += weight[s] / sum * v[s][i];
          }
        }
      }
    }
    return linear(mixed, name + ".o");
  }

  private double[][] feedForward(double[][] x, String layer) {
    double[][] inner = linear(norm(x, layer + ".n3"), layer + ".f1");
    for (double[] row : inner) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(0, row[i]);
      }
    }
    return linear(inner, layer + ".f2");
  }

  private double[][] linear(double[][] x, String name) {
    float[] weight = weights.get(name + ".weight");
    float[] bias = weights.get(name + ".bias");
    double[][] y = new double[x.length][bias.length];
    for (int p = 0; p < x.length; p++) {
      int inputs = x[p].length;
      for (int o = 0; o < bias.length; o++) {
        y[p][o] = bias[o];
        for (int i = 0; i < inputs; i++) {
          y[p][o] += weight[o * inputs + i] * x[p][i];
        }
      }
    }
    return y;
  }

  private double[][] norm(double[][] x, String name) {
    float[] weight = weights.get(name + ".weight");
    float[] bias = weights.get(name + ".bias");
    double[][] y = new double[x.length][d];
    for (int p = 0; p < x.length; p++) {
      double mean = Arrays.stream(x[p]).average().orElseThrow();
      double variance =
          Arrays.stream(x[p]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      for (int i = 0; i < d; i++) {
        y[p][i] = (x[p][i] - mean) / Math.sqrt(variance + EPSILON) * weight[i] + bias[i];
      }
    }
    return y;
  }

  private static void add(double[][] x, double[][] y) {
    for (int p = 0; p < x.length; p++) {
      for (int i = 0; i < x[p].length; i++) {
        x[p][i] += y[p][i];
      }
    }
  }

  private static int[] toArray(List<Integer> tokens) {
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }
}
