"""Muon for the matrices, Adam for the rest, both behind one small interface.

Muon (Jordan et al. 2024) replaces the momentum of a matrix by the nearest matrix whose singular values are all
about one, found by Newton-Schulz steps; the scale that makes its updates as large as Adam's is from Liu et al.
2025. Embeddings, norms and biases are no such matrices and get Adam.
"""

import torch

# Coefficients of the quintic iteration that brings singular values near 1 in five steps (Jordan et al. 2024).
QUINTIC = (3.4445, -4.7750, 2.0315)
STEPS = 5


def orthogonalised(matrices):
    """`matrices` [n, rows, columns], each with its singular values brought to about one."""
    tall = matrices.shape[1] > matrices.shape[2]
    x = (matrices.transpose(1, 2) if tall else matrices).bfloat16()
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    a, b, c = QUINTIC
    for _ in range(STEPS):
        square = x @ x.transpose(1, 2)
        x = a * x + (b * square + c * (square @ square)) @ x
    return x.transpose(1, 2) if tall else x


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, orthogonalised; decoupled weight decay. Matrices of one shape go together."""

    def __init__(self, matrices, momentum=0.95, decay=0.01):
        super().__init__(matrices, dict(lr=0.0, momentum=momentum, decay=decay))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            alike = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    alike.setdefault(matrix.shape, []).append(matrix)
            for shape, matrices in alike.items():
                self.update(matrices, group["lr"], group["momentum"], group["decay"], 0.2 * max(shape) ** 0.5)

    def update(self, matrices, rate, momentum, decay, scale):
        gradients = [matrix.grad for matrix in matrices]
        averages = [self.state[matrix].setdefault("m", torch.zeros_like(matrix)) for matrix in matrices]
        torch._foreach_mul_(averages, momentum)
        torch._foreach_add_(averages, gradients)
        ahead = torch._foreach_add(gradients, averages, alpha=momentum)
        updates = orthogonalised(torch.stack(ahead)).to(matrices[0].dtype)
        torch._foreach_mul_(matrices, 1 - rate * decay)
        torch._foreach_add_(matrices, list(updates), alpha=-rate * scale)


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
