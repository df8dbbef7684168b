/**
 * Translations while the client waits: TranslateText, TranslateDocument, and the list of languages.
 */
@NullMarked
package org.amts.server.text;

import org.jspecify.annotations.NullMarked;
