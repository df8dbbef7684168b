package org.amts.engine.local;

import java.util.List;

/**
 * The examples whose tokens are mixed into the answer to a text. Small beside the {@link
 * Neighbours} that decoding makes of it, since texts share the states. Immutable.
 *
 * @param examples states of the examples, at least one
 * @param width of a state
 * @param mixture how their tokens are mixed in
 */
record Neighbourhood(List<ExampleStates> examples, int width, AdaptationMethods.Mixture mixture) {

  /** Copies the list. */
  Neighbourhood {
    examples = List.copyOf(examples);
  }

  /** Lays the states out for decoding. */
  Neighbours gather() {
    return new Neighbours(examples, width, mixture);
  }
}
