"""The reference decoder: greedy search over an exported model, in Python and ONNX Runtime.

It is what the scores in the model card come from, and what the engine must agree with. Reads lines of text (a
line may carry a fuzzy match: source TAB band TAB translation) and writes lines.
"""

import argparse
import json
import pathlib
import sys

import numpy as np

from .export import POSITIONS
from .model import MASKED
from .protect import SPAN, draw_symbols
from .symbols import END, PADDING, PLACEHOLDERS, START, band_symbol, language_tag
from .text import normalised


class Model:
    """An exported model: `encoder.onnx`, `decoder.onnx`, `spm.model` in one folder."""

    def __init__(self, folder, threads=2):
        import onnxruntime  # only this module needs it
        import sentencepiece

        folder = pathlib.Path(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.encoder, self.decoder = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in ("encoder.onnx", "decoder.onnx"))
        self.vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spm.model"))
        self.layers = sum(value.name.startswith("ck") for value in self.encoder.get_outputs())
        _, self.heads, self.head, _ = self.encoder.get_outputs()[0].shape

    def pieces(self, text, language, band=None, similar=None):
        result = [self.vocabulary.piece_to_id(language_tag(language)), *self.vocabulary.encode(text)]
        if band is not None:
            result += [self.vocabulary.piece_to_id(band_symbol(band)), *self.vocabulary.encode(similar)]
        return [*result, END]

    def encode(self, inputs):
        """Cross-attention keys and values, and the mask, of a batch of inputs."""
        longest = max(map(len, inputs))
        source = np.full((len(inputs), longest), PADDING, np.int64)
        for row, one in enumerate(inputs):
            source[row, :len(one)] = one
        mask = np.where(source == PADDING, np.float32(MASKED), np.float32(0))[:, None, None, :]
        return self.encoder.run(None, dict(src=source, mask=mask)), mask

    def greedy(self, inputs):
        """The most probable piece at each place, for all inputs side by side."""
        memory, mask = self.encode(inputs)
        count = len(inputs)
        cache = [np.zeros((count, self.heads, 0, self.head), np.float32) for _ in range(2 * self.layers)]
        last = np.full((count, 1), START, np.int64)
        answers, open_ = [[] for _ in inputs], set(range(count))
        limits = [min(3 * len(one) + 20, POSITIONS) for one in inputs]
        for position in range(max(limits)):
            feed = dict(tok=last, pos=np.full((count, 1), position, np.int64), mask=mask,
                        seen=np.zeros((count, 1, 1, position + 1), np.float32))
            for i in range(self.layers):
                feed |= {f"pk{i}": cache[2 * i], f"pv{i}": cache[2 * i + 1],
                         f"ck{i}": memory[2 * i], f"cv{i}": memory[2 * i + 1]}
            logits, _, *cache = self.decoder.run(None, feed)
            chosen = logits[:, 0].argmax(1)
            for row in sorted(open_):
                if chosen[row] == END or len(answers[row]) == limits[row]:
                    open_.discard(row)
                else:
                    answers[row].append(int(chosen[row]))
            if not open_:
                break
            last = chosen[:, None].astype(np.int64)
        return answers

    def translate(self, inputs, batch=24):
        """Greedy answers to piece lists, in the order of the inputs; like lengths share a batch."""
        return by_length(self.greedy, inputs, batch)


def by_length(work, inputs, batch):
    """What `work` makes of batches of inputs of like lengths, in the order of the inputs."""
    order = sorted(range(len(inputs)), key=lambda i: len(inputs[i]))
    results = [None] * len(inputs)
    for start in range(0, len(order), batch):
        part = order[start:start + batch]
        for index, result in zip(part, work([inputs[i] for i in part]), strict=True):
            results[index] = result
    return results


class Line:
    """A line of text with its spans behind placeholders, and the way back."""

    def __init__(self, text, random):
        spans = list(dict.fromkeys(match.group(0) for match in SPAN.finditer(text)))[:PLACEHOLDERS]
        self.symbol_of = dict(zip(spans, draw_symbols(random, len(spans))))
        self.text = SPAN.sub(lambda match: self.symbol_of.get(match.group(0), match.group(0)), text)

    def restored(self, text):
        for span, symbol in self.symbol_of.items():
            text = text.replace(symbol, span)
        return text

    def intact(self, answer):
        """Whether an answer has every placeholder as often as the text."""
        return all(self.text.count(symbol) == answer.count(symbol) for symbol in self.symbol_of.values())


def main(arguments=None):
    p = argparse.ArgumentParser(prog="translate", description=__doc__)
    p.add_argument("model", help="folder with an exported model")
    p.add_argument("language", help="language to translate into")
    options = p.parse_args(arguments)
    model, random = Model(options.model), np.random.default_rng(0)
    lines, inputs = [], []
    for raw in sys.stdin:
        fields = raw.rstrip("\n").split("\t")
        lines.append(Line(normalised(fields[0]), random))
        similar = (int(fields[1]), normalised(fields[2])) if len(fields) == 3 else (None, None)
        inputs.append(model.pieces(lines[-1].text, options.language, *similar))
    intact = 0
    for line, answer in zip(lines, model.translate(inputs), strict=True):
        text = model.vocabulary.decode(answer).strip()
        intact += line.intact(text)
        print(line.restored(text))
    print(json.dumps(dict(lines=len(lines), placeholders_intact=intact)), file=sys.stderr)


if __name__ == "__main__":
    main()
