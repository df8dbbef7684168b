/**
 * What a target language's typesetting asks for, applied to translated segments: full-width
 * punctuation and spacing in Chinese, inverted marks in Spanish, quotation marks, emphasis that
 * Markdown renders next to Chinese characters, and the source term in brackets where a term is
 * first mentioned.
 *
 * <p>Not here: translation itself, and the escaping of a file format. Open {@link
 * org.amts.translate.typography.Typography} first, then {@link
 * org.amts.translate.typography.FirstMention}.
 */
@NullMarked
package org.amts.translate.typography;

import org.jspecify.annotations.NullMarked;
