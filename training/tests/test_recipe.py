"""The recipe from end to end on a tiny corpus of our own: prepare, weigh, train, stop, go on, decay, export, translate.

    python3 -m unittest discover -s training/tests -t training

Takes about two minutes on two cores. Skipped where PyTorch, SentencePiece or ONNX are not installed.
"""

import contextlib
import importlib.util
import io
import json
import pathlib
import shutil
import tempfile
import unittest

from . import tiny_corpus

with contextlib.suppress(ImportError):  # the test is skipped then
    import numpy as np

    from amts_training.dataset import DEVELOPMENT, directions
    from amts_training.generate import Generator

NEEDED = ("torch", "sentencepiece", "numpy", "onnx")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
MISSING += [tool for tool in ("g++",) if shutil.which(tool) is None]
SHAPE = ["--width", "64", "--inner", "128", "--heads", "2", "--encoder-layers", "2", "--decoder-layers", "1",
         "--device", "cpu", "--row", "64", "--rows", "16", "--accumulate", "1", "--drawn", "256", "--warmup", "10",
         "--rate", "6e-3", "--log", "50"]


@unittest.skipIf(MISSING, "skipped: not installed here: " + ", ".join(MISSING))
class RecipeTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_stage(self, module, *arguments):
        """Runs a stage's main with its output caught; returns the output."""
        stage = importlib.import_module(f"amts_training.{module}")
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            stage.main([str(argument) for argument in arguments])
        return output.getvalue()

    def test_a_tiny_model_learns_to_translate_and_is_exported(self):
        corpora, data, run, out = (self.folder / name for name in ("corpora", "data", "run", "model"))
        corpora.mkdir()
        triples = list(tiny_corpus.sentences(5000))
        for name, column in (("en-zh", 1), ("en-es", 2)):
            text = "".join(f"{triple[0]}\t{triple[column]}\n" for triple in triples)
            (corpora / f"{name}.tsv").write_text(text, encoding="utf-8")

        first = self.run_stage("prepare", corpora, data, "--vocabulary-size", "520")
        self.assertIn('"corpus": "en-zh"', first)
        self.assertEqual("", self.run_stage("prepare", corpora, data), "a second run finds everything done")

        book = self.folder / "book"
        book.mkdir()
        lines = "\n\n".join(triple[0] for triple in triples if "gradient" in triple[0])
        (book / "chapter.md").write_text(lines, encoding="utf-8")
        self.run_stage("register", data, "--like", f"en={book}")

        self.travels(data)

        self.run_stage("train", data, run, "--steps", "250", *SHAPE)
        resumed = self.run_stage("train", data, run, "--steps", "150", "--decay", *SHAPE)
        self.assertIn("resumed", resumed)
        facts = json.loads((run / "model.json").read_text(encoding="utf-8"))
        self.assertTrue(facts["decayed"])
        for direction, loss in facts["development"].items():
            self.assertLess(loss, 2.5, f"{direction}: the network learnt nothing")

        self.run_stage("export", run, data / "spm.model", out)
        self.assertLess((out / "encoder.onnx").stat().st_size, 1_000_000)
        self.run_stage("rates", data, out)
        header, _, rates = (out / "piece-rates.bin").read_bytes().partition(b"\n")
        self.assertEqual(b"AMTS piece rates 1 en es zh", header)
        self.assertEqual(3 * json.loads((out / "model.json").read_text(encoding="utf-8"))["vocab"], len(rates))
        self.assertAlmostEqual(1, sum(2 ** (-byte / 8) for byte in rates[:len(rates) // 3]), delta=0.1)
        self.run_stage("learning", out, "--rank", "2")
        self.assertLess((out / "learning.onnx").stat().st_size, 100_000, "it holds no weights")
        if importlib.util.find_spec("onnxruntime"):
            report = [json.loads(line) for line in self.run_stage("evaluate", data, out, "--pairs", "40").splitlines()]
            for values in report:
                self.assertGreater(values["bleu"], 20, values)
        self.goes_on(data, run)

    def travels(self, data):
        """The prepared data comes out of its archive as it was."""
        there = self.folder / "there"
        self.run_stage("archive", "pack", data, self.folder / "archive")
        self.run_stage("archive", "unpack", self.folder / "archive", there)
        for file in sorted(data.glob("*.npy")):
            before, after = np.load(file), np.load(there / file.name)
            self.assertEqual(before.dtype, after.dtype, file.name)
            np.testing.assert_allclose(after, before, rtol=1e-3, err_msg=file.name)

    def goes_on(self, data, run):
        """Back-translation with what was learnt, and a deeper network that goes on from it."""
        self.run_stage("back", data, run, "--from", "en-zh", "--keep", "0.5", "--batch", "256", "--device", "cpu")
        made = [direction for direction in directions(data) if direction.synthetic]
        self.assertEqual(["es-en"], [direction.name for direction in made])
        self.assertGreater(len(made[0].source), DEVELOPMENT + 1000)
        spoken = Generator.of(run, data / "spm.model", "cpu").vocabulary
        learnt = {side: spoken.decode(getattr(made[0], side)[DEVELOPMENT + 1]) for side in ("source", "target")}
        self.assertRegex(learnt["source"], "^(La|El) ")
        self.assertRegex(learnt["target"], "^The ")
        before = json.loads((run / "model.json").read_text(encoding="utf-8"))["development"]
        grown = self.folder / "grown"
        self.run_stage("train", data, grown, "--steps", "1", "--init", run / "weights-f16.npz", *SHAPE,
                       "--encoder-layers", "3", "--rate", "1e-9")
        facts = json.loads((grown / "model.json").read_text(encoding="utf-8"))
        self.assertEqual(3, facts["enc"])
        for direction, loss in facts["development"].items():
            self.assertAlmostEqual(before[direction], loss, delta=0.02, msg=f"{direction}: growing changed it")


if __name__ == "__main__":
    unittest.main()
