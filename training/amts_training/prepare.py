"""From parallel text to the arrays that training reads: clean, protect, cut into pieces, match, align.

Each corpus is a file of `en<TAB>zh` lines named after its languages (`en-zh.tsv`, also `.zst`). Every stage
leaves its result in the data folder and is skipped when that is there already, so an interrupted run goes on
where it was; delete a file to have it made anew.
"""

import argparse
import collections
import io
import json
import pathlib
import subprocess

import numpy as np
import sentencepiece

from . import native, vocabulary
from .clean import Repeats, fault
from .dataset import DEVELOPMENT, save_sentences
from .protect import marked_pair
from .text import normalised

LONGEST = 126  # pieces of a sentence
MINIMUM_MATCH = 0.4
ALIGNMENT_SAMPLE = 60_000  # sentences that word probabilities are learnt from
VOCABULARY_SAMPLE = 300_000  # sentences of a corpus and side


def lines(file):
    """Lines of a text file, unpacked with zstd if its name says so."""
    if file.suffix == ".zst":
        process = subprocess.Popen(["zstd", "-dc", str(file)], stdout=subprocess.PIPE)
        with process.stdout, io.TextIOWrapper(process.stdout, encoding="utf-8") as stream:
            yield from stream
        if process.wait():
            raise OSError(f"zstd failed on {file}")
    else:
        with open(file, encoding="utf-8") as stream:
            yield from stream


def clean(file, target_language, out, seed):
    """Writes the pairs worth keeping, shuffled and with placeholders; returns how many fell to which rule."""
    reasons, kept, repeats = collections.Counter(), [], Repeats()
    random = np.random.default_rng(seed)
    for line in lines(file):
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 2:
            reasons["not two fields"] += 1
            continue
        source, target = map(normalised, fields)
        reason = fault(source, target, target_language) or repeats.fault(source, target)
        if reason is None:
            pair = marked_pair(source, target, random)
            if pair is None:
                reason = "unlike spans"
            else:
                kept.append("\t".join(pair) + "\n")
        reasons[reason or "kept"] += 1
    order = random.permutation(len(kept))
    partial = out.with_suffix(".partial")
    with open(partial, "w", encoding="utf-8") as stream:
        stream.writelines(kept[i] for i in order)
    partial.replace(out)
    return dict(reasons.most_common())


def sample(files, random):
    """Texts of both sides of all corpora to learn the vocabulary from."""
    for file in files:
        rows = list(lines(file))
        for index in random.permutation(len(rows))[:VOCABULARY_SAMPLE]:
            yield from rows[index].rstrip("\n").split("\t")


def pieces(data, corpus, file, processor):
    """Cuts both sides into pieces and writes their arrays; pairs too long for a row are left out."""
    rows = [line.rstrip("\n").split("\t") for line in lines(file)]
    sides = [processor.encode([row[side] for row in rows], num_threads=2) for side in (0, 1)]
    fitting = [i for i in range(len(rows)) if all(0 < len(side[i]) <= LONGEST for side in sides)]
    for language, side in zip(corpus.split("-"), sides, strict=True):
        save_sentences(data, corpus, language, [side[i] for i in fitting])
    np.save(data / f"{corpus}.weight.npy", np.ones(len(fitting), np.float32))
    return len(fitting)


def matches(data, corpus, language):
    """Finds and writes each sentence's most similar other one."""
    tokens, starts = (np.load(data / f"{corpus}.{language}.{name}.npy") for name in ("tokens", "starts"))
    match, percent = native.best_matches(tokens, starts, DEVELOPMENT, MINIMUM_MATCH)
    np.save(data / f"{corpus}.{language}.similarity.npy", percent)
    np.save(data / f"{corpus}.{language}.match.npy", match)
    return float((match >= 0).mean())


def links(data, corpus):
    """Aligns the pieces of all pairs and writes, for each side's pieces, the place of the other's."""
    sides = [[np.load(data / f"{corpus}.{language}.{name}.npy") for name in ("tokens", "starts")]
             for language in corpus.split("-")]
    stride = max(1, (len(sides[0][1]) - 1) // ALIGNMENT_SAMPLE)
    link = native.align(*sides, stride)
    np.save(data / f"{corpus}.link.npy", link)
    return float((link != 255).mean())


def main(arguments=None):
    p = argparse.ArgumentParser(prog="prepare", description=__doc__)
    p.add_argument("corpora", type=pathlib.Path, help="folder with en-zh.tsv.zst and the like")
    p.add_argument("data", type=pathlib.Path, help="folder for the result")
    p.add_argument("--vocabulary", type=pathlib.Path, help="spm.model to keep instead of learning one")
    p.add_argument("--vocabulary-size", type=int, default=16000)
    p.add_argument("--seed", type=int, default=7)
    options = p.parse_args(arguments)
    data = options.data
    data.mkdir(parents=True, exist_ok=True)
    files = {file.name.split(".")[0]: file for file in sorted(options.corpora.glob("??-??.tsv*"))}
    if not files:
        p.error(f"no corpus such as en-zh.tsv.zst in {options.corpora}")

    def say(**facts):
        print(json.dumps(facts, ensure_ascii=False), flush=True)

    for corpus, file in files.items():
        cleaned = data / f"{corpus}.clean.tsv"
        if not cleaned.exists():
            say(corpus=corpus, clean=clean(file, corpus.split("-")[1], cleaned, options.seed))
    model = data / "spm.model"
    if not model.exists():
        if options.vocabulary:
            model.write_bytes(options.vocabulary.read_bytes())
        else:
            texts = sample([data / f"{corpus}.clean.tsv" for corpus in files], np.random.default_rng(options.seed))
            vocabulary.learn(model, texts, options.vocabulary_size)
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    for corpus in files:
        if not (data / f"{corpus}.weight.npy").exists():
            say(corpus=corpus, pairs=pieces(data, corpus, data / f"{corpus}.clean.tsv", processor))
        for language in corpus.split("-"):
            if not (data / f"{corpus}.{language}.match.npy").exists():
                say(corpus=corpus, language=language, matched=round(matches(data, corpus, language), 3))
        if not (data / f"{corpus}.link.npy").exists():
            say(corpus=corpus, linked=round(links(data, corpus), 3))


if __name__ == "__main__":
    main()
