"""The network: a pre-norm Transformer with a deep encoder, a shallow decoder and one shared embedding.

One network serves all directions. Its parameters have the names that the exported weights have. The width of
everything follows from a `Shape`; the shape of the released model is a compromise between quality and the
time a sentence takes on one core (deep encoder, shallow decoder: Kasai et al. 2021).

Several sentence pairs may share a row ("packing"): every token carries the number of the pair it belongs to
(0 is padding), and attention never leaves a pair. All batches then have one size, whatever the sentences are.
"""

import dataclasses
import json
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

MAX_POSITIONS = 1024
MASKED = -1e4  # added to a score that must not count; representable in every float type


@dataclasses.dataclass(frozen=True)
class Shape:
    """Sizes of a network: `width` of a token's vector, `inner` of the feed-forward layers, layer counts."""

    vocabulary: int
    width: int = 384
    inner: int = 1536
    heads: int = 6
    encoder_layers: int = 6
    decoder_layers: int = 3

    def __post_init__(self):
        if self.width % self.heads:
            raise ValueError(f"width {self.width} is not a multiple of {self.heads} heads")

    def as_json(self):
        """The keys that the engine reads from model.json."""
        return dict(d=self.width, ffn=self.inner, heads=self.heads, enc=self.encoder_layers,
                    dec=self.decoder_layers, vocab=self.vocabulary)

    @staticmethod
    def from_json(values):
        return Shape(values["vocab"], values["d"], values["ffn"], values["heads"], values["enc"], values["dec"])


def sinusoids(count, width):
    """Position vectors: sines on even and cosines on odd dimensions (Vaswani et al. 2017)."""
    position = torch.arange(count)[:, None].float()
    frequency = torch.exp(torch.arange(0, width, 2).float() * (-math.log(10000.0) / width))
    table = torch.zeros(count, width)
    table[:, 0::2] = torch.sin(position * frequency)
    table[:, 1::2] = torch.cos(position * frequency)
    return table


class Attention(nn.Module):
    """Multi-head attention with four projections: query, key, value, output."""

    def __init__(self, shape):
        super().__init__()
        self.heads = shape.heads
        self.q, self.k, self.v, self.o = (nn.Linear(shape.width, shape.width) for _ in range(4))

    def split(self, x):
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(self, x, memory, mask):
        if memory is x:  # one product instead of three
            weight = torch.cat([self.q.weight, self.k.weight, self.v.weight])
            bias = torch.cat([self.q.bias, self.k.bias, self.v.bias])
            query, key, value = F.linear(x, weight, bias).chunk(3, -1)
        else:
            weight = torch.cat([self.k.weight, self.v.weight])
            bias = torch.cat([self.k.bias, self.v.bias])
            query = self.q(x)
            key, value = F.linear(memory, weight, bias).chunk(2, -1)
        return self.attended(self.split(query), self.split(key), self.split(value), mask)

    def attended(self, query, key, value, mask):
        """What attention makes of queries, keys and values that are split into heads."""
        if query.is_cuda:
            mixed = F.scaled_dot_product_attention(query, key, value, mask)
        else:  # on a CPU the one operator is slower than its parts
            scores = torch.matmul(query * query.shape[-1] ** -0.5, key.transpose(-1, -2)) + mask
            mixed = torch.matmul(torch.softmax(scores, -1), value)
        return self.o(mixed.transpose(1, 2).flatten(2))


class Layer(nn.Module):
    """Self-attention, cross-attention in a decoder, feed-forward; each behind a norm and beside a bypass.

    What joins the bypass may be thinned out at random in training (`dropout`).
    """

    def __init__(self, shape, decoder, dropout):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.n1, self.att = nn.LayerNorm(shape.width), Attention(shape)
        if decoder:
            self.n2, self.cross = nn.LayerNorm(shape.width), Attention(shape)
        self.n3 = nn.LayerNorm(shape.width)
        self.f1, self.f2 = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)

    def forward(self, x, mask, memory=None, memory_mask=None):
        y = self.n1(x)
        x = x + self.dropout(self.att(y, y, mask))
        if memory is not None:
            x = x + self.dropout(self.cross(self.n2(x), memory, memory_mask))
        return x + self.dropout(self.f2(F.relu(self.f1(self.n3(x)))))


class Translator(nn.Module):
    """The whole network; `forward` returns the decoder's last hidden states, `emb` turns them into logits."""

    def __init__(self, shape, dropout=0.0):
        super().__init__()
        self.shape = shape
        self.dropout = nn.Dropout(dropout)
        self.emb = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.emb.weight, 0, shape.width ** -0.5)
        self.enc = nn.ModuleList(Layer(shape, False, dropout) for _ in range(shape.encoder_layers))
        self.dec = nn.ModuleList(Layer(shape, True, dropout) for _ in range(shape.decoder_layers))
        self.ne, self.nd = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.register_buffer("positions", sinusoids(MAX_POSITIONS, shape.width), persistent=False)

    def embed(self, tokens, positions):
        return self.dropout(self.emb(tokens) * self.shape.width ** 0.5 + self.positions[positions])

    def forward(self, batch):
        source_mask = same_pair(batch.source_pair, batch.source_pair)
        cross_mask = same_pair(batch.target_pair, batch.source_pair)
        target_mask = same_pair(batch.target_pair, batch.target_pair)
        target_mask = target_mask + torch.full_like(target_mask[0, 0], MASKED).triu(1)
        x = self.embed(batch.source, batch.source_position)
        for layer in self.enc:
            x = layer(x, source_mask)
        memory = self.ne(x)
        y = self.embed(batch.target, batch.target_position)
        for layer in self.dec:
            y = layer(y, target_mask, memory, cross_mask)
        return self.nd(y)


def same_pair(query_pair, key_pair):
    """0 where both tokens belong to the same pair, MASKED elsewhere: [rows, 1, queries, keys]."""
    different = query_pair[:, None, :, None] != key_pair[:, None, None, :]
    return torch.zeros(different.shape, dtype=torch.bfloat16, device=different.device).masked_fill_(different, MASKED)


def save_weights(folder, named_tensors):
    """Writes `folder`/weights-f16.npz."""
    arrays = {name: tensor.detach().float().cpu().numpy().astype(np.float16) for name, tensor in named_tensors}
    np.savez(f"{folder}/weights-f16.npz", **arrays)


def save_description(folder, shape, facts):
    """Writes `folder`/model.json: the shape, and facts about the training."""
    with open(f"{folder}/model.json", "w", encoding="utf-8") as file:
        json.dump(shape.as_json() | facts, file, indent=1)


def load_weights(network, file):
    """Reads the parameters of `network` from a weights-f16.npz.

    The network may have more encoder layers than the file: each further one is a copy of the one before it whose
    results are nothing yet, so that the grown network says what the smaller one did (Chen et al. 2016, *Net2Net*).
    """
    with np.load(file) as arrays, torch.no_grad():
        known = 1 + max(int(name.split(".")[1]) for name in arrays.files if name.startswith("enc."))
        for name, parameter in network.named_parameters():
            part = name.split(".")
            if part[0] == "enc":
                layer = int(part[1])
                part[1] = str(layer * known // len(network.enc))
                if layer and (layer - 1) * known // len(network.enc) == int(part[1]) and part[-2] in ("o", "f2"):
                    parameter.zero_()
                    continue
            parameter.copy_(torch.from_numpy(arrays[".".join(part)].astype(np.float32)))
