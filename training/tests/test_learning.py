"""The gradients of learning.onnx against those of PyTorch."""

import importlib.util
import unittest

NEEDED = ("torch", "onnx", "onnxruntime")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]


@unittest.skipIf(MISSING, "skipped: not installed here: " + ", ".join(MISSING))
class LearningTest(unittest.TestCase):

    def test_gradients_are_those_of_pytorch(self):
        import numpy as np
        import onnxruntime
        import torch
        from torch.nn.utils.stateless import functional_call

        from amts_training import packing
        from amts_training.learning import LearningGraph
        from amts_training.model import MASKED, Shape, Translator, sinusoids

        torch.manual_seed(1)
        shape = Shape(vocabulary=97, width=32, inner=64, heads=4, encoder_layers=2, decoder_layers=2)
        network = Translator(shape)
        weights = {name: value.detach() for name, value in network.named_parameters()}
        session = onnxruntime.InferenceSession(LearningGraph(shape, rank=4).build().SerializeToString(),
                                               providers=["CPUExecutionProvider"])
        inputs, factors = {}, {}
        for value in session.get_inputs():
            stem, _, kind = value.name.rpartition(".")
            if value.name.startswith(("down.", "up.")):
                factors[value.name] = (0.1 * torch.randn(*value.shape)).requires_grad_()
                inputs[value.name] = factors[value.name].detach().numpy()
            elif stem and kind in ("weight", "bias"):
                joined = torch.cat([weights[f"{name}.{kind}"] for name in stem.split("+")])
                inputs[value.name] = np.ascontiguousarray(joined.t() if joined.ndim == 2 else joined)
        vectors = (weights["emb.weight"] * shape.width ** 0.5).requires_grad_()
        inputs["vectors"] = vectors.detach().numpy()
        inputs["positions"] = sinusoids(512, shape.width).numpy()

        changed = {"emb.weight": vectors / shape.width ** 0.5}
        for name, down in factors.items():
            if name.startswith("down."):
                layers = name.removeprefix("down.").split("+")
                change = (down @ factors["up." + "+".join(layers)]).t()
                for layer, part in zip(layers, change.chunk(len(layers))):
                    changed[f"{layer}.weight"] = weights[f"{layer}.weight"] + part
        pairs = [([5, 6, 7, 8, 3], [11, 12, 13]), ([9, 10, 3], [14, 15])]
        batch = packing.batch([[pair] for pair in pairs], 8)
        hidden = functional_call(network, changed, (batch,))
        said = batch.answer.reshape(-1).nonzero()[:, 0]
        wanted = batch.answer.reshape(-1)[said]
        rows = weights["emb.weight"].clone().requires_grad_()
        logits = hidden.reshape(-1, shape.width)[said] @ rows.t()
        torch.nn.functional.cross_entropy(logits, wanted.long(), label_smoothing=0.1).backward()

        inputs |= dict(
            src=batch.source.numpy(), tgt=batch.target.numpy(), said=said.numpy(), wanted=wanted.numpy(),
            mask=np.where(batch.source_pair == 0, np.float32(MASKED), np.float32(0))[:, None, None, :],
            seen=np.triu(np.full((1, 1, 8, 8), MASKED, np.float32), 1), rows=rows.detach().numpy(),
            bonus=np.zeros(97, np.float32), smooth=np.full(97, 0.1 / 97, np.float32),
            sharp=np.array([0.9], np.float32), weight=np.array([1 / len(said)], np.float32))
        names = [output.name for output in session.get_outputs()]
        outputs = dict(zip(names, session.run(names, inputs), strict=True))
        loss = torch.nn.functional.cross_entropy(logits, wanted.long(), reduction="none").detach()
        np.testing.assert_allclose(outputs["loss"], loss, atol=1e-4)
        np.testing.assert_allclose(outputs["gradient.rows"], rows.grad, atol=1e-5)
        np.testing.assert_allclose(outputs["gradient.vectors"], vectors.grad, atol=1e-5)
        for name, factor in factors.items():
            np.testing.assert_allclose(outputs[f"gradient.{name}"], factor.grad, atol=1e-5, err_msg=name)


if __name__ == "__main__":
    unittest.main()
