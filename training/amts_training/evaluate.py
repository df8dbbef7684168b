"""Scores a model on the development part: every direction, without and with fuzzy matches.

The model is an exported one, or the folder that `train` wrote: then the network itself is asked, on a GPU if there is
one. With `--against` a second model (the same weights in 32-bit numbers, say) is scored beside it.
"""

import argparse
import json
import pathlib

import numpy as np
import torch

from .bleu import bleu
from .dataset import directions
from .examples import Examples
from .generate import Generator
from .symbols import PLACEHOLDERS, placeholder
from .translate import Model

LONGEST = 256  # pieces of an input with its match; rows of this length are what the network was trained on
CLOSE = 80  # percent; a match that a translator would start from
SYMBOLS = [placeholder(number) for number in range(PLACEHOLDERS)]


def looping(text):
    """Whether a text says the same four words, or eight characters, three times in a row."""
    words = text.split()
    for unit, size in ((words, 4), (text, 8)):
        for i in range(len(unit) - 3 * size + 1):
            if unit[i:i + size] == unit[i + size:i + 2 * size] == unit[i + 2 * size:i + 3 * size]:
                return True
    return False


def scores(model, examples, pairs):
    """BLEU, placeholder survival and loops for each direction, without and with matches."""
    result = {}
    for with_match in (False, True):
        for name, chosen in examples.development(with_match):
            chosen = chosen[:pairs]
            if not chosen:
                continue
            decode = model.vocabulary.decode
            answers = [decode(answer) for answer in model.translate([source for source, _ in chosen])]
            references = [decode(target) for _, target in chosen]
            marked = [(a, r) for a, r in zip(answers, references, strict=True) if "⟦" in r]
            intact = sum(all(a.count(s) == r.count(s) for s in SYMBOLS) for a, r in marked)
            result[name + "+match" * with_match] = dict(
                pairs=len(chosen), bleu=round(bleu(answers, references, name[-2:]), 2),
                with_placeholders=len(marked), intact=intact, loops=sum(map(looping, answers)))
    return result


def close_scores(model, examples):
    """BLEU where there is a close match, without and with it."""
    decode = model.vocabulary.decode
    result = {}
    for name, chosen in examples.close(CLOSE):
        if chosen:
            references = [decode(target) for _, _, target in chosen]
            alone, shown = (bleu([decode(a) for a in model.translate(list(inputs))], references, name[-2:])
                            for inputs in list(zip(*chosen, strict=True))[:2])
            result[name + "+close"] = dict(pairs=len(chosen), alone=round(alone, 2), bleu=round(shown, 2))
    return result


def opened(folder, data):
    """The model in a folder."""
    if (pathlib.Path(folder) / "encoder.onnx").exists():
        return Model(folder)
    return Generator.of(folder, f"{data}/spm.model", "cuda" if torch.cuda.is_available() else "cpu")


def main(arguments=None):
    p = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    p.add_argument("data", help="folder that `prepare` wrote")
    p.add_argument("model", help="folder with an exported model, or that `train` wrote")
    p.add_argument("--against", help="another one")
    p.add_argument("--pairs", type=int, default=200, help="of each kind")
    options = p.parse_args(arguments)
    results = []
    for folder in filter(None, (options.model, options.against)):
        model = opened(folder, options.data)
        examples = Examples(directions(options.data), model.vocabulary, LONGEST)
        results.append(scores(model, examples, options.pairs) | close_scores(model, examples))
        for name, values in results[-1].items():
            print(json.dumps(dict(model=str(folder), direction=name) | values), flush=True)
    if len(results) == 2:
        difference = np.mean([results[0][name]["bleu"] - results[1][name]["bleu"] for name in results[0]])
        print(json.dumps(dict(mean_difference=round(float(difference), 2))))


if __name__ == "__main__":
    main()
