package org.amts.engine.local;

/**
 * How often the engine's first answers could not be used, since it was opened.
 *
 * @param sentences texts that were decoded, each counted once however often it was asked for
 * @param lostPlaceholders first answers whose placeholders were not the source's
 * @param lostLinks first answers in which a link or an image lost its brackets
 * @param loops first answers that repeated a few tokens again and again
 * @param endless first answers that reached the limit of their length
 * @param empty first answers without a word
 * @param garbled first answers with bytes that are no characters
 * @param failed texts of which no answer could be used
 */
public record DecodingCounts(
    long sentences,
    long lostPlaceholders,
    long lostLinks,
    long loops,
    long endless,
    long empty,
    long garbled,
    long failed) {}
