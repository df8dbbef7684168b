"""Weights to go on from, out of a released model: the int8 graphs of `export`, read back.

A release is all that is kept of a run, so it is also where the next one starts. What int8 rounded away is lost
(0.15 BLEU when it was measured), and the first steps at a full rate win it back.
"""

import argparse
import json
import pathlib

import numpy as np
import onnx
from onnx import numpy_helper


def constants(file):
    """All constants of a graph by name."""
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(str(file)).graph.initializer}


def matrices(graph):
    """The linear layers of a graph: [outputs, inputs] by name, those that were joined apart again."""
    for key, integers in graph.items():
        if key.endswith(".weight") and integers.ndim == 2:
            scale = graph.get(key.removesuffix(".weight") + ".scale")
            weight = integers.astype(np.float32) * scale if scale is not None else integers
            names = key.removesuffix(".weight").split("+")
            for name, part in zip(names, np.split(weight.T, len(names)), strict=True):
                yield f"{name}.weight", part


def vectors(graph):
    """Norms and biases of a graph by name; joined biases apart again."""
    for key, value in graph.items():
        if value.ndim == 1 and key.endswith((".weight", ".bias")):
            stem, kind = key.rsplit(".", 1)
            names = stem.split("+")
            for name, part in zip(names, np.split(value, len(names)), strict=True):
                yield f"{name}.{kind}", part


def restored(release):
    """All parameters of the network as arrays by name."""
    release, result = pathlib.Path(release), {}
    for file in ("encoder.onnx", "decoder.onnx"):
        graph = constants(release / file)
        result |= dict(matrices(graph)) | dict(vectors(graph))
    return result


def main(arguments=None):
    p = argparse.ArgumentParser(prog="restore", description=__doc__,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("release", type=pathlib.Path, help="folder with encoder.onnx, decoder.onnx and model.json")
    p.add_argument("run", type=pathlib.Path, help="folder for weights-f16.npz and model.json, as `train` leaves them")
    options = p.parse_args(arguments)
    options.run.mkdir(parents=True, exist_ok=True)
    network = json.loads((options.release / "model.json").read_text(encoding="utf-8"))["network"]
    shape = dict(d=network["d"], ffn=network["ffn"], heads=network["heads"], enc=network["encoderLayers"],
                 dec=network["decoderLayers"], vocab=network["vocabulary"])
    (options.run / "model.json").write_text(json.dumps(shape, indent=1) + "\n", encoding="utf-8")
    # 16 bits are enough: int8 has rounded more
    np.savez(options.run / "weights-f16.npz",
             **{name: value.astype(np.float16) for name, value in restored(options.release).items()})


if __name__ == "__main__":
    main()
