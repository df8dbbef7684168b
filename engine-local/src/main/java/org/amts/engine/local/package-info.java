/**
 * The embedded engine: a Transformer that runs in this process on ONNX Runtime.
 *
 * <pre>
 * segment text -> SegmentCodec -> piece ids -> Batches -> Decoder (greedy | beam) over Network
 *              -> piece ids -> AnswerCheck (placeholders, links, loops) -> translation, or one more try under TokenRules
 * </pre>
 *
 * <p>Adapted to parallel data ({@link org.amts.engine.local.AdaptedLocalEngine}), a segment that is
 * there is answered from it; for the others, {@link org.amts.engine.local.MemoryAdviser} finds
 * related examples, and {@link org.amts.engine.local.Neighbours} mixes their tokens in at each
 * step. What all examples have in common the network learns beforehand: {@link
 * org.amts.engine.local.NetworkAdaptation} has {@link org.amts.engine.local.NetworkLearning} teach
 * it, over {@link org.amts.engine.local.LearningGraph}.
 *
 * <p>After an edit of its source, a translation is changed rather than made anew: {@link
 * org.amts.engine.local.Revisions}.
 *
 * <p>A segment's answer depends on the segment, the model and the settings only. Two things make it
 * so: the model's int8 activations have one scale a row ({@link
 * org.amts.engine.local.ModelDescription.Network#rowsAreIndependent()}), and a source is padded to
 * a length that follows from its own length ({@link org.amts.engine.local.Batches#paddedLength}).
 * So sentences may share a batch in any way, on any number of threads.
 *
 * <p>Not here: the translation memory itself (package {@code memory}), and the training of models.
 * Open {@link org.amts.engine.local.LocalEngine} first.
 */
@NullMarked
package org.amts.engine.local;

import org.jspecify.annotations.NullMarked;
