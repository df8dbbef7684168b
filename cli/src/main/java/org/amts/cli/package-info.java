/**
 * The command line: one thin class for each subcommand of {@code amts}, which reads arguments,
 * calls the core and prints.
 *
 * <p>Not here: anything that a program without a terminal would need. Open {@link
 * org.amts.cli.Amts} first; {@link org.amts.cli.ExitCode} lists how a command can end and {@link
 * org.amts.cli.Console} what it reads and writes.
 */
@NullMarked
package org.amts.cli;

import org.jspecify.annotations.NullMarked;
