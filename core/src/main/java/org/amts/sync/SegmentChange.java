package org.amts.sync;

import org.jspecify.annotations.Nullable;

/**
 * What synchronisation does for a sentence of the new source, or for several that are translated as
 * one; for reports.
 *
 * @param document the source file's name
 * @param line its line there, from 1
 * @param action what is done
 * @param segments how many segments it is
 * @param words words of the new source
 * @param source the new source
 * @param before the source that the translation renders; empty if there is no translation
 * @param translation the translation as it was; empty if there is none
 * @param edit how the older source became the new one; null if they are equal or unrelated
 * @param from name of the document that the older source stands in; empty if there is none
 */
public record SegmentChange(
    String document,
    int line,
    Action action,
    int segments,
    int words,
    String source,
    String before,
    String translation,
    @Nullable Edit edit,
    String from) {}
