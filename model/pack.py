#!/usr/bin/env python3
"""Packs an exported model into the format that the embedded engine loads (see README.md beside this file).

    pack.py EXPORT_FOLDER [MODEL_FOLDER] --version 2026.11.1 [--name amts-base] [--training training.json]

EXPORT_FOLDER holds encoder.onnx, decoder.onnx, spm.model, a model.json with at least d, ffn, heads, enc, dec and vocab, and
mostly piece-rates.bin and learning.onnx. MODEL_FOLDER is the default model's resources unless named. What is done:

1. int8 activations get one scale a row instead of one a tensor (`quantise_by_row` tells why);
2. large constants that both graphs have go to shared.onnx, once;
3. model.json is written anew, with the size and the SHA-256 of each file;
4. MODEL_CARD.md is left alone: bring it up to date by hand.

Needs the Python packages onnx, numpy and sentencepiece. The same input gives the same bytes.
"""

import argparse
import hashlib
import json
import pathlib
import shutil

import numpy as np
import onnx
import sentencepiece
from onnx import TensorProto, helper, numpy_helper

FORMAT = 3
DEFAULT_FOLDER = pathlib.Path(__file__).parent / "src/main/resources/org/amts/model"
GRAPHS = ("encoder.onnx", "decoder.onnx")
FILES = (*GRAPHS, "shared.onnx", "spm.model")
OPTIONAL = ("piece-rates.bin", "learning.onnx")  # without one of these the engine does not let the network learn
PLACEHOLDERS = 16
MAX_PIECES = 254  # rows of 256 pieces in training, less the end of sentence; the engine adds one for it
ZERO_POINT = 128  # of uint8 activations: symmetric, so that zero stays exactly zero
LARGEST = 127
SHARED_BYTES = 4096  # constants of at least this size are worth sharing


def quantise_by_row(model):
    """Replaces DynamicQuantizeLinear, whose one scale depends on everything that is in the batch.

    With a scale for each row (the last axis is the row) a sentence's numbers are the same whatever it shares a batch
    with, bit by bit, since integer products are exact. README.md has what was measured. Expects the pattern
    DynamicQuantizeLinear -> MatMulInteger -> Cast -> Mul(activation scale * weight scales).
    Returns how many were replaced.
    """
    graph = model.graph
    constants = {
        "row_step": np.array(1 / LARGEST, np.float32),
        "row_least": np.array(1e-12, np.float32),
        "row_one": np.array(1, np.float32),
        "row_zero_point": np.array(ZERO_POINT, np.uint8),
    }
    activations = {}  # quantised tensor -> scale of its rows
    scales = {}  # product of both scales -> (scale of rows, scales of columns)
    nodes = []
    for node in graph.node:
        if node.op_type == "DynamicQuantizeLinear":
            values, (quantised, scale, _) = node.input[0], node.output
            activations[quantised] = scale
            name = quantised + "_"
            nodes += [
                helper.make_node("Abs", [values], [name + "abs"]),
                helper.make_node("ReduceMax", [name + "abs"], [name + "max"], axes=[-1], keepdims=1),
                helper.make_node("Mul", [name + "max", "row_step"], [name + "step"]),
                helper.make_node("Max", [name + "step", "row_least"], [scale]),
                helper.make_node("Div", [values, scale], [name + "scaled"]),
                # With scale 1 this rounds, shifts, saturates and casts in one pass.
                helper.make_node("QuantizeLinear", [name + "scaled", "row_one", "row_zero_point"], [quantised]),
            ]
        elif node.op_type == "MatMulInteger" and node.input[0] in activations:
            nodes.append(helper.make_node("MatMulInteger", [*node.input[:2], "row_zero_point"], node.output))
        elif node.op_type == "Mul" and node.input[0] in activations.values():
            scales[node.output[0]] = tuple(node.input)
        elif node.op_type == "Mul" and node.input[1] in scales:
            rows, columns = scales[node.input[1]]
            name = node.output[0] + "_columns"
            nodes += [
                helper.make_node("Mul", [node.input[0], columns], [name]),
                helper.make_node("Mul", [name, rows], node.output),
            ]
        else:
            nodes.append(node)
    if not activations:
        return 0
    if not scales:
        raise SystemExit("the int8 products are not of the form that the exporter writes; see quantise_by_row")
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [value for value in graph.initializer if value.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    return len(activations)


def shared(graphs):
    """Takes the large constants that are the same in all graphs out of them; returns a model of nothing else.

    A graph's file followed by this one is the whole graph again, as Protocol Buffers join messages.
    """
    constants = [{value.name: value for value in graph.graph.initializer} for graph in graphs]
    first, *others = constants
    names = [name for name, value in first.items() if len(value.raw_data) >= SHARED_BYTES
             and all(name in other and other[name] == value for other in others)]
    common = onnx.ModelProto()
    common.graph.initializer.extend(first[name] for name in names)
    for graph, known in zip(graphs, constants):
        del graph.graph.initializer[:]
        graph.graph.initializer.extend(value for name, value in known.items() if name not in names)
    return common


def positions(decoder):
    """The length of the decoder's table of positions."""
    table = next(n.input[0] for n in decoder.graph.node if n.op_type == "Gather" and n.input[1] == "pos")
    for value in decoder.graph.initializer:
        if value.name == table:
            return value.dims[0]
    constant = next(n for n in decoder.graph.node if n.output[0] == table)
    return constant.attribute[0].t.dims[0]


def activations_of(model):
    operators = {node.op_type for node in model.graph.node}
    if "MatMulInteger" not in operators:
        return "float"
    return "int8-per-tensor" if "DynamicQuantizeLinear" in operators else "int8-per-row"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, nargs="?", default=DEFAULT_FOLDER)
    parser.add_argument("--version", required=True)
    parser.add_argument("--name", default="amts-base")
    parser.add_argument("--directions", default="en-zh,zh-en,en-es,es-en")
    parser.add_argument("--training", type=pathlib.Path, help="JSON to keep as the training's provenance")
    options = parser.parse_args()

    shape = json.loads((options.export / "model.json").read_text("utf-8"))
    options.folder.mkdir(parents=True, exist_ok=True)
    graphs = [onnx.load(str(options.export / name)) for name in GRAPHS]
    for name, graph in zip(GRAPHS, graphs):
        print(f"{name}: {quantise_by_row(graph)} activations quantised by row")
    decoder = graphs[1]
    longest, activations = positions(decoder), activations_of(decoder)
    for name, graph in zip(FILES, [*graphs, shared(graphs)]):
        (options.folder / name).write_bytes(graph.SerializePartialToString(deterministic=True))
    shutil.copyfile(options.export / "spm.model", options.folder / "spm.model")
    files = FILES
    for name in OPTIONAL:
        if (options.export / name).exists():
            shutil.copyfile(options.export / name, options.folder / name)
            files += (name,)

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(options.folder / "spm.model"))
    directions = options.directions.split(",")
    languages = sorted({language for direction in directions for language in direction.split("-")})
    tags = {language: f"<2{language}>" for language in languages}
    placeholders = [f"⟦c{i}⟧" for i in range(PLACEHOLDERS)]
    for symbol in [*tags.values(), *placeholders]:
        if pieces.piece_to_id(symbol) == pieces.unk_id():
            raise SystemExit(f"spm.model has no piece {symbol}")
    training = json.loads(options.training.read_text("utf-8")) if options.training else {}
    description = {
        "format": FORMAT,
        "name": options.name,
        "version": options.version,
        "languages": languages,
        "directions": directions,
        "tags": tags,
        "network": {
            "d": shape["d"],
            "ffn": shape["ffn"],
            "heads": shape["heads"],
            "encoderLayers": shape["enc"],
            "decoderLayers": shape["dec"],
            "vocabulary": shape["vocab"],
            "positions": longest,
            "activations": activations,
        },
        "tokens": {
            "pad": pieces.pad_id(),
            "unknown": pieces.unk_id(),
            "start": pieces.bos_id(),
            "end": pieces.eos_id(),
        },
        "placeholders": placeholders,
        "maxPieces": MAX_PIECES,
        "files": {
            name: {
                "bytes": (options.folder / name).stat().st_size,
                "sha256": hashlib.sha256((options.folder / name).read_bytes()).hexdigest(),
            }
            for name in files
        },
        "training": training,
    }
    text = json.dumps(description, indent=2, ensure_ascii=False)
    (options.folder / "model.json").write_text(text + "\n", "utf-8")
    print(f"{options.folder / 'model.json'}: {options.name} {options.version}")


if __name__ == "__main__":
    main()
