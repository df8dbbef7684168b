#!/usr/bin/env python3
"""Makes the graphs with which the tests learn: a small network with random weights, exported by the recipe.

    PYTHONPATH=training python3 learning_model.py ../resources/org/amts/engine/local/learning

Writes encoder.onnx, decoder.onnx and learning.onnx. They are committed, so that the build needs no Python; run this
again only when the recipe's export changes. Needs what training/README.md asks for.
"""

import pathlib
import sys

import numpy as np
import onnx
import torch
from amts_training.export import Exporter
from amts_training.learning import LearningGraph
from amts_training.model import Shape, Translator

SHAPE = Shape(vocabulary=60, width=32, inner=64, heads=2, encoder_layers=1, decoder_layers=1)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(5)
    weights = {name: value.detach().numpy().astype(np.float16) for name, value in Translator(SHAPE).named_parameters()}
    exporter = Exporter(weights, SHAPE)
    onnx.save(exporter.encoder(), str(folder / "encoder.onnx"))
    onnx.save(exporter.decoder(), str(folder / "decoder.onnx"))
    onnx.save(LearningGraph(SHAPE, rank=4).build(), str(folder / "learning.onnx"))


if __name__ == "__main__":
    main()
