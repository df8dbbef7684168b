"""Vectors to begin with for pieces that the vocabulary got after the weights were trained (`prepare --extend`).

A new piece begins near the pieces of its kind, and near the English words that the translations of its sentences
have more often than others do: the one for 锚 begins near "anchor". How much more often is told by the main term of
the log-likelihood ratio (Dunning 1993). Training does the rest (`train --fresh`).
"""

import argparse
import json
import pathlib
import re

import numpy as np
import sentencepiece

from .dataset import Side, corpora

WORD = re.compile("▁?[A-Za-z]{3,}")
LIKE_WORDS = 0.7  # how far a vector goes from those of its kind to those of its words
CLOSE = 0.5  # a second word counts if it stands out at least so much beside the first
SYMBOLS = 300  # pieces before this number are symbols, bytes and single letters


def standing_out(first, second, fresh, words):
    """For each piece from number `fresh` on in the sentences of `second`: the pieces among `words` that stand out in
    the sentences of `first` beside it, {piece: {word: by how much}}."""
    def numbered(side):
        return np.repeat(np.arange(len(side)), np.diff(side.starts)), np.asarray(side.tokens)

    sentence, token = numbered(first)
    chosen = words[token]
    unique = np.unique(sentence[chosen].astype(np.int64) << 16 | token[chosen])
    sentence, token = unique >> 16, unique & 0xFFFF
    sentences_with = np.bincount(token, minlength=len(words))
    begin = np.searchsorted(sentence, np.arange(len(first) + 1))
    result = {}
    where, piece = numbered(second)
    is_fresh = piece >= fresh
    occurrences = np.unique(piece[is_fresh].astype(np.int64) << 32 | where[is_fresh])
    for number in np.unique(occurrences >> 32):
        places = occurrences[occurrences >> 32 == number] & 0xFFFFFFFF
        beside = np.bincount(np.concatenate([token[begin[p]:begin[p + 1]] for p in places]), minlength=len(words))
        expected = sentences_with * (len(places) / len(first))
        found = np.flatnonzero((beside >= 2) & (beside > expected))
        result[int(number)] = {int(w): float(beside[w] * np.log(beside[w] / expected[w])) for w in found}
    return result


def vectors(table, texts, associated):
    """A vector for each text of a new piece; `associated` holds the words that stand out beside it, by its place."""
    def is_ideograph(text):
        return len(text) == 1 and "\u4e00" <= text <= "\u9fff"

    known = table[SYMBOLS:]
    ideographs = table[[i for i, text in enumerate(texts[:len(table)]) if is_ideograph(text)] or slice(SYMBOLS, None)]
    norm = np.linalg.norm(ideographs, axis=1).mean()
    result = []
    for place, text in enumerate(texts[len(table):]):
        vector = (ideographs if is_ideograph(text) else known).mean(0)
        outstanding = associated.get(len(table) + place, {})
        best = sorted(outstanding, key=outstanding.get, reverse=True)[:2]
        best = [word for word in best if outstanding[word] >= CLOSE * outstanding[best[0]]]
        if best:
            vector = vector + LIKE_WORDS * np.average(table[best], 0, [outstanding[word] for word in best])
        result.append(vector / np.linalg.norm(vector) * norm)
    return np.array(result, np.float32)


def main(arguments=None):
    p = argparse.ArgumentParser(prog="extend", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data", type=pathlib.Path, help="folder that `prepare --extend` wrote")
    p.add_argument("run", type=pathlib.Path, help="folder with weights-f16.npz and model.json of the smaller vocabulary")
    p.add_argument("extended", type=pathlib.Path, help="folder for both with the larger one")
    options = p.parse_args(arguments)
    processor = sentencepiece.SentencePieceProcessor(model_file=str(options.data / "spm.model"))
    texts = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    weights = dict(np.load(options.run / "weights-f16.npz"))
    table = weights["emb.weight"].astype(np.float32)
    words = np.array([bool(WORD.fullmatch(text)) and number < len(table) for number, text in enumerate(texts)])
    associated = {}
    for corpus in corpora(options.data):
        first, second = (Side(options.data, corpus, language) for language in corpus.split("-"))
        for piece, found in standing_out(first, second, len(table), words).items():
            associated.setdefault(piece, {}).update(found)
    fresh = vectors(table, texts, associated)
    weights["emb.weight"] = np.concatenate([table, fresh]).astype(np.float16)
    options.extended.mkdir(parents=True, exist_ok=True)
    np.savez(options.extended / "weights-f16.npz", **weights)
    shape = json.loads((options.run / "model.json").read_text(encoding="utf-8"))
    (options.extended / "model.json").write_text(json.dumps(shape | dict(vocab=len(texts))), encoding="utf-8")
    print(json.dumps(dict(fresh=len(table), pieces=len(texts), with_words=len(associated))))


if __name__ == "__main__":
    main()
