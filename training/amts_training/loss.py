"""Cross-entropy: over part of the vocabulary for a CPU, over the whole of it for a GPU.

With 16,000 pieces the output layer and its softmax take a third of a step on a CPU. Here the normaliser is
estimated instead: all pieces that occur as targets in the batch are kept, the others are represented by a
uniform sample, each drawn piece standing for all that it was drawn from (its logit is raised by the logarithm
of their number; Jean et al. 2015). The gradient of that estimate is exact, and a quarter of the vocabulary
gives nearly the gradient of the whole. The logits of a whole batch are never held. On a GPU the output layer is a
small part of a step, and its batches hold most of the vocabulary anyway.
"""

import torch
from torch.nn import functional as F

from .symbols import PADDING

ROWS_AT_ONCE = 512  # logits of so many tokens stay in the processor's cache


def candidates(targets, vocabulary, drawn, generator=None):
    """Pieces to normalise over, the log of how many each stands for, and `targets` as numbers into them."""
    kept, inverse = torch.unique(targets, return_inverse=True)
    others = torch.ones(vocabulary, dtype=torch.bool, device=targets.device)
    others[kept] = False
    others = others.nonzero()[:, 0]
    drawn = min(drawn, len(others))
    chosen = others[torch.randperm(len(others), generator=generator)[:drawn].to(targets.device)]
    log_count = torch.zeros(len(kept) + drawn, device=targets.device)
    if drawn:
        log_count[len(kept):] = torch.tensor(len(others) / drawn).log()
    return torch.cat([kept, chosen]), log_count, inverse


class SampledCrossEntropy(torch.autograd.Function):
    """Mean label-smoothed loss of `hidden` [n, width] against `targets` [n] under the rows of `embedding`.

    Returns the plain loss in nats per piece (what is reported); the gradients are those of the smoothed one.
    """

    @staticmethod
    def forward(ctx, hidden, embedding, targets, smoothing, drawn):
        count, vocabulary = len(targets), len(embedding)
        pieces, log_count, target = candidates(targets, vocabulary, drawn)
        rows = embedding[pieces].bfloat16()
        columns = rows.t().contiguous()
        hidden = hidden.bfloat16()
        share = log_count.exp() * (smoothing / vocabulary)
        hidden_gradient = torch.empty(hidden.shape, dtype=torch.bfloat16, device=hidden.device)
        rows_gradient = torch.zeros(rows.shape, device=hidden.device)
        loss = torch.zeros((), device=hidden.device)
        for start in range(0, count, ROWS_AT_ONCE):
            part = slice(start, min(start + ROWS_AT_ONCE, count))
            logits = torch.mm(hidden[part], columns).float().add_(log_count)
            probability = torch.softmax(logits, 1)
            wanted = target[part, None]
            loss -= probability.gather(1, wanted).clamp_min(1e-12).log().sum()
            probability -= share
            probability.scatter_add_(1, wanted, torch.full(wanted.shape, smoothing - 1.0, device=hidden.device))
            gradient = probability.bfloat16()
            hidden_gradient[part] = torch.mm(gradient, rows)
            rows_gradient += torch.mm(gradient.t(), hidden[part])
        embedding_gradient = torch.zeros(embedding.shape, device=hidden.device)
        embedding_gradient[pieces] = rows_gradient
        ctx.save_for_backward(hidden_gradient, embedding_gradient)
        ctx.count = count
        return loss / count

    @staticmethod
    def backward(ctx, upstream):
        hidden_gradient, embedding_gradient = ctx.saved_tensors
        scale = upstream / ctx.count
        return hidden_gradient.float() * scale, embedding_gradient * scale, None, None, None


def whole_cross_entropy(hidden, embedding, answers, smoothing):
    """Label-smoothed loss of `hidden` [..., width] against `answers` [...] over all rows of `embedding`, and the
    plain one: means in nats per piece, padding left out."""
    probability = torch.log_softmax(F.linear(hidden, embedding).float(), -1)
    said = (answers != PADDING).float()
    plain = -(probability.gather(-1, answers[..., None])[..., 0] * said).sum() / said.sum()
    spread = -(probability.mean(-1) * said).sum() / said.sum()
    return (1 - smoothing) * plain + smoothing * spread, plain
