"""From numbered pairs to what the network is shown: input pieces and output pieces.

Input:  <2zh> source pieces [<term> source <is> target </term>]* [<fm8> a similar sentence's translation] </s>
Output: target pieces

The similar sentence is the best match among all others of the corpus (never the sentence itself), so the
network learns to take from a user's parallel data what fits. Some matches are wrong on purpose and some
bands are off by one: what is copied must be checked against the source (Bulte and Tezcan 2019; Xu et al. 2020).
"""

import dataclasses

import numpy as np

from . import augment
from .dataset import DEVELOPMENT
from .symbols import BANDS, END, SYNTHETIC, band_symbol, language_tag


@dataclasses.dataclass(frozen=True)
class Mixture:
    """Probabilities: that a match is shown where there is one; of those, that it is wrong or misnamed; that up
    to three terms are announced; that a phrase is put into markup (then nothing else is shown); that the source is cut
    into pieces by chance (where no terms or markup point at its pieces)."""

    match: float = 0.3
    wrong_match: float = 0.08
    shifted_band: float = 0.08
    terms: float = 0.15
    markup: float = 0.06
    cut: float = 0.0


class Examples:
    """Makes network inputs of at most `longest` pieces from the pairs of all directions.

    `vocabulary` is a SentencePieceProcessor.
    """

    def __init__(self, directions, vocabulary, longest, mixture=Mixture(), seed=0):
        self.directions = directions
        self.longest = longest
        self.mixture = mixture
        self.random = np.random.default_rng(seed)
        self.pieces = augment.Pieces(vocabulary)
        self.tags = [[vocabulary.piece_to_id(language_tag(d.target.language))]
                     + [vocabulary.piece_to_id(SYNTHETIC)] * d.synthetic for d in directions]
        self.bands = {band: vocabulary.piece_to_id(band_symbol(band)) for band in BANDS}

    def __iter__(self):
        """Endless training pairs, all directions equally often, machine-made sources less."""
        while True:
            drawn = [(number, int(index)) for number, direction in enumerate(self.directions)
                     for index in direction.draw(self.random, int(256 * direction.share))]
            for place in self.random.permutation(len(drawn)):
                yield self.training(*drawn[place])

    def training(self, number, index):
        """Pair `index` of a direction with whatever chance adds to it."""
        direction, random, mixture = self.directions[number], self.random, self.mixture
        source, target = direction.source[index], direction.target[index]
        if random.random() < mixture.markup:
            for phrase in self.phrases(direction, index, source, target, 1):
                source, target = (augment.with_markup(source, target, phrase, self.pieces, random)
                                  or (source, target))
            return self.input(number, source), target
        additions = []
        if random.random() < mixture.terms:
            chosen = self.phrases(direction, index, source, target, int(random.integers(1, 4)))
            additions.append(augment.term_pieces(source, target, chosen, self.pieces))
        elif random.random() < mixture.cut:
            source = self.pieces.cut_anew(source)
        match, band = self.match_of(direction, index)
        if match is not None and random.random() < mixture.match:
            additions.append(self.match_pieces(direction, *self.disturbed(direction, match, band)))
        return self.input(number, source, *additions), target

    def disturbed(self, direction, match, band):
        """A match and its band, now and then a wrong one or under a neighbouring band."""
        random, mixture = self.random, self.mixture
        chance = random.random()
        if chance < mixture.wrong_match:
            return int(random.integers(DEVELOPMENT, len(direction.target))), int(random.integers(5, 7))
        if chance < mixture.wrong_match + mixture.shifted_band:
            return match, min(9, max(5, band + int(random.choice((-1, 1)))))
        return match, band

    def phrases(self, direction, index, source, target, wanted):
        link = direction.links(index)
        return augment.phrases(source, target, link, self.pieces, self.random, wanted)

    def match_of(self, direction, index):
        """The best match of a pair and its band, or (None, None)."""
        match = int(direction.source.match[index])
        if match < DEVELOPMENT:
            return None, None
        return match, min(9, max(5, int(direction.source.similarity[index]) // 10))

    def match_pieces(self, direction, match, band):
        return [self.bands[band], *direction.target[match]]

    def input(self, number, source, *additions):
        """The input for a sentence in a direction; what would make it too long is left out."""
        result = [*self.tags[number], *source]
        for addition in additions:
            if len(result) + len(addition) < self.longest:
                result += addition
        return [*result, END]

    def human(self):
        """The directions of human translations, with their numbers."""
        return [(number, d) for number, d in enumerate(self.directions) if not d.synthetic]

    def close(self, least):
        """The development pairs of each direction whose match is at least `least` percent similar: the input alone,
        the input with the match, the target."""
        for number, direction in self.human():
            chosen = []
            for index in range(min(DEVELOPMENT, len(direction.source))):
                match, band = self.match_of(direction, index)
                if match is not None and direction.source.similarity[index] >= least:
                    source = direction.source[index]
                    shown = self.input(number, source, self.match_pieces(direction, match, band))
                    chosen.append((self.input(number, source), shown, direction.target[index]))
            yield direction.name, chosen

    def development(self, with_match):
        """The development pairs of each direction that have, or have not, a match; the match is shown."""
        for number, direction in self.human():
            chosen = []
            for index in range(min(DEVELOPMENT, len(direction.source))):
                match, band = self.match_of(direction, index)
                if (match is not None) == with_match:
                    addition = self.match_pieces(direction, match, band) if with_match else ()
                    chosen.append((self.input(number, direction.source[index], addition), direction.target[index]))
            yield direction.name, chosen
