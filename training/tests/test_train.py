"""The parts of training that a GPU run uses and the small corpus does not: checked by themselves."""

import argparse
import tempfile
import unittest

try:
    import numpy as np
    import torch
    from torch.nn import functional as F

    from amts_training import packing
    from amts_training.dataset import DEVELOPMENT, Direction
    from amts_training.generate import Generator
    from amts_training.loss import whole_cross_entropy
    from amts_training.model import Shape, Translator, load_weights, save_weights
    from amts_training.optimiser import Muon, orthogonalised
    from amts_training.train import rate_at
except ImportError:  # PyTorch is not installed
    torch = None


@unittest.skipUnless(torch, "PyTorch is not installed")
class TrainTest(unittest.TestCase):
    def test_the_whole_loss_is_that_of_pytorch(self):
        random = torch.Generator().manual_seed(1)
        hidden, embedding = torch.randn(2, 5, 8, generator=random), torch.randn(11, 8, generator=random)
        answers = torch.tensor([[1, 2, 3, 0, 0], [4, 10, 0, 0, 0]])
        smoothed, plain = whole_cross_entropy(hidden, embedding, answers, 0.1)
        logits, wanted = (hidden @ embedding.t()).flatten(0, 1), answers.flatten()
        for found, smoothing in ((smoothed, 0.1), (plain, 0.0)):
            expected = F.cross_entropy(logits, wanted, ignore_index=0, label_smoothing=smoothing)
            self.assertAlmostEqual(expected.item(), found.item(), places=5)

    def test_matrices_of_one_shape_are_orthogonalised_one_by_one(self):
        matrices = torch.randn(3, 6, 4, generator=torch.Generator().manual_seed(2))
        together = orthogonalised(matrices)
        for matrix, result in zip(matrices, together):
            self.assertTrue(torch.equal(orthogonalised(matrix[None])[0], result))
            values = torch.linalg.svdvals(result.float())
            self.assertTrue(0.6 < values.min() and values.max() < 1.3, values)

    def test_muon_moves_every_matrix_against_its_gradient(self):
        matrices = [torch.nn.Parameter(torch.zeros(4, 4)), torch.nn.Parameter(torch.zeros(4, 6)),
                    torch.nn.Parameter(torch.zeros(4, 4))]
        for matrix in matrices:
            matrix.grad = torch.eye(*matrix.shape)
        muon = Muon(matrices)
        muon.param_groups[0]["lr"] = 0.1
        muon.step()
        for matrix in matrices:
            self.assertTrue((matrix.diagonal() < 0).all())

    def test_a_rate_may_fall_over_the_last_part_of_a_run(self):
        options = argparse.Namespace(rate=1.0, warmup=1, decay=0.5)
        rates = [rate_at(options, 10, share) for share in (0.0, 0.5, 0.75, 1.0)]
        self.assertEqual([1.0, 1.0], rates[:2])
        self.assertAlmostEqual(0.505, rates[2])
        self.assertAlmostEqual(0.01, rates[3])
        options.decay = None
        self.assertEqual(1.0, rate_at(options, 10, 0.99))

    def test_a_higher_temperature_draws_more_evenly(self):
        weight = np.ones(DEVELOPMENT + 2, np.float32)
        weight[-1] = 9
        direction = Direction(None, None, weight, None, False)
        shares = []
        for temperature in (1.0, 2.0):
            direction.set_temperature(temperature)
            drawn = direction.draw(np.random.default_rng(3), 4000)
            shares.append((drawn == DEVELOPMENT + 1).mean())
        self.assertAlmostEqual(0.9, shares[0], delta=0.02)
        self.assertAlmostEqual(0.75, shares[1], delta=0.02)

    def test_a_grown_network_says_what_the_smaller_one_did(self):
        torch.manual_seed(4)
        small = Translator(Shape(20, 16, 32, 2, 2, 1)).eval()
        batch = packing.batch([[([5, 6, 7, 3], [8, 9])]], 8).to("cpu")
        with tempfile.TemporaryDirectory() as folder:
            save_weights(folder, small.named_parameters())
            load_weights(small, f"{folder}/weights-f16.npz")
            for layers in (2, 3, 5):
                grown = Translator(Shape(20, 16, 32, 2, layers, 1)).eval()
                load_weights(grown, f"{folder}/weights-f16.npz")
                self.assertTrue(torch.allclose(small(batch)[0, :3], grown(batch)[0, :3], atol=1e-5), layers)

    def test_large_batches_say_what_the_network_finds_likeliest(self):
        torch.manual_seed(16)  # with which two of the answers end
        network = Translator(Shape(20, 16, 32, 2, 1, 2))
        network.nd.weight.data.neg_()  # or it would say one piece for ever, as its input and output layers are one
        inputs = [[5, 6, 7, 3], [8, 3], [9, 10, 11, 12, 13, 3]]
        generator = Generator(network, None)
        answers = generator.answers(inputs, 2)
        self.assertEqual([answer for answer, _, _ in answers], generator.translate(inputs, batch=3))
        self.assertEqual({True, False}, {ended for _, _, ended in answers})
        for source, (answer, likelihood, ended) in zip(inputs, answers):
            batch = packing.batch([[(source, answer)]], 40).to("cpu")
            with torch.autocast("cpu", torch.bfloat16):
                logits = network(batch).float() @ network.emb.weight.t()
            scores = torch.log_softmax(logits[0, :len(answer) + ended].float(), -1)
            said = batch.answer[0, :len(answer) + ended].long()
            self.assertTrue((scores.max(-1).values - scores.gather(1, said[:, None])[:, 0] < 0.05).all())
            self.assertAlmostEqual(scores.gather(1, said[:, None]).mean().item(), likelihood, delta=0.02)


if __name__ == "__main__":
    unittest.main()
