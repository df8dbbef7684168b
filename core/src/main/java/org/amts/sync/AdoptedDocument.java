package org.amts.sync;

/**
 * A translation that the lock file did not know, and the version of the source that it was made
 * from.
 *
 * @param section its section of the lock file
 * @param source the version of the source, the file's bytes
 * @param evidence how the version was found, for people
 */
public record AdoptedDocument(LockedDocument section, byte[] source, String evidence) {}
