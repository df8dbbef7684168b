package org.amts.align;

/**
 * A bead over units, before it becomes a {@link Bead} over segments.
 *
 * @param fromSource first source unit
 * @param toSource end of the source units, exclusive
 * @param fromTarget first target unit
 * @param toTarget end of the target units, exclusive
 */
record Span(int fromSource, int toSource, int fromTarget, int toTarget) {

  /** Whether both sides have units. */
  boolean isPair() {
    return toSource > fromSource && toTarget > fromTarget;
  }

  int sourceSize() {
    return toSource - fromSource;
  }

  int targetSize() {
    return toTarget - fromTarget;
  }
}
