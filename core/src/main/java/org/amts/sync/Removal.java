package org.amts.sync;

/**
 * A translation whose source is gone.
 *
 * @param document the source file's name
 * @param source the sentence that is gone
 * @param translation its translation
 * @param words words of the source
 * @param isConflict whether a person has changed the translation since the last synchronisation
 */
public record Removal(
    String document, String source, String translation, int words, boolean isConflict) {}
