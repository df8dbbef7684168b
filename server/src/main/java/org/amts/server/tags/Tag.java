package org.amts.server.tags;

/**
 * A tag.
 *
 * @param key of the tag
 * @param value of the tag
 */
public record Tag(String key, String value) {}
