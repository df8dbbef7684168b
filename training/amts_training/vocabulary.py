"""The vocabulary: one SentencePiece model for all languages, with AMTS's symbols in it."""

import sentencepiece

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
