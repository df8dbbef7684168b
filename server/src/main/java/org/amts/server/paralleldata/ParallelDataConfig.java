package org.amts.server.paralleldata;

import org.amts.corpus.ParallelDataFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where the file is that is imported.
 *
 * @param s3Uri of the file, or of a folder with one file of the format
 * @param format of the file
 */
record ParallelDataConfig(@Nullable String s3Uri, @Nullable ParallelDataFormat format) {}
