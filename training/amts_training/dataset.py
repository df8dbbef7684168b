"""The prepared data: numbered sentence pairs as arrays on disk, read without copying.

A *corpus* is one language pair. Its files, in one folder, for `en-zh` and the side `en`:

    en-zh.en.tokens.npy   uint16, the pieces of all sentences one after the other
    en-zh.en.starts.npy   int64, where each sentence starts, one more than there are sentences
    en-zh.en.match.npy    int32, the sentence that is most similar to each (-1: none)
    en-zh.en.similarity.npy  uint8, its similarity in percent
    en-zh.weight.npy      float32, how often each pair is to be seen, relative to others
    en-zh.link.npy        uint8, for each piece of the first side the place of its piece in the other (255: none)

The first `DEVELOPMENT` pairs of a corpus are never trained on and never serve as a match.

A corpus that `back` made, `zh-en.back.en-es`, has a machine-made first side and serves in one direction, out of it. It
has no matches and no links.
"""

import dataclasses
import pathlib

import numpy as np

DEVELOPMENT = 500
BACK = ".back."  # in the name of a corpus whose first side was made by machine
BACK_SHARE = 0.5  # how often such a direction is drawn, beside one of human translations


class Side:
    """The sentences of one language of a corpus."""

    def __init__(self, folder, corpus, language):
        def array(name):
            return np.load(pathlib.Path(folder) / f"{corpus}.{language}.{name}.npy", mmap_mode="r")

        self.language = language
        self.tokens, self.starts = array("tokens"), array("starts")
        if BACK in corpus:
            self.match, self.similarity = (np.broadcast_to(np.int8(value), len(self)) for value in (-1, 0))
        else:
            self.match, self.similarity = array("match"), array("similarity")

    def __len__(self):
        return len(self.starts) - 1

    def __getitem__(self, index):
        return self.tokens[self.starts[index]:self.starts[index + 1]].tolist()


@dataclasses.dataclass
class Direction:
    """Translation of one side of a corpus into the other; `weight` says how often each pair is to be seen.

    `link` is the corpus' word alignment; `reverse` says that the source is the corpus' second
    side, and `synthetic` that the source is machine-made.
    """

    source: Side
    target: Side
    weight: np.ndarray
    link: np.ndarray
    reverse: bool
    synthetic: bool = False
    cumulative: np.ndarray = dataclasses.field(init=False)

    def __post_init__(self):
        self.set_temperature(1.0)

    def set_temperature(self, temperature):
        """Draws by weight ** (1 / temperature) from now on: the higher, the more evenly."""
        self.cumulative = np.cumsum(self.weight[DEVELOPMENT:].astype(np.float64) ** (1 / temperature))

    @property
    def name(self):
        return f"{self.source.language}-{self.target.language}"

    @property
    def share(self):
        """How often the direction is drawn, relative to others."""
        return BACK_SHARE if self.synthetic else 1.0

    def draw(self, random, count):
        """Numbers of `count` training pairs, drawn by weight."""
        points = random.random(count) * self.cumulative[-1]
        return np.searchsorted(self.cumulative, points, side="right") + DEVELOPMENT

    def links(self, index):
        """For each piece of source sentence `index` the place of its target piece, 255 where it has none."""
        first, second = (self.target, self.source) if self.reverse else (self.source, self.target)
        link = self.link[first.starts[index]:first.starts[index + 1]].tolist()
        if not self.reverse:
            return link
        inverse = [255] * int(second.starts[index + 1] - second.starts[index])
        for place, other in enumerate(link):
            if other != 255:
                inverse[other] = place
        return inverse


def corpora(folder):
    """Names of the corpora of human translations in `folder`, such as en-es and en-zh, sorted."""
    return [name for name in names(folder) if BACK not in name]


def names(folder):
    """Names of all corpora in `folder`, sorted."""
    return sorted(path.name.removesuffix(".weight.npy") for path in pathlib.Path(folder).glob("*.weight.npy"))


def directions(folder):
    """Both directions of every corpus of human translations in `folder`, and those that `back` made."""
    result = []
    for corpus in names(folder):
        first, second = (Side(folder, corpus, language) for language in corpus.split(BACK)[0].split("-"))
        weight = np.load(pathlib.Path(folder) / f"{corpus}.weight.npy")
        if BACK in corpus:
            link = np.broadcast_to(np.uint8(255), len(first.tokens))
            result.append(Direction(first, second, weight, link, False, synthetic=True))
        else:
            link = np.load(pathlib.Path(folder) / f"{corpus}.link.npy", mmap_mode="r")
            result += [Direction(first, second, weight, link, False),
                       Direction(second, first, weight, link, True)]
    return result


def save_sentences(folder, corpus, language, sentences):
    """Writes the token arrays of one side."""
    lengths = np.fromiter((len(sentence) for sentence in sentences), np.int64, len(sentences))
    tokens = np.fromiter((piece for sentence in sentences for piece in sentence), np.uint16, int(lengths.sum()))
    np.save(f"{folder}/{corpus}.{language}.tokens.npy", tokens)
    np.save(f"{folder}/{corpus}.{language}.starts.npy", np.concatenate([[0], np.cumsum(lengths)]))
