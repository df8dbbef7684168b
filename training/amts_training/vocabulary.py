"""The vocabulary: one SentencePiece model for all languages, with AMTS's symbols in it."""

import collections

import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from .symbols import END, PADDING, START, UNKNOWN, all_symbols


def learn(file, sentences, size, threads=2):
    """Learns a vocabulary of `size` pieces from an iterable of texts and writes it to `file`.

    Text is taken as it is: SentencePiece's own normalisation would turn Chinese punctuation into ASCII. Byte
    pieces stand for characters too rare for a piece of their own, so nothing is ever unknown; they are only
    learnt if coverage is below 1.
    """
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_prefix=str(file).removesuffix(".model"), vocab_size=size,
        model_type="unigram", byte_fallback=True, character_coverage=0.9997, split_digits=True,
        normalization_rule_name="identity", remove_extra_whitespaces=False, user_defined_symbols=all_symbols(),
        pad_id=PADDING, unk_id=UNKNOWN, bos_id=START, eos_id=END, num_threads=threads, max_sentence_length=4192,
        minloglevel=1)


def spelled_in_bytes(texts, processor):
    """The characters that a vocabulary has no piece for, with the number of their occurrences in the texts."""
    counts = collections.Counter()
    for text in texts:
        counts.update(text)
    return {character: count for character, count in counts.items()
            if character.isprintable() and any(map(processor.is_byte, processor.encode(character)))}


def extended(model, characters):
    """The SentencePiece model `model`, in bytes, with pieces for further characters behind the others.

    Other text is cut as before: a character without a piece stands alone as well, and the new pieces are the least
    likely of all.
    """
    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model)
    lowest = min(piece.score for piece in proto.pieces)
    for character in characters:
        proto.pieces.add(piece=character, score=lowest - 1, type=sentencepiece_model_pb2.ModelProto.SentencePiece.NORMAL)
    proto.trainer_spec.vocab_size = len(proto.pieces)
    return proto.SerializeToString()
