/**
 * The interface of a translation engine: segments in, translations out. Engines are found by {@link
 * java.util.ServiceLoader} through {@link org.amts.engine.EngineProvider}.
 *
 * <p>Not here: documents, files of parallel data, and any engine. Open {@link
 * org.amts.engine.TranslationEngine} first.
 */
@NullMarked
package org.amts.engine;

import org.jspecify.annotations.NullMarked;
