/**
 * What the tests of several modules share: {@link org.amts.testing.FakeEngine}, an engine without a
 * model; {@link org.amts.testing.RandomText}, seeded text that is hard on parsers; {@link
 * org.amts.testing.Corpora}, where the real books lie.
 *
 * <p>For tests only: no other module may need this one at run time.
 */
@NullMarked
package org.amts.testing;

import org.jspecify.annotations.NullMarked;
