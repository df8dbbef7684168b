package org.amts.server.protocol;

/**
 * The key with which Amazon would encrypt a resource. It is kept and shown, and nothing is
 * encrypted with it: protect the data folder instead.
 *
 * @param type always KMS
 * @param id of the key
 */
public record EncryptionKey(String type, String id) {}
