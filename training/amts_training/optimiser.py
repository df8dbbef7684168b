"""Muon for the matrices, Adam for the rest, both behind one small interface.

Muon (Jordan et al. 2024) replaces the momentum of a matrix by the nearest matrix whose singular values are all
about one, found by Newton-Schulz steps; the scale that makes its updates as large as Adam's is from Liu et al.
2025. Embeddings, norms and biases are no such matrices and get Adam.
"""

import torch

# Coefficients of the quintic iteration that brings singular values near 1 in five steps (Jordan et al. 2024).
QUINTIC = (3.4445, -4.7750, 2.0315)
STEPS = 5


def orthogonalised(matrix):
    """`matrix` with its singular values brought to about one."""
    tall = matrix.shape[0] > matrix.shape[1]
    x = (matrix.t() if tall else matrix).bfloat16()
    x = x / (x.norm() + 1e-7)
    a, b, c = QUINTIC
    for _ in range(STEPS):
        square = x @ x.t()
        x = a * x + (b * square + c * (square @ square)) @ x
    return x.t() if tall else x


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, orthogonalised; decoupled weight decay."""

    def __init__(self, matrices, momentum=0.95, decay=0.01):
        super().__init__(matrices, dict(lr=0.0, momentum=momentum, decay=decay))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for matrix in group["params"]:
                if matrix.grad is None:
                    continue
                average = self.state[matrix].setdefault("m", torch.zeros_like(matrix))
                average.mul_(group["momentum"]).add_(matrix.grad)
                update = orthogonalised(matrix.grad.add(average, alpha=group["momentum"]))
                matrix.mul_(1 - group["lr"] * group["decay"])
                matrix.add_(update.to(matrix.dtype), alpha=-group["lr"] * 0.2 * max(matrix.shape) ** 0.5)


class MuonAndAdam:
    """One rate for both optimisers of a network."""

    def __init__(self, network):
        named = list(network.named_parameters())
        matrices = [p for name, p in named if p.ndim == 2 and not name.startswith("emb")]
        others = [p for name, p in named if p.ndim != 2 or name.startswith("emb")]
        self.parts = [torch.optim.Adam(others, lr=0.0, betas=(0.9, 0.98), eps=1e-9), Muon(matrices)]

    def step(self, rate):
        """Applies the gradients at learning rate `rate` and forgets them."""
        for part in self.parts:
            for group in part.param_groups:
                group["lr"] = rate
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self):
        return [part.state_dict() for part in self.parts]

    def load_state_dict(self, states):
        for part, state in zip(self.parts, states, strict=True):
            part.load_state_dict(state)
