package org.amts.translate;

import java.nio.file.Path;

/**
 * A source file of the book and where its translation into one language lies, or should.
 *
 * @param name the source's path from the book's root, with slashes: its name for people
 * @param source the source file
 * @param translation the translated file, which may not exist
 * @param translationName the translation's path from the book's root, with slashes
 */
public record BookDocument(String name, Path source, Path translation, String translationName) {}
