"""How often each pair is seen: more often the more it sounds like a textbook.

Compute is what is short here, so it goes first to sentences like those that users translate. A sentence is
scored by how much likelier its pieces and pairs of pieces are in some sample text of the wanted register than
in the corpus at large (cross-entropy difference: Moore and Lewis 2010; both sides: Axelrod et al. 2011). The
weight falls with the rank of the score but never to nothing, so that general text does not fall apart.

The sample only chooses among the corpus' sentences; nothing of it is trained on, and texts that serve as tests
must not be in it.
"""

import argparse
import pathlib
import re

import numpy as np
import sentencepiece

from .dataset import Side, corpora
from .protect import marked
from .text import normalised

BIGRAMS = 1 << 20  # slots for hashed pairs of pieces
CAUTION = 2000.0  # pseudo-counts that hold the sample's rates to the corpus' rates
STEADY = 6.0  # average pieces added to each sentence, lest short ones win by luck
FOCUS = 0.06  # the share of a corpus over which the weight falls by a factor of e, unless another is asked for
FLOOR = 0.02  # the weight of the least likely sentence, the best having 1


def bigram_slots(tokens):
    """The slot of each piece with its successor; one fewer than there are tokens."""
    tokens = tokens.astype(np.uint64)
    mixed = (tokens[:-1] * np.uint64(0x9E3779B1) + tokens[1:]) * np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(44)).astype(np.int64)


def log_ratio(sample, corpus, size):
    """For each of `size` events: the log of its rate in the sample over its rate in the corpus."""
    in_sample = np.bincount(sample, minlength=size)
    in_corpus = np.bincount(corpus, minlength=size) + 0.5
    expected = in_corpus / in_corpus.sum()
    return np.log((in_sample + CAUTION * expected) / (len(sample) + CAUTION) / expected).astype(np.float32)


def scores(side, sample):
    """The score of every sentence of `side`, given the pieces of sample text."""
    tokens = np.asarray(side.tokens)
    single = log_ratio(sample, tokens, int(max(tokens.max(), sample.max())) + 1)[tokens]
    corpus_slots = bigram_slots(tokens)
    double = log_ratio(bigram_slots(sample), corpus_slots, BIGRAMS)[corpus_slots]
    double = np.append(double, np.float32(0))
    ends = np.asarray(side.starts[1:]) - 1
    double[ends] = 0  # a pair of pieces must not reach into the next sentence
    value = single + double
    value -= value.mean()
    return np.add.reduceat(value, side.starts[:-1]) / (np.diff(side.starts) + STEADY)


def weights(score, lengths, placeholders, focus=FOCUS):
    """Sampling weights from scores: by rank, less for fragments, more for sentences with placeholders."""
    rank = np.empty(len(score))
    rank[np.argsort(score)] = np.arange(len(score)) / len(score)
    weight = FLOOR + np.exp((rank - 1) / focus)
    weight *= np.clip(lengths / 12, 0.15, 1.0)
    weight *= 1 + 0.35 * np.minimum(placeholders, 4)
    return weight.astype(np.float32)


def prose(path):
    """Lines of running text of a Markdown file: no code blocks, tables or directives."""
    fenced = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and not re.match(r"\s*(?:[|:<!]|---|#@|ms\.|\$\$)", line):
            text = normalised(re.sub(r"^\s*(?:#+|[-*>]|\d+\.)\s+", "", line))
            if len(text) > 20:
                yield text


def sample_pieces(processor, paths, leave_out):
    """Pieces of the prose of all Markdown files under `paths` whose names are not in `leave_out`."""
    random = np.random.default_rng(3)
    pieces = []
    for path in paths:
        for file in sorted(pathlib.Path(path).rglob("*.md")):
            if file.stem not in leave_out:
                for text in prose(file):
                    pieces += processor.encode(marked(text, random))
    return np.array(pieces, np.int64)


def main(arguments=None):
    p = argparse.ArgumentParser(prog="register", description=__doc__)
    p.add_argument("data", help="folder that `prepare` wrote")
    p.add_argument("--like", action="append", default=[], metavar="LANGUAGE=FOLDER",
                   help="Markdown text of the wanted register; may be given several times")
    p.add_argument("--leave-out", action="append", default=[], metavar="NAME", help="file name without .md")
    p.add_argument("--focus", type=float, default=FOCUS,
                   help="share of a corpus over which the weight falls by a factor of e; the longer the training so "
                        "far, the more of the corpus it can take in")
    options = p.parse_args(arguments)
    processor = sentencepiece.SentencePieceProcessor(model_file=f"{options.data}/spm.model")
    folders = {}
    for item in options.like:
        language, folder = item.split("=", 1)
        folders.setdefault(language, []).append(folder)
    samples = {language: sample_pieces(processor, paths, set(options.leave_out))
               for language, paths in folders.items()}
    marks = [processor.piece_to_id(f"⟦c{i}⟧") for i in range(16)]
    for corpus in corpora(options.data):
        sides = [Side(options.data, corpus, language) for language in corpus.split("-")]
        score = sum(scores(side, samples[side.language]) for side in sides if side.language in samples)
        lengths = np.diff(sides[0].starts)
        placeholders = np.add.reduceat(np.isin(sides[0].tokens, marks).astype(np.int32), sides[0].starts[:-1])
        np.save(f"{options.data}/{corpus}.weight.npy", weights(score, lengths, placeholders, options.focus))
        best = np.argsort(-score)
        print(corpus, {language: len(sample) for language, sample in samples.items()})
        for place in (0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8):
            for index in best[int(place * len(best)):][:3]:
                print(f"{place:.2f} {score[index]:6.2f}", processor.decode(sides[0][index])[:150])


if __name__ == "__main__":
    main()
