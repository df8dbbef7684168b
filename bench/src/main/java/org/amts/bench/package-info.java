/**
 * Benchmarks. {@code bench/run NAME} builds and runs those whose names match; results go into
 * {@code docs/results.md} with the command. They read the real books, whose folder is the system
 * property {@code amts.corpora}.
 */
@NullMarked
package org.amts.bench;

import org.jspecify.annotations.NullMarked;
