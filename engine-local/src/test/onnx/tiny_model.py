#!/usr/bin/env python3
"""Makes the tiny model of the tests: the format of the real one, fp32, random weights.

    tiny_model.py ../resources/org/amts/engine/local/tiny

Writes encoder.onnx, decoder.onnx, spm.model, model.json, and the same weights in weights.bin for the reference decoder,
which is written in plain Java. Needs the Python packages onnx, numpy and sentencepiece. The files are committed, so
that the build needs no Python; run this again only when the format changes.

weights.bin, big-endian: the number of tensors; for each its name (length in two bytes, ASCII), the number of its
dimensions, the dimensions, the values as float32.
"""

import hashlib
import io
import json
import math
import pathlib
import struct
import sys

import numpy as np
import onnx
import sentencepiece
from onnx import TensorProto, helper, numpy_helper

D, FFN, HEADS, ENCODER, DECODER, POSITIONS = 16, 32, 2, 2, 2, 128
WIDTH = D // HEADS
TEXT = """a small model reads a line and writes a line
the line is short, the model is small; nobody minds what it says
words, numbers 0 1 2 3 4 5 6 7 8 9, and signs: ( ) [ ] * . ! ?
it is not a good model, it is a quick one
"""
random = np.random.default_rng(20)


def train_pieces(folder):
    symbols = ["<2en>", "<2zh>", "<2es>", *(f"⟦c{i}⟧" for i in range(16))]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT.splitlines() * 4), model_writer=model, vocab_size=330, model_type="unigram",
        byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False,
        user_defined_symbols=symbols, pad_id=0, unk_id=1, bos_id=2, eos_id=3, hard_vocab_limit=False,
        minloglevel=2, num_threads=1)
    (folder / "spm.model").write_bytes(model.getvalue())
    return sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())


def make_weights(vocabulary):
    weights = {"emb.weight": random.normal(0, 0.25, (vocabulary, D))}
    # Dimension 4 has the sine that grows over the first 15 positions: else it would hardly ever end a sentence.
    weights["emb.weight"][3, 4] = 3

    def linear(name, inputs, outputs):
        weights[name + ".weight"] = random.normal(0, 1.6 / math.sqrt(inputs), (outputs, inputs))
        weights[name + ".bias"] = random.normal(0, 0.2, outputs)

    def norm(name):
        weights[name + ".weight"] = random.normal(1, 0.2, D)
        weights[name + ".bias"] = random.normal(0, 0.2, D)

    for side, layers in (("enc", ENCODER), ("dec", DECODER)):
        for i in range(layers):
            for attention in ("att", "cross") if side == "dec" else ("att",):
                for part in "qkvo":
                    linear(f"{side}.{i}.{attention}.{part}", D, D)
            linear(f"{side}.{i}.f1", D, FFN)
            linear(f"{side}.{i}.f2", FFN, D)
            for n in ("n1", "n2", "n3") if side == "dec" else ("n1", "n3"):
                norm(f"{side}.{i}.{n}")
    norm("ne")
    norm("nd")
    return {name: value.astype(np.float32) for name, value in weights.items()}


def positions():
    angles = np.arange(POSITIONS)[:, None] * np.exp(np.arange(0, D, 2) * (-math.log(10000) / D))
    table = np.zeros((POSITIONS, D), np.float32)
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table


class Graph:
    """Builds a graph; each method appends nodes and returns the name of their output."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants = weights, [], {}

    def constant(self, value, name=None):
        name = name or f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def node(self, operator, *inputs, output=None, **attributes):
        output = output or f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def floats(self, *values):
        return self.constant(np.array(values[0] if len(values) == 1 else values, np.float32))

    def longs(self, *values):
        return self.constant(np.array(values, np.int64))

    def linear(self, x, name):
        product = self.node("MatMul", x, self.constant(self.weights[name + ".weight"].T.copy(), name + ".weight"))
        return self.node("Add", product, self.constant(self.weights[name + ".bias"], name + ".bias"))

    def norm(self, x, name):
        centred = self.node("Sub", x, self.node("ReduceMean", x, axes=[-1]))
        variance = self.node("ReduceMean", self.node("Mul", centred, centred), axes=[-1])
        scaled = self.node("Div", centred, self.node("Sqrt", self.node("Add", variance, self.floats(1e-5))))
        weighted = self.node("Mul", scaled, self.constant(self.weights[name + ".weight"], name + ".weight"))
        return self.node("Add", weighted, self.constant(self.weights[name + ".bias"], name + ".bias"))

    def heads(self, x):
        split = self.node("Reshape", x, self.longs(0, -1, HEADS, WIDTH))
        return self.node("Transpose", split, perm=[0, 2, 1, 3])

    def attend(self, q, keys, values, mask, name):
        """Keys are [b,h,dh,s], values [b,h,s,dh]."""
        scores = self.node("Mul", self.node("MatMul", q, keys), self.floats(WIDTH**-0.5))
        scores = self.node("Add", scores, mask)
        mixed = self.node("MatMul", self.node("Softmax", scores, axis=-1), values)
        joined = self.node("Reshape", self.node("Transpose", mixed, perm=[0, 2, 1, 3]), self.longs(0, -1, D))
        return self.linear(joined, name + ".o")

    def feed_forward(self, x, layer):
        inner = self.node("Relu", self.linear(self.norm(x, layer + ".n3"), layer + ".f1"))
        return self.node("Add", x, self.linear(inner, layer + ".f2"))

    def embed(self, ids, where):
        table = self.constant(self.weights["emb.weight"], "emb.weight")
        scaled = self.node("Mul", self.node("Gather", table, ids), self.floats(math.sqrt(D)))
        return self.node("Add", scaled, where)

    def save(self, path, inputs, outputs):
        info = lambda kind: [helper.make_tensor_value_info(n, t, s) for n, (t, s) in kind.items()]
        constants = [numpy_helper.from_array(np.asarray(v), n) for n, v in self.constants.items()]
        graph = helper.make_graph(self.nodes, path.stem, info(inputs), info(outputs), constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=7)
        onnx.checker.check_model(model)
        onnx.save(model, str(path))


LONG, FLOAT = TensorProto.INT64, TensorProto.FLOAT


def encoder(path, weights):
    g = Graph(weights)
    length = g.node("Gather", g.node("Shape", "src"), g.longs(1))
    where = g.node("Slice", g.constant(positions(), "positions"), g.longs(0), length)
    x = g.embed("src", where)
    for i in range(ENCODER):
        layer = f"enc.{i}"
        z = g.norm(x, layer + ".n1")
        q, k, v = (g.heads(g.linear(z, f"{layer}.att.{part}")) for part in "qkv")
        keys = g.node("Transpose", k, perm=[0, 1, 3, 2])
        x = g.node("Add", x, g.attend(q, keys, v, "mask", layer + ".att"))
        x = g.feed_forward(x, layer)
    x = g.norm(x, "ne")
    outputs = {}
    for i in range(DECODER):
        g.node("Transpose", g.heads(g.linear(x, f"dec.{i}.cross.k")), output=f"ck{i}", perm=[0, 1, 3, 2])
        g.node("Identity", g.heads(g.linear(x, f"dec.{i}.cross.v")), output=f"cv{i}")
        outputs[f"ck{i}"] = (FLOAT, ["b", HEADS, WIDTH, "s"])
        outputs[f"cv{i}"] = (FLOAT, ["b", HEADS, "s", WIDTH])
    g.save(path, {"src": (LONG, ["b", "s"]), "mask": (FLOAT, ["b", 1, 1, "s"])}, outputs)


def decoder(path, weights, vocabulary):
    g = Graph(weights)
    inputs = {"tok": (LONG, ["b", "n"]), "pos": (LONG, ["b", "n"]), "mask": (FLOAT, ["b", 1, 1, "s"]),
              "seen": (FLOAT, ["b", 1, "n", "u"])}
    outputs = {"logits": (FLOAT, ["b", "n", vocabulary]), "hidden": (FLOAT, ["b", "n", D])}
    x = g.embed("tok", g.node("Gather", g.constant(positions(), "positions"), "pos"))
    for i in range(DECODER):
        layer = f"dec.{i}"
        z = g.norm(x, layer + ".n1")
        q, k, v = (g.heads(g.linear(z, f"{layer}.att.{part}")) for part in "qkv")
        keys = g.node("Concat", f"pk{i}", k, output=f"nk{i}", axis=2)
        values = g.node("Concat", f"pv{i}", v, output=f"nv{i}", axis=2)
        turned = g.node("Transpose", keys, perm=[0, 1, 3, 2])
        x = g.node("Add", x, g.attend(q, turned, values, "seen", layer + ".att"))
        q = g.heads(g.linear(g.norm(x, layer + ".n2"), layer + ".cross.q"))
        x = g.node("Add", x, g.attend(q, f"ck{i}", f"cv{i}", "mask", layer + ".cross"))
        x = g.feed_forward(x, layer)
        inputs |= {
            f"pk{i}": (FLOAT, ["b", HEADS, "t", WIDTH]), f"pv{i}": (FLOAT, ["b", HEADS, "t", WIDTH]),
            f"ck{i}": (FLOAT, ["b", HEADS, WIDTH, "s"]), f"cv{i}": (FLOAT, ["b", HEADS, "s", WIDTH]),
        }
        outputs |= {
            f"nk{i}": (FLOAT, ["b", HEADS, "u", WIDTH]), f"nv{i}": (FLOAT, ["b", HEADS, "u", WIDTH]),
        }
    g.node("Identity", g.norm(x, "nd"), output="hidden")
    g.node("MatMul", "hidden", g.node("Transpose", "emb.weight", perm=[1, 0]), output="logits")
    g.save(path, inputs, outputs)


def save_weights(path, weights):
    with open(path, "wb") as out:
        out.write(struct.pack(">i", len(weights)))
        for name, value in weights.items():
            out.write(struct.pack(">H", len(name)) + name.encode("ascii"))
            out.write(struct.pack(f">i{value.ndim}i", value.ndim, *value.shape))
            out.write(value.astype(">f4").tobytes())


def main():
    folder = pathlib.Path(sys.argv[1])
    pieces = train_pieces(folder)
    vocabulary = pieces.get_piece_size()
    weights = make_weights(vocabulary)
    encoder(folder / "encoder.onnx", weights)
    decoder(folder / "decoder.onnx", weights, vocabulary)
    save_weights(folder / "weights.bin", weights)
    files = ("encoder.onnx", "decoder.onnx", "spm.model")
    description = {
        "format": 2,
        "name": "tiny",
        "version": "1",
        "languages": ["en", "es", "zh"],
        "directions": ["en-zh", "zh-en", "en-es"],
        "tags": {"en": "<2en>", "zh": "<2zh>", "es": "<2es>"},
        "network": {
            "d": D, "ffn": FFN, "heads": HEADS, "encoderLayers": ENCODER, "decoderLayers": DECODER,
            "vocabulary": vocabulary, "positions": POSITIONS, "activations": "float",
        },
        "tokens": {"pad": 0, "unknown": 1, "start": 2, "end": 3},
        "placeholders": [f"⟦c{i}⟧" for i in range(16)],
        "maxPieces": 36,
        "files": {
            name: {
                "bytes": (folder / name).stat().st_size,
                "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            }
            for name in files
        },
        "training": {"recipe": "none: random weights"},
    }
    (folder / "model.json").write_text(json.dumps(description, indent=1, ensure_ascii=False) + "\n", "utf-8")


main()
