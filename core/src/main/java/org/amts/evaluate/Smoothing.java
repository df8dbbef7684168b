package org.amts.evaluate;

import java.util.Locale;

/**
 * What BLEU does about an n-gram order without a match, which would make the score zero. The
 * methods and their numbers are those of Chen and Cherry, A Systematic Comparison of Smoothing
 * Techniques for Sentence-Level BLEU (2014).
 *
 * @param method which
 * @param value what {@link Method#FLOOR} puts in place of zero, or what {@link Method#ADD_K} adds;
 *     0 for the others
 */
public record Smoothing(Method method, double value) {

  /** A method of smoothing. */
  public enum Method {
    /** Nothing: the score is zero. */
    NONE,
    /** Method 1: a small number in place of zero matches. */
    FLOOR,
    /** Method 2: a number added to matches and totals from order 2. */
    ADD_K,
    /** Method 3, NIST's: 1/2, 1/4, 1/8 ... match for each order without one. */
    EXP
  }

  /** No smoothing. */
  public static final Smoothing NONE = new Smoothing(Method.NONE, 0);

  /** The default of sacreBLEU and of mteval. */
  public static final Smoothing EXP = new Smoothing(Method.EXP, 0);

  /** sacreBLEU's floor of 0.1. */
  public static final Smoothing FLOOR = new Smoothing(Method.FLOOR, 0.1);

  /** sacreBLEU's addition of 1. */
  public static final Smoothing ADD_ONE = new Smoothing(Method.ADD_K, 1);

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if a method that needs a value has none above 0, or another
   *     method has one
   */
  public Smoothing {
    boolean needsValue = method == Method.FLOOR || method == Method.ADD_K;
    if (needsValue ? !(value > 0) : value != 0) {
      throw new IllegalArgumentException("value " + value + " for smoothing method " + method);
    }
  }

  /** As in a signature: {@code exp}, {@code floor[0.10]}. */
  @Override
  public String toString() {
    String name = method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return value == 0 ? name : String.format(Locale.ROOT, "%s[%.2f]", name, value);
  }
}
