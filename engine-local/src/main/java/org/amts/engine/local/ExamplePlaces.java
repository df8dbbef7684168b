package org.amts.engine.local;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** All places in the translations of examples, in an order that can be shuffled. */
final class ExamplePlaces {

  private final int[] owners;
  private final int[] places;
  private final int count;

  /**
   * @param chosen which of the examples, by index
   */
  ExamplePlaces(List<ExampleStates> examples, IntPredicate chosen) {
    owners = new int[examples.stream().mapToInt(ExampleStates::size).sum()];
    places = new int[owners.length];
    int size = 0;
    for (int example = 0; example < examples.size(); example++) {
      if (chosen.test(example)) {
        for (int place = 0; place < examples.get(example).size(); place++) {
          owners[size] = example;
          places[size++] = place;
        }
      }
    }
    count = size;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The index of the example that a place belongs to. */
  int owner(int index) {
    return owners[index];
  }

  /** Which of the example's places it is, from 0. */
  int place(int index) {
    return places[index];
  }

  /** Brings them into another order. */
  void shuffle(Random random) {
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      swap(owners, i, other);
      swap(places, i, other);
    }
  }

  private static void swap(int[] values, int one, int other) {
    int kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }
}
