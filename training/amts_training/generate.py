"""Greedy translation with the network itself, in large batches: what a GPU does a million times a minute.

`translate` does the same with an exported model; this is for training, where there are only weights.
"""

import json
import pathlib

import numpy as np
import sentencepiece
import torch
from torch.nn import functional as F

from .model import MASKED, Shape, Translator, load_weights
from .symbols import END, PADDING, START
from .translate import by_length

LOOK_EVERY = 8  # steps between looks at whether all answers have ended: a look waits for the GPU


def limit(pieces):
    """The longest answer to an input of so many pieces."""
    return 2 * pieces + 10


class Generator:
    """Answers of a network; stands in for `translate.Model`."""

    def __init__(self, network, vocabulary):
        self.network, self.vocabulary = network.eval(), vocabulary
        self.device = network.emb.weight.device

    @classmethod
    def of(cls, run, vocabulary, device):
        """The generator for the weights that `train` wrote into the folder `run`."""
        run = pathlib.Path(run)
        description = json.loads((run / "model.json").read_text(encoding="utf-8"))
        network = Translator(Shape.from_json(description)).to(device)
        load_weights(network, run / "weights-f16.npz")
        return cls(network, sentencepiece.SentencePieceProcessor(model_file=str(vocabulary)))

    def translate(self, inputs, batch=1024):
        """Greedy answers to piece lists, in the order of the inputs; those that do not end are cut off."""
        return [answer for answer, _, _ in self.answers(inputs, batch)]

    def answers(self, inputs, batch):
        """For each input: the pieces, their mean log-probability, and whether the answer came to an end."""
        return by_length(self.greedy, inputs, batch)

    @torch.inference_mode()
    def greedy(self, inputs):
        """The answers to one batch."""
        longest = max(map(len, inputs))
        source = np.full((len(inputs), longest), PADDING, np.int64)
        for row, one in enumerate(inputs):
            source[row, :len(one)] = one
        with torch.autocast(self.device.type, torch.bfloat16):
            chosen, likelihood = self.decode(torch.from_numpy(source).to(self.device), limit(longest))
        results = []
        for one, row, values in zip(inputs, chosen, likelihood, strict=True):
            end = np.flatnonzero(row[:limit(len(one))] == END)
            length = int(end[0]) if len(end) else limit(len(one))
            results.append((row[:length].tolist(), float(values[:length + 1].mean()), bool(len(end))))
        return results

    def decode(self, source, steps):
        """Pieces and their log-probabilities, [rows, steps] each or fewer; what follows an end means nothing."""
        network = self.network
        mask = torch.where(source == PADDING, MASKED, 0.0)[:, None, None, :].to(torch.bfloat16)
        x = network.embed(source, torch.arange(source.shape[1], device=self.device)[None])
        for layer in network.enc:
            x = layer(x, mask)
        memory = network.ne(x)
        crosses = [[layer.cross.split(part(memory)) for part in (layer.cross.k, layer.cross.v)]
                   for layer in network.dec]
        shape = (2, len(source), network.shape.heads, steps, network.shape.width // network.shape.heads)
        caches = [torch.zeros(shape, dtype=torch.bfloat16, device=self.device) for _ in network.dec]
        last = torch.full((len(source), 1), START, device=self.device)
        open_ = torch.ones_like(last, dtype=torch.bool)
        chosen, likelihood = [], []
        for position in range(steps):
            y = network.embed(last, torch.full((1, 1), position, device=self.device))
            for layer, cache, cross in zip(network.dec, caches, crosses, strict=True):
                y = self.layer_step(layer, y, cache, position, cross, mask)
            logits = F.linear(network.nd(y), network.emb.weight).float()
            best = logits.max(-1)
            chosen.append(best.indices)
            likelihood.append(best.values - logits.logsumexp(-1))
            last = best.indices
            open_ &= last != END
            if position % LOOK_EVERY == LOOK_EVERY - 1 and not open_.any():
                break
        return torch.cat(chosen, 1).cpu().numpy(), torch.cat(likelihood, 1).cpu().numpy()

    @staticmethod
    def layer_step(layer, y, cache, position, cross, mask):
        """A decoder layer's result for one token a row; its key and value join the cache."""
        normal = layer.n1(y)
        for part, projection in enumerate((layer.att.k, layer.att.v)):
            cache[part, :, :, position] = layer.att.split(projection(normal))[:, :, 0]
        keys, values = cache[0, :, :, :position + 1], cache[1, :, :, :position + 1]
        y = y + layer.att.attended(layer.att.split(layer.att.q(normal)), keys, values, torch.zeros_like(mask[..., :1]))
        y = y + layer.cross.attended(layer.cross.split(layer.cross.q(layer.n2(y))), *cross, mask)
        return y + layer.f2(F.relu(layer.f1(layer.n3(y))))
