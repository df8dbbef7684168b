"""Writes the network as two ONNX graphs with int8 weights: an encoder, and a step of the decoder with a cache.

encoder: src int64 [b,s], mask float [b,1,1,s] (0 keep, -1e4 padding)
         -> for each decoder layer i: ck_i [b,heads,width/heads,s] and cv_i [b,heads,s,width/heads]
decoder: tok int64 [b,n], pos int64 [b,n], mask, seen float [b,1,n,t+n] (0 where a token may look, -1e4 elsewhere),
         and for each layer pk_i, pv_i (keys and values of the t tokens so far), ck_i, cv_i
         -> logits [b,n,vocabulary], hidden [b,n,width] (what the output layer sees), and nk_i, nv_i of t+n tokens

With n = 1 the decoder says what comes next; with more it reads a draft, or a whole known translation, at once.

Weights have one scale per output, activations one per row, so that a sentence's numbers are the same whatever
else is in its batch. With one scale for a whole tensor they would depend on its neighbours.
"""

import argparse
import json
import pathlib
import shutil

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .model import Shape, sinusoids

OPSET = 17  # the first with layer normalisation as one operator
POSITIONS = 512
LARGEST = 127  # of int8, symmetric
ZERO = 128  # what an activation of 0 becomes in uint8


class Graph:
    """Collects nodes and constants; every method that adds a node returns the name of its result."""

    def __init__(self, weights, quantised=True):
        self.weights, self.quantised = weights, quantised
        self.nodes, self.constants, self.names, self.rows = [], {}, set(), {}

    def op(self, kind, *inputs, outputs=1, name=None, **attributes):
        base = name or f"{kind.lower()}_{len(self.nodes)}"
        results = [base] if outputs == 1 else [f"{base}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), results, **attributes))
        return results[0] if outputs == 1 else results

    def constant(self, name, value):
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def number(self, value):
        return self.constant(f"number_{value}", np.array(value, np.float32))

    def integers(self, *values):
        return self.constant("integers_" + "_".join(map(str, values)), np.array(values, np.int64))

    def embedded(self, tokens):
        """Rows of the embedding, times the square root of the width."""
        table = self.weights["emb.weight"].astype(np.float32)
        table = table * np.float32(table.shape[1] ** 0.5)
        if not self.quantised:
            return self.op("Gather", self.constant("embedding", table), tokens)
        scale = np.abs(table).max(1, keepdims=True) / LARGEST + 1e-12
        integers = np.clip(np.rint(table / scale), -LARGEST, LARGEST).astype(np.int8)
        rows = self.op("Gather", self.constant("embedding", integers), tokens)
        scales = self.op("Gather", self.constant("embedding_scale", scale.astype(np.float32)), tokens)
        return self.op("Mul", self.op("Cast", rows, to=TensorProto.FLOAT), scales)

    def norm(self, x, name):
        scale, bias = (self.constant(f"{name}.{part}", self.weights[f"{name}.{part}"].astype(np.float32))
                       for part in ("weight", "bias"))
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-5)

    def linear(self, x, *names, result=None):
        """x times the named weights, one beside the other, plus their biases."""
        weight = np.concatenate([self.weights[f"{name}.weight"] for name in names]).astype(np.float32).T
        key = "+".join(names)
        biases = [self.weights[f"{name}.bias"] for name in names if f"{name}.bias" in self.weights]
        product = self.product(x, weight, key, None if biases else result)
        if not biases:
            return product
        bias = self.constant(f"{key}.bias", np.concatenate(biases).astype(np.float32))
        return self.op("Add", product, bias, name=result)

    def product(self, x, weight, key, result):
        if not self.quantised:
            return self.op("MatMul", x, self.constant(f"{key}.weight", weight), name=result)
        scale = np.abs(weight).max(0) / LARGEST + 1e-12
        integers = np.clip(np.rint(weight / scale), -LARGEST, LARGEST).astype(np.int8)
        rows, row_scale = self.quantised_rows(x)
        zero = self.constant("zero", np.array(ZERO, np.uint8))
        whole = self.op("MatMulInteger", rows, self.constant(f"{key}.weight", integers), zero)
        columns = self.constant(f"{key}.scale", scale.astype(np.float32))
        scaled = self.op("Mul", self.op("Cast", whole, to=TensorProto.FLOAT), columns)
        return self.op("Mul", scaled, row_scale, name=result)

    def quantised_rows(self, x):
        """x as uint8 around 128 and the scale of each row; made once for each x."""
        if x not in self.rows:
            largest = self.op("ReduceMax", self.op("Abs", x), axes=[-1], keepdims=1)
            scale = self.op("Max", self.op("Mul", largest, self.number(1 / LARGEST)), self.number(1e-12))
            scaled = self.op("Div", x, scale)
            zero = self.constant("zero", np.array(ZERO, np.uint8))
            self.rows[x] = self.op("QuantizeLinear", scaled, self.number(1.0), zero), scale
        return self.rows[x]

    def model(self, inputs, outputs):
        used = {name for node in self.nodes for name in node.input}
        initializers = [numpy_helper.from_array(value, name) for name, value in self.constants.items()
                        if name in used]
        graph = helper.make_graph(self.nodes, "amts", inputs, outputs, initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="amts")
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model


def tensor(name, kind, *dimensions):
    return helper.make_tensor_value_info(name, kind, dimensions)


class Exporter:
    """Builds both graphs from the weights of a network of some shape."""

    def __init__(self, weights, shape, quantised=True):
        self.weights, self.shape, self.quantised = weights, shape, quantised
        self.positions = sinusoids(POSITIONS, shape.width).numpy()
        self.head = shape.width // shape.heads

    def heads(self, graph, x, order=(0, 2, 1, 3)):
        """[b,s,width] -> [b,heads,s,width/heads], or in another order."""
        return graph.op("Transpose", graph.op("Reshape", x, graph.integers(0, 0, self.shape.heads, self.head)),
                        perm=order)

    def attention(self, graph, query, key, value, mask, name):
        """`key` is already transposed. Returns what the output projection makes of the mixed values."""
        scores = graph.op("Mul", graph.op("MatMul", query, key), graph.number(self.head ** -0.5))
        scores = graph.op("Add", scores, mask)
        mixed = graph.op("MatMul", graph.op("Softmax", scores, axis=-1), value)
        together = graph.op("Reshape", graph.op("Transpose", mixed, perm=[0, 2, 1, 3]),
                            graph.integers(0, 0, self.shape.width))
        return graph.linear(together, f"{name}.o")

    def self_projections(self, graph, x, name):
        width = self.shape.width
        joined = graph.linear(x, *(f"{name}.{part}" for part in "qkv"))
        return graph.op("Split", joined, graph.integers(width, width, width), outputs=3, axis=-1)

    def feed_forward(self, graph, x, name):
        inner = graph.op("Relu", graph.linear(graph.norm(x, f"{name}.n3"), f"{name}.f1"))
        return graph.op("Add", x, graph.linear(inner, f"{name}.f2"))

    def encoder(self):
        graph = Graph(self.weights, self.quantised)
        length = graph.op("Slice", graph.op("Shape", "src"), graph.integers(1), graph.integers(2))
        table = graph.constant("positions", self.positions)
        x = graph.op("Add", graph.embedded("src"), graph.op("Slice", table, graph.integers(0), length))
        for i in range(self.shape.encoder_layers):
            name = f"enc.{i}"
            query, key, value = self.self_projections(graph, graph.norm(x, f"{name}.n1"), f"{name}.att")
            x = graph.op("Add", x, self.attention(
                graph, self.heads(graph, query), self.heads(graph, key, (0, 2, 3, 1)), self.heads(graph, value),
                "mask", f"{name}.att"))
            x = self.feed_forward(graph, x, name)
        x = graph.norm(x, "ne")
        outputs = []
        for i in range(self.shape.decoder_layers):
            key = self.heads(graph, graph.linear(x, f"dec.{i}.cross.k"), (0, 2, 3, 1))
            value = self.heads(graph, graph.linear(x, f"dec.{i}.cross.v"))
            graph.op("Identity", key, name=f"ck{i}")
            graph.op("Identity", value, name=f"cv{i}")
            outputs += self.memory(i)
        return graph.model([tensor("src", TensorProto.INT64, "b", "s"), self.mask()], outputs)

    def mask(self):
        return tensor("mask", TensorProto.FLOAT, "b", 1, 1, "s")

    def memory(self, i):
        heads, head = self.shape.heads, self.head
        return [tensor(f"ck{i}", TensorProto.FLOAT, "b", heads, head, "s"),
                tensor(f"cv{i}", TensorProto.FLOAT, "b", heads, "s", head)]

    def cache(self, prefix, i, length):
        shape = ("b", self.shape.heads, length, self.head)
        return [tensor(f"{prefix}{part}{i}", TensorProto.FLOAT, *shape) for part in "kv"]

    def decoder(self):
        graph = Graph(self.weights, self.quantised)
        table = graph.constant("positions", self.positions)
        x = graph.op("Add", graph.embedded("tok"), graph.op("Gather", table, "pos"))
        inputs = [tensor("tok", TensorProto.INT64, "b", "n"), tensor("pos", TensorProto.INT64, "b", "n"), self.mask(),
                  tensor("seen", TensorProto.FLOAT, "b", 1, "n", "u")]
        outputs = [tensor("logits", TensorProto.FLOAT, "b", "n", self.shape.vocabulary),
                   tensor("hidden", TensorProto.FLOAT, "b", "n", self.shape.width)]
        for i in range(self.shape.decoder_layers):
            name = f"dec.{i}"
            query, key, value = self.self_projections(graph, graph.norm(x, f"{name}.n1"), f"{name}.att")
            keys = graph.op("Concat", f"pk{i}", self.heads(graph, key), axis=2, name=f"nk{i}")
            values = graph.op("Concat", f"pv{i}", self.heads(graph, value), axis=2, name=f"nv{i}")
            x = graph.op("Add", x, self.attention(
                graph, self.heads(graph, query), graph.op("Transpose", keys, perm=[0, 1, 3, 2]), values, "seen",
                f"{name}.att"))
            query = self.heads(graph, graph.linear(graph.norm(x, f"{name}.n2"), f"{name}.cross.q"))
            x = graph.op("Add", x, self.attention(graph, query, f"ck{i}", f"cv{i}", "mask", f"{name}.cross"))
            x = self.feed_forward(graph, x, name)
            inputs += self.cache("p", i, "t") + self.memory(i)
            outputs += self.cache("n", i, "u")
        graph.op("Identity", graph.norm(x, "nd"), name="hidden")
        graph.linear("hidden", "emb", result="logits")
        return graph.model(inputs, outputs)


def export(run, vocabulary, out, quantised=True):
    """Writes encoder.onnx, decoder.onnx, spm.model and model.json of the weights in folder `run`."""
    run, out = pathlib.Path(run), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    description = json.loads((run / "model.json").read_text(encoding="utf-8"))
    with np.load(run / "weights-f16.npz") as arrays:
        weights = {name: arrays[name] for name in arrays.files}
    exporter = Exporter(weights, Shape.from_json(description), quantised)
    onnx.save(exporter.encoder(), str(out / "encoder.onnx"))
    onnx.save(exporter.decoder(), str(out / "decoder.onnx"))
    shutil.copyfile(vocabulary, out / "spm.model")
    (out / "model.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    for file in sorted(out.iterdir()):
        print(f"{file.stat().st_size:>12,} {file}")


def main(arguments=None):
    p = argparse.ArgumentParser(prog="export", description=__doc__,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("run", help="folder with weights-f16.npz and model.json")
    p.add_argument("vocabulary", help="spm.model")
    p.add_argument("out", help="folder for the result")
    p.add_argument("--float", action="store_true", help="keep 32-bit numbers, to see what int8 costs")
    options = p.parse_args(arguments)
    export(options.run, options.vocabulary, options.out, not options.float)


if __name__ == "__main__":
    main()
