"""Back-translation: a language pair also learns from the English of the other pairs.

The English sentences of every other corpus are translated into a pair's language, and serve as targets of that
direction: machine-made source, human target (Sennrich et al. 2016). A symbol after the language tag says that the
source is machine-made, so that its faults are not taken for the language (Caswell et al. 2019). Answers that lost a
placeholder, did not end, or that the network itself finds least likely are left out. What is made is not made twice.
"""

import argparse
import json
import pathlib

import numpy as np
import sentencepiece
import torch

from .dataset import BACK, DEVELOPMENT, Side, corpora, save_sentences
from .generate import Generator
from .prepare import LONGEST
from .symbols import END, PLACEHOLDERS, language_tag, placeholder

SHARED = "en"  # the language of every corpus
AT_ONCE = 200_000  # sentences between lines of the log


def likely(scores, share):
    """Which answers are among the `share` most likely, by mean log-probability."""
    return scores >= np.quantile(scores, 1 - share)


def whole(text, answer, ended, marks):
    """Whether an answer ended, fits a row, and has each placeholder as often as the text."""
    return (ended and 0 < len(answer) <= LONGEST
            and all(text.count(mark) == answer.count(mark) for mark in marks.intersection(text + answer)))


def translated(generator, texts, language, batch):
    """Answers to lists of pieces, [(pieces, mean log-probability, whole)]."""
    pieces = generator.vocabulary
    tag = pieces.piece_to_id(language_tag(language))
    marks = {pieces.piece_to_id(placeholder(number)) for number in range(PLACEHOLDERS)}
    results = []
    for start in range(0, len(texts), AT_ONCE):
        part = texts[start:start + AT_ONCE]
        answers = generator.answers([[tag, *text, END] for text in part], batch)
        results += [(answer, score, whole(text, answer, ended, marks))
                    for text, (answer, score, ended) in zip(part, answers, strict=True)]
        print(json.dumps(dict(into=language, sentences=len(results))), flush=True)
    return results


def name_of(source, language):
    """The corpus of the English of `source` and its back-translations."""
    return f"{language}-{SHARED}{BACK}{source}"


def make(data, source, language, generator, options):
    """Writes the corpus of the English of `source` and what the network makes of it in a language."""
    side = Side(data, source, SHARED)
    weight = np.load(data / f"{source}.weight.npy")
    wanted = np.flatnonzero(weight >= np.quantile(weight, 1 - options.share))
    wanted = wanted[wanted >= DEVELOPMENT]
    texts = [side[index] for index in wanted]
    answers = translated(generator, texts, language, options.batch)
    good = np.array([ok for _, _, ok in answers]) & likely(np.array([s for _, s, _ in answers]), options.keep)
    # the first pairs of a corpus are for development: here they are empty
    first = [[END]] * DEVELOPMENT
    name = name_of(source, language)
    save_sentences(data, name, language, first + [answers[i][0] for i in np.flatnonzero(good)])
    save_sentences(data, name, SHARED, first + [texts[i] for i in np.flatnonzero(good)])
    weights = np.concatenate([np.zeros(DEVELOPMENT, np.float32), weight[wanted[good]]])
    np.save(data / f"{name}.weight.npy", weights)
    print(json.dumps(dict(corpus=name, sentences=len(texts), kept=int(good.sum()),
                          lost=int(sum(not ok for _, _, ok in answers)))), flush=True)


def main(arguments=None):
    p = argparse.ArgumentParser(prog="back", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("data", type=pathlib.Path, help="folder that `prepare` and `register` wrote")
    p.add_argument("run", help="folder with weights-f16.npz and model.json")
    p.add_argument("--from", dest="source", help="only the English of this corpus, en-es (default: of all)")
    p.add_argument("--into", metavar="LANGUAGE", help="only into this language (default: into those of all other corpora)")
    p.add_argument("--share", type=float, default=1.0, help="of the sentences, those with the largest weights first")
    p.add_argument("--keep", type=float, default=0.7, help="share of the answers, the likeliest first")
    p.add_argument("--batch", type=int, default=4096, help="sentences at once")
    p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = p.parse_args(arguments)
    generator = Generator.of(options.run, options.data / "spm.model", options.device)
    names = corpora(options.data)
    languages = [options.into] if options.into else [name.split("-")[1] for name in names]
    for source in [options.source] if options.source else names:
        for language in languages:
            made = options.data / f"{name_of(source, language)}.weight.npy"  # what `make` writes last
            if language not in source.split("-") and not made.exists():
                make(options.data, source, language, generator, options)


if __name__ == "__main__":
    main()
