/**
 * What Git knows of a book: older versions of its files, who changed which line last, what differs
 * from another branch; and AMTS's own commits, which carry the trailer {@code AMTS-Sync}.
 *
 * <p>A book may lie in no repository, in one, or in several (the translations beside the source, or
 * in submodules); everything here answers "nothing known" where there is no history. The repository
 * itself is changed by {@link org.amts.cli.git.SyncCommit} alone. Open {@link
 * org.amts.cli.git.GitRepositories} first.
 */
@NullMarked
package org.amts.cli.git;

import org.jspecify.annotations.NullMarked;
