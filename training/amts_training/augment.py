"""What is added to sentence pairs so that the network learns AMTS's instructions: terms and markup.

Both rest on *phrases*: a few source pieces and a few target pieces that word alignment links to each other and
to nothing else. A phrase pair may be announced as a term (`<term> source <is> target </term>` after the
sentence; Dinu et al. 2019), or wrapped on both sides into the same markup: emphasis, a link, or a pair of
placeholders such as HTML tags become (Hanneman and Dinu 2020).
"""

import dataclasses
import re

from .clean import HAN
from .symbols import IS, PLACEHOLDERS, TERM, TERM_END, placeholder

UNLINKED = 255
LONGEST_SOURCE, LONGEST_TARGET = 5, 6  # pieces of a phrase
CUT = 0.3  # what a cut's log-probability is multiplied by before one is drawn: the smaller, the more evenly
COMMON = 150  # the most frequent pieces do not begin or end a phrase


@dataclasses.dataclass(frozen=True)
class Phrase:
    """Source pieces [start, end) say what target pieces [target_start, target_end) say."""

    start: int
    end: int
    target_start: int
    target_end: int


class Pieces:
    """What is known about each piece of the vocabulary, and text made of pieces."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.texts = [vocabulary.id_to_piece(i) for i in range(vocabulary.get_piece_size())]
        # a piece that is a byte is called <0xE6>, which the network must never see as text
        self.bytes = {i: bytes([int(text[3:5], 16)]) for i, text in enumerate(self.texts) if vocabulary.is_byte(i)}
        letter = re.compile(r"[^\W\d_]")
        symbol = re.compile(r"<\w*>|</\w+>|⟦")
        self.begins = [text.startswith("▁") or bool(HAN.search(text)) for text in self.texts]
        self.wordlike = [bool(letter.search(text)) and not symbol.match(text) for text in self.texts]
        self.number = {text: i for i, text in enumerate(self.texts)}
        self.placeholders = [(placeholder(n), self.number[placeholder(n)]) for n in range(PLACEHOLDERS)]
        # a unigram vocabulary lists its pieces by falling probability, after symbols and bytes
        words = [i for i, wordlike in enumerate(self.wordlike) if wordlike]
        self.common = set(words[:COMMON])

    def text(self, sentence):
        """The text of pieces with the space before the first, if it has one; half a character is left out."""
        parts = (self.bytes.get(piece) or self.texts[piece].replace("▁", " ").encode() for piece in sentence)
        return b"".join(parts).decode("utf-8", "ignore")

    def cut_anew(self, sentence):
        """The pieces of the same text, cut otherwise by chance (subword regularisation; Kudo 2018)."""
        return self.vocabulary.encode(self.vocabulary.decode(sentence), enable_sampling=True, alpha=CUT, nbest_size=-1)

    def alone(self, sentence):
        """The pieces of the same words when they stand alone."""
        return self.vocabulary.encode(self.text(sentence).strip())

    def wrapped(self, sentence, start, end, before, after):
        """The pieces of `sentence` with marks around [start, end), inside of spaces."""
        left, inner, right = (self.text(part) for part in (sentence[:start], sentence[start:end], sentence[end:]))
        space = " " if inner.startswith(" ") else ""
        return self.vocabulary.encode((left + space + before + inner.strip() + after + right).strip())

    def boundary(self, sentence, place):
        """Whether a word may end before `place`."""
        return place >= len(sentence) or self.begins[sentence[place]] or not self.wordlike[sentence[place]]


def phrases(source, target, link, pieces, random, wanted):
    """Up to `wanted` phrases that do not overlap, in source order; `link` holds a target place per source piece."""
    linked_from = {}
    for place, other in enumerate(link):
        if other != UNLINKED:
            linked_from[other] = place
    found, taken = [], set()
    for start in random.permutation(len(source))[:12 * wanted]:
        start = int(start)
        if len(found) == wanted:
            break
        if not pieces.wordlike[source[start]] or not pieces.begins[source[start]]:
            continue
        end = start + int(random.integers(1, LONGEST_SOURCE + 1))
        while end < len(source) and not pieces.boundary(source, end):
            end += 1
        if end > len(source) or end - start > LONGEST_SOURCE or taken & set(range(start, end)):
            continue
        phrase = projected(source, target, link, linked_from, pieces, start, end)
        if phrase:
            found.append(phrase)
            taken |= set(range(start, end))
    return sorted(found, key=lambda phrase: phrase.start)


def projected(source, target, link, linked_from, pieces, start, end):
    """The phrase whose source side is [start, end), or None where alignment gives no clean one."""
    if not all(pieces.wordlike[piece] for piece in source[start:end]):
        return None
    if source[start] in pieces.common or source[end - 1] in pieces.common:
        return None
    places = [link[k] for k in range(start, end) if link[k] != UNLINKED]
    if link[start] == UNLINKED or 2 * len(places) < end - start:
        return None
    target_start, target_end = min(places), max(places) + 1
    while target_end < len(target) and not pieces.boundary(target, target_end) and target_end not in linked_from:
        target_end += 1
    while target_start > 0 and not pieces.begins[target[target_start]] and target_start - 1 not in linked_from:
        target_start -= 1
    if target_end - target_start > LONGEST_TARGET or not pieces.boundary(target, target_end):
        return None
    if not pieces.begins[target[target_start]]:
        return None
    inside = range(target_start, target_end)
    if not all(pieces.wordlike[target[j]] and start <= linked_from.get(j, start) < end for j in inside):
        return None
    return Phrase(start, end, target_start, target_end)


def term_pieces(source, target, chosen, pieces):
    """The pieces that announce phrases as terms, as they will be announced at run time."""
    result = []
    for phrase in chosen:
        result += [pieces.number[TERM], *pieces.alone(source[phrase.start:phrase.end]), pieces.number[IS],
                   *pieces.alone(target[phrase.target_start:phrase.target_end]), pieces.number[TERM_END]]
    return result


def with_markup(source, target, phrase, pieces, random):
    """Both sentences with the phrase inside the same markup, or None if too few placeholders are left."""
    unused = [mark for mark, number in pieces.placeholders if number not in source]
    random.shuffle(unused)
    if len(unused) < 2:
        return None
    before, after = (("**", "**"), ("*", "*"), ("[", "]" + unused[0]), (unused[0], unused[1]))[random.integers(4)]
    return (pieces.wrapped(source, phrase.start, phrase.end, before, after),
            pieces.wrapped(target, phrase.target_start, phrase.target_end, before, after))
