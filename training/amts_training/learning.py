"""Writes the graph by which an engine adapts the network: one pass forward and one back, for a batch of pairs.

Each linear layer gets a change of low rank, x·down·up beside x·W (LoRA; Hu et al. 2022). The weights stay as
they are; the graph computes the gradients of `down` and `up`, and those of the tokens' vectors in the embedding and
in the output layer. What is made of the gradients is the engine's business. No weights are in the graph: it takes them as
inputs, under the names that they have in encoder.onnx and decoder.onnx, in 32-bit numbers.

Inputs of a batch of b pairs, sources padded to s pieces and translations to t:
    vectors float [k,width]: the embedding's rows for the tokens of the batch
    src [b,s], tgt [b,t] int64: the pieces as numbers of these rows; mask [b,1,1,s], seen [1,1,t,t] float as in decoder.onnx
    said int64 [n]: the places of tgt, counted through all rows, after which an answer counts
    wanted int64 [n]: the answers, as numbers of candidates
    rows float [c,width]: the output layer's rows for the candidates
    bonus float [c]: added to a candidate's logit, the logarithm of how many tokens it stands for
    smooth float [c]: what label smoothing wants of each candidate; the answer itself gets `sharp` more, [1]
    weight float [1]: what each answer counts in the gradients
Outputs: loss [n], nats for each answer; gradient.rows [c,width]; gradient.vectors [k,width]; gradient.NAME for each
down and up
"""

import argparse
import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .export import OPSET, POSITIONS, tensor
from .model import Shape

RANK = 32


class Tape:
    """Nodes of the pass forward, and for each what the pass back has to do; every value is a name.

    Values are matrices with a row for each token, unless said otherwise.
    """

    def __init__(self, rank, width):
        self.rank = rank
        self.nodes, self.constants, self.inputs, self.outputs = [], {}, {}, []
        self.learnt = set()  # values that depend on what is learnt
        self.back = []  # (result, function of its gradient), in the order of the pass forward
        self.gradients = {}
        self.flat = self.integers(-1, width)  # the shape of a matrix of states

    def op(self, kind, *inputs, outputs=1, name=None, **attributes):
        base = name or f"{kind.lower()}_{len(self.nodes)}"
        results = [base] if outputs == 1 else [f"{base}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), results, **attributes))
        return results[0] if outputs == 1 else results

    def constant(self, value, kind):
        name = f"{kind.__name__}_" + "_".join(map(str, np.atleast_1d(value)))
        self.constants[name] = np.array(value, kind)
        return name

    def number(self, value):
        return self.constant(value, np.float32)

    def integers(self, *values):
        return self.constant(values, np.int64)

    def input(self, name, *dimensions, kind=TensorProto.FLOAT):
        self.inputs[name] = tensor(name, kind, *dimensions)
        return name

    def output(self, name, *dimensions):
        self.outputs.append(tensor(name, TensorProto.FLOAT, *dimensions))

    def returns(self, result, function, *sources):
        """Says how the gradient of `result` passes on; only if one of `sources` depends on what is learnt."""
        if not sources or any(source in self.learnt for source in sources):
            self.learnt.add(result)
            self.back.append((result, function))
        return result

    def give(self, value, gradient):
        """Adds to the gradient of a value, where anybody wants it."""
        if value in self.learnt:
            known = self.gradients.get(value)
            self.gradients[value] = self.op("Add", known, gradient) if known else gradient

    def go_back(self):
        for result, function in reversed(self.back):
            if result in self.gradients:
                function(self.gradients.pop(result))

    # the pass forward

    def linear(self, x, inner, outer, *names):
        """x times the weights of some layers side by side, with their biases and their change."""
        key = "+".join(names)
        weight, bias = self.input(f"{key}.weight", inner, outer), self.input(f"{key}.bias", outer)
        down, up = self.input(f"down.{key}", inner, self.rank), self.input(f"up.{key}", self.rank, outer)
        low = self.op("MatMul", x, down)
        result = self.op("Gemm", low, up, self.op("Gemm", x, weight, bias))

        def back(gradient):
            below = self.op("Gemm", gradient, up, transB=1)
            self.op("Gemm", x, below, transA=1, name=f"gradient.{down}")
            self.op("Gemm", low, gradient, transA=1, name=f"gradient.{up}")
            self.output(f"gradient.{down}", inner, self.rank)
            self.output(f"gradient.{up}", self.rank, outer)
            if x in self.learnt:
                whole = self.op("Gemm", gradient, weight, transB=1)
                self.give(x, self.op("Gemm", below, down, whole, transB=1))

        return self.returns(result, back)

    def norm(self, x, width, name):
        scale = self.input(f"{name}.weight", width)
        result, mean, inverse = self.op("LayerNormalization", x, scale, self.input(f"{name}.bias", width),
                                        outputs=3, axis=-1, epsilon=1e-5)

        def back(gradient):
            normal = self.op("Mul", self.op("Sub", x, mean), inverse)
            scaled = self.op("Mul", gradient, scale)
            along = self.op("ReduceMean", self.op("Mul", scaled, normal), axes=[-1])
            rest = self.op("Sub", scaled, self.op("ReduceMean", scaled, axes=[-1]))
            self.give(x, self.op("Mul", self.op("Sub", rest, self.op("Mul", normal, along)), inverse))

        return self.returns(result, back, x)

    def relu(self, x):
        result = self.op("Relu", x)
        return self.returns(result, lambda gradient: self.give(
            x, self.op("Mul", gradient, self.op("Sign", result))), x)

    def add(self, x, y):
        def back(gradient):
            self.give(x, gradient)
            self.give(y, gradient)

        return self.returns(self.op("Add", x, y), back, x, y)

    def split(self, x, width, parts):
        """Columns of a matrix, in parts of the same width."""
        results = self.op("Split", x, self.integers(*[width] * parts), outputs=parts, axis=-1)
        missing = {}

        def back(number):
            def collect(gradient):
                missing[number] = gradient
                if len(missing) == parts:  # each part passes its gradient on once
                    self.give(x, self.op("Concat", *(missing[i] for i in range(parts)), axis=-1))
            return collect

        return [self.returns(result, back(i), x) for i, result in enumerate(results)]

    def rearranged(self, x, shape, order):
        """[tokens, width] -> [b,heads,tokens,head], or in another order."""
        inverse = [order.index(i) for i in range(4)]
        result = self.op("Transpose", self.op("Reshape", x, shape), perm=order)
        return self.returns(result, lambda gradient: self.give(x, self.op(
            "Reshape", self.op("Transpose", gradient, perm=inverse), self.flat)), x)

    def joined(self, x):
        """[b,heads,tokens,head] -> [tokens, width]."""
        turned = self.op("Transpose", x, perm=[0, 2, 1, 3])
        return self.returns(self.op("Reshape", turned, self.flat), lambda gradient: self.give(
            x, self.op("Transpose", self.op("Reshape", gradient, self.op("Shape", turned)), perm=[0, 2, 1, 3])), x)

    def product(self, x, y):
        """Product of matrices, many at once."""
        def back(gradient):
            self.give(x, self.op("MatMul", gradient, self.op("Transpose", y, perm=[0, 1, 3, 2])))
            self.give(y, self.op("MatMul", self.op("Transpose", x, perm=[0, 1, 3, 2]), gradient))

        return self.returns(self.op("MatMul", x, y), back, x, y)

    def attended(self, scores, factor, mask):
        """What scores become as shares of attention."""
        scaled = self.op("Add", self.op("Mul", scores, self.number(factor)), mask)
        result = self.op("Softmax", scaled, axis=-1)

        def back(gradient):
            weighed = self.op("Mul", gradient, result)
            mean = self.op("ReduceSum", weighed, self.integers(-1))
            self.give(scores, self.op("Mul", self.op("Sub", weighed, self.op("Mul", result, mean)),
                                      self.number(factor)))

        return self.returns(result, back, scores)

    def gathered(self, x, places):
        """Some rows of a matrix, as often as they are named."""
        return self.returns(self.op("Gather", x, places), lambda gradient: self.give(x, self.op(
            "ScatterND", self.op("ConstantOfShape", self.op("Shape", x)),
            self.op("Unsqueeze", places, self.integers(1)), gradient, reduction="add")), x)

    def model(self):
        initializers = [numpy_helper.from_array(value, name) for name, value in self.constants.items()]
        graph = helper.make_graph(self.nodes, "amts-learning", list(self.inputs.values()), self.outputs, initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="amts")
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model


class LearningGraph:
    """Builds the graph for a network of some shape."""

    def __init__(self, shape, rank=RANK):
        self.shape, self.head = shape, shape.width // shape.heads
        self.tape = Tape(rank, shape.width)

    def build(self):
        tape, shape = self.tape, self.shape
        source = tape.input("src", "b", "s", kind=TensorProto.INT64)
        target = tape.input("tgt", "b", "t", kind=TensorProto.INT64)
        mask, seen = tape.input("mask", "b", 1, 1, "s"), tape.input("seen", 1, 1, "t", "t")
        source_shape, target_shape = self.by_heads(source), self.by_heads(target)
        vectors = tape.input("vectors", "k", shape.width)
        tape.learnt.add(vectors)
        x = self.embedded(source, vectors)
        for i in range(shape.encoder_layers):
            x = tape.add(x, self.self_attention(x, f"enc.{i}", source_shape, mask))
            x = self.feed_forward(x, f"enc.{i}")
        memory = tape.norm(x, shape.width, "ne")
        y = self.embedded(target, vectors)
        for i in range(shape.decoder_layers):
            y = tape.add(y, self.self_attention(y, f"dec.{i}", target_shape, seen))
            y = tape.add(y, self.cross_attention(y, memory, f"dec.{i}", source_shape, target_shape, mask))
            y = self.feed_forward(y, f"dec.{i}")
        self.learn(tape.norm(y, shape.width, "nd"))
        tape.go_back()
        tape.op("Identity", tape.gradients[vectors], name="gradient.vectors")
        tape.output("gradient.vectors", "k", shape.width)
        return tape.model()

    def by_heads(self, tokens):
        """The shape [rows, tokens, heads, head] of a batch."""
        tape = self.tape
        return tape.op("Concat", tape.op("Shape", tokens), tape.integers(self.shape.heads, self.head), axis=0)

    def embedded(self, tokens, vectors):
        """Vectors of tokens, which are scaled already, with their positions."""
        tape = self.tape
        length = tape.op("Slice", tape.op("Shape", tokens), tape.integers(1), tape.integers(2))
        positions = tape.op("Slice", tape.input("positions", POSITIONS, self.shape.width), tape.integers(0), length)
        found = tape.gathered(vectors, tape.op("Reshape", tokens, tape.integers(-1)))
        each = tape.op("Concat", tape.op("Shape", tokens), tape.integers(self.shape.width), axis=0)
        repeated = tape.op("Reshape", tape.op("Expand", positions, each), tape.flat)
        return tape.add(found, repeated)

    def self_attention(self, x, name, shape, mask):
        tape, width = self.tape, self.shape.width
        normal = tape.norm(x, width, f"{name}.n1")
        names = [f"{name}.att.{part}" for part in "qkv"]
        query, key, value = tape.split(tape.linear(normal, width, 3 * width, *names), width, 3)
        return self.attention(query, key, value, shape, shape, mask, f"{name}.att")

    def cross_attention(self, x, memory, name, source_shape, target_shape, mask):
        tape, width = self.tape, self.shape.width
        query = tape.linear(tape.norm(x, width, f"{name}.n2"), width, width, f"{name}.cross.q")
        key, value = (tape.linear(memory, width, width, f"{name}.cross.{part}") for part in "kv")
        return self.attention(query, key, value, target_shape, source_shape, mask, f"{name}.cross")

    def attention(self, query, key, value, query_shape, key_shape, mask, name):
        tape, width = self.tape, self.shape.width
        scores = tape.product(tape.rearranged(query, query_shape, [0, 2, 1, 3]),
                              tape.rearranged(key, key_shape, [0, 2, 3, 1]))
        shares = tape.attended(scores, self.head ** -0.5, mask)
        mixed = tape.joined(tape.product(shares, tape.rearranged(value, key_shape, [0, 2, 1, 3])))
        return tape.linear(mixed, width, width, f"{name}.o")

    def feed_forward(self, x, name):
        tape, width, inner = self.tape, self.shape.width, self.shape.inner
        hidden = tape.relu(tape.linear(tape.norm(x, width, f"{name}.n3"), width, inner, f"{name}.f1"))
        return tape.add(x, tape.linear(hidden, inner, width, f"{name}.f2"))

    def learn(self, hidden):
        """The loss, and its gradients by the states and by the output layer's rows."""
        tape, width = self.tape, self.shape.width
        wanted = tape.input("wanted", "n", kind=TensorProto.INT64)
        rows = tape.input("rows", "c", width)
        states = tape.gathered(hidden, tape.input("said", "n", kind=TensorProto.INT64))
        logits = tape.op("Gemm", states, rows, tape.input("bonus", "c"), transB=1)
        likelihood = tape.op("LogSoftmax", logits, axis=-1)
        place = tape.op("Unsqueeze", wanted, tape.integers(1))
        found = tape.op("GatherElements", likelihood, place, axis=1)
        tape.op("Neg", tape.op("Squeeze", found, tape.integers(1)), name="loss")
        tape.output("loss", "n")
        surplus = tape.op("Sub", tape.op("Exp", likelihood), tape.input("smooth", "c"))
        count = tape.op("Shape", rows, start=0, end=1)
        sharp = tape.op("Concat", tape.number([0.0]), tape.input("sharp", 1), axis=0)
        answers = tape.op("OneHot", wanted, count, sharp, axis=-1)
        gradient = tape.op("Mul", tape.op("Sub", surplus, answers), tape.input("weight", 1))
        tape.op("Gemm", gradient, states, transA=1, name="gradient.rows")
        tape.output("gradient.rows", "c", width)
        tape.give(states, tape.op("MatMul", gradient, rows))


def main(arguments=None):
    p = argparse.ArgumentParser(prog="learning", description=__doc__,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("export", help="folder of an exported model; learning.onnx is added to it")
    p.add_argument("--rank", type=int, default=RANK, help="of the changes")
    options = p.parse_args(arguments)
    folder = pathlib.Path(options.export)
    shape = Shape.from_json(json.loads((folder / "model.json").read_text(encoding="utf-8")))
    onnx.save(LearningGraph(shape, options.rank).build(), str(folder / "learning.onnx"))


if __name__ == "__main__":
    main()
