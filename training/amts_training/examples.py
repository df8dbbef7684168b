"""From numbered pairs to what the network is shown: input pieces and output pieces.

Input:  <2zh> source pieces [<fm8> pieces of a similar sentence's translation] </s>
Output: target pieces

The similar sentence is the best match among all others of the corpus (never the sentence itself), so the
network learns to take from a user's parallel data what fits. Some matches are wrong on purpose and some
bands are off by one: what is copied must be checked against the source (Bulte and Tezcan 2019; Xu et al. 2020).
"""

import dataclasses

import numpy as np

from .dataset import DEVELOPMENT
from .symbols import BANDS, END, band_symbol, language_tag

LONGEST_INPUT = 250  # pieces, with the match; a match that does not fit is left out


@dataclasses.dataclass(frozen=True)
class Mixture:
    """Probabilities: that a match is shown where there is one; of those, that it is wrong or misnamed."""

    match: float = 0.25
    wrong_match: float = 0.08
    shifted_band: float = 0.08


class Examples:
    """Makes network inputs from the pairs of all directions; `vocabulary` is a SentencePieceProcessor."""

    def __init__(self, directions, vocabulary, mixture=Mixture(), seed=0):
        self.directions = directions
        self.mixture = mixture
        self.random = np.random.default_rng(seed)
        self.tags = [vocabulary.piece_to_id(language_tag(d.target.language)) for d in directions]
        self.bands = {band: vocabulary.piece_to_id(band_symbol(band)) for band in BANDS}

    def __iter__(self):
        """Endless training pairs, all directions equally often."""
        while True:
            blocks = [direction.draw(self.random, 256) for direction in self.directions]
            for indices in zip(*blocks, strict=True):
                for number, index in enumerate(indices):
                    yield self.training(number, int(index))

    def training(self, number, index):
        """Pair `index` of a direction with whatever chance adds to it."""
        direction, random = self.directions[number], self.random
        match, band = self.match_of(direction, index)
        if match is None or random.random() >= self.mixture.match:
            return self.pair(number, index)
        chance = random.random()
        if chance < self.mixture.wrong_match:
            match = int(random.integers(DEVELOPMENT, len(direction.target)))
            band = int(random.integers(5, 7))
        elif chance < self.mixture.wrong_match + self.mixture.shifted_band:
            band = min(9, max(5, band + int(random.choice((-1, 1)))))
        return self.pair(number, index, match, band)

    def match_of(self, direction, index):
        """The best match of a pair and its band, or (None, None)."""
        match = int(direction.source.match[index])
        if match < DEVELOPMENT:
            return None, None
        return match, min(9, max(5, int(direction.source.similarity[index]) // 10))

    def pair(self, number, index, match=None, band=None):
        """Input and output of one pair, with the translation of sentence `match` as a fuzzy match."""
        direction = self.directions[number]
        source = [self.tags[number], *direction.source[index]]
        if match is not None:
            similar = direction.target[match]
            if len(source) + len(similar) + 1 < LONGEST_INPUT:
                source += [self.bands[band], *similar]
        return source + [END], direction.target[index]
