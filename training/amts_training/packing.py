"""Several sentence pairs to a row: batches of one fixed size with next to no padding.

A kernel is chosen anew for every shape that a CPU has not seen, which costs more than it computes; and padding
costs as much as text. So pairs are laid into rows of fixed length, the fullest row that still has room first.
"""

import bisect
import dataclasses

import numpy as np
import torch

from .symbols import END, START


@dataclasses.dataclass
class Batch:
    """Token numbers, the pair each token belongs to in its row (0: padding), its position; `answer` is what
    the decoder should say at each target position."""

    source: torch.Tensor
    source_pair: torch.Tensor
    source_position: torch.Tensor
    target: torch.Tensor
    target_pair: torch.Tensor
    target_position: torch.Tensor
    answer: torch.Tensor

    def tensors(self):
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def pin_memory(self):
        """Called by PyTorch's loader, so that copying to a GPU does not wait."""
        return Batch(*(tensor.pin_memory() for tensor in self.tensors()))

    def to(self, device):
        """The batch on a device, in the 64 bits that indexing wants."""
        return Batch(*(tensor.to(device, non_blocking=True).long() for tensor in self.tensors()))


def rows(examples, length, waiting=1000):
    """Groups (source, target) pairs of token lists from an endless iterator into rows, for ever.

    Of the `waiting` pairs at hand the longest opens a row; each next one is the longest that still fits on
    both sides. Pairs longer than a row are left out.
    """
    sizes, pool = [], []  # sorted by size = the longer side
    while True:
        while len(pool) < waiting:
            example = next(examples)
            size = max(len(example[0]), len(example[1]) + 1)
            if size <= length:
                place = bisect.bisect_right(sizes, size)
                sizes.insert(place, size)
                pool.insert(place, example)
        row, room_source, room_target = [], length, length
        last = len(pool) - 1
        while last >= 0:
            source, target = pool[last]
            if len(source) <= room_source and len(target) + 1 <= room_target:
                row.append((source, target))
                room_source -= len(source)
                room_target -= len(target) + 1
                del sizes[last], pool[last]
                last = min(last, bisect.bisect_right(sizes, max(room_source, room_target))) - 1
            else:
                last -= 1
        yield row


def in_order(pairs, length):
    """Groups a list of pairs into rows in the order they come in; pairs longer than a row are left out."""
    result, room_source, room_target = [], 0, 0
    for source, target in pairs:
        if max(len(source), len(target) + 1) > length:
            continue
        if len(source) > room_source or len(target) + 1 > room_target:
            result.append([])
            room_source, room_target = length, length
        result[-1].append((source, target))
        room_source -= len(source)
        room_target -= len(target) + 1
    return result


def batch(rows_of_pairs, length):
    """Lays rows of pairs out as tensors of 32 bits: half the way between a loader's processes."""
    arrays = np.zeros((7, len(rows_of_pairs), length), np.int32)
    source, source_pair, source_position, target, target_pair, target_position, answer = arrays
    for r, row in enumerate(rows_of_pairs):
        s = t = 0
        for number, (input_pieces, output_pieces) in enumerate(row, 1):
            n, m = len(input_pieces), len(output_pieces) + 1
            source[r, s:s + n] = input_pieces
            source_pair[r, s:s + n] = number
            source_position[r, s:s + n] = np.arange(n)
            target[r, t:t + m] = [START, *output_pieces]
            answer[r, t:t + m] = [*output_pieces, END]
            target_pair[r, t:t + m] = number
            target_position[r, t:t + m] = np.arange(m)
            s += n
            t += m
    return Batch(*map(torch.from_numpy, arrays))
