/**
 * What the server remembers: a database that a crash does not harm. H2 in the data folder, or any
 * database by its JDBC URL (tried with PostgreSQL).
 *
 * <p>Not here: objects of S3. Open {@link org.amts.server.store.Database} first.
 */
@NullMarked
package org.amts.server.store;

import org.jspecify.annotations.NullMarked;
