"""How often each piece occurs in the corpora, language by language: what tells one register from text at large.

Writes `piece-rates.bin` beside the exported graphs: a line that names the languages, and for each of them a byte a
piece, minus eight times the logarithm to base two of the piece's share. The engine compares a user's examples with it.
"""

import argparse
import pathlib

import numpy as np
import sentencepiece

from .dataset import corpora

FILE = "piece-rates.bin"
STEPS = 8  # to a factor of two
UNSEEN = 0.5  # what a piece that never occurs counts


def counts(data, vocabulary):
    """Occurrences of each piece by language."""
    result = {}
    for corpus in corpora(data):
        for language in corpus.split("-"):
            tokens = np.load(pathlib.Path(data) / f"{corpus}.{language}.tokens.npy", mmap_mode="r")
            found = np.bincount(tokens, minlength=vocabulary)
            result[language] = result.get(language, 0) + found
    return result


def encoded(count):
    """One language's counts as bytes."""
    share = np.maximum(count, UNSEEN) / count.sum()
    return np.clip(np.rint(-STEPS * np.log2(share)), 0, 255).astype(np.uint8).tobytes()


def main(arguments=None):
    p = argparse.ArgumentParser(prog="rates", description=__doc__,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data", type=pathlib.Path, help="folder that `prepare` wrote")
    p.add_argument("export", type=pathlib.Path, help="folder that `export` wrote")
    options = p.parse_args(arguments)
    processor = sentencepiece.SentencePieceProcessor(model_file=str(options.data / "spm.model"))
    found = counts(options.data, processor.get_piece_size())
    languages = sorted(found)
    header = f"AMTS piece rates 1 {' '.join(languages)}\n".encode()
    (options.export / FILE).write_bytes(header + b"".join(encoded(found[language]) for language in languages))


if __name__ == "__main__":
    main()
