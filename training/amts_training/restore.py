"""Weights to go on from, out of a released model: the int8 graphs of `export`, read back.

A release is all that is kept of a run, so it is also where the next one starts. What int8 rounded away is lost
(0.15 BLEU when it was measured), and the first steps at a full rate win it back.
"""

import argparse
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
    p.add_argument("release", help="folder with encoder.onnx and decoder.onnx")
    p.add_argument("out", help="file to write: weights to give to `train --init`")
    options = p.parse_args(arguments)
    # 16 bits are enough: int8 has rounded more
    np.savez(options.out, **{name: value.astype(np.float16) for name, value in restored(options.release).items()})


if __name__ == "__main__":
    main()
