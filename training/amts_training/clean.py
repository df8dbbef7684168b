"""What is left out of the corpora, each time for a reason with a name that is counted.

Cheap rules in the spirit of the published ones for parallel corpora (bicleaner's hard rules): they look for
pairs that are no translations of each other, or no sentences. Style is not judged here; see `register`.
"""

import collections
import re

from .protect import SPAN

LONGEST = 700  # characters
VARIANTS = 3  # translations kept of one source, and sentences kept of one template

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
WORD = re.compile(r"[^\W\d_]{2,}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ENDING = re.compile(r"([.。!！?？:：;；…,，、]?)[\s\"'”’»*_)）\]】`]*$")
CODE_LIKE = re.compile(r"[;{}]\s*$|^\s*(?:[$>#]\s|//|/\*|@\w|import |from \w+ import|def |class \w+[:(]|</)")


def words(text):
    """A length that is comparable between languages: Latin words plus Han characters by 1.6."""
    return len(WORD.findall(HAN.sub(" ", text))) + len(HAN.findall(text)) / 1.6


def numbers(text):
    """The numbers that a translation must repeat: of two digits or more, separators aside."""
    found = (re.sub(r"\D", "", number) for number in NUMBER.findall(text))
    return collections.Counter(number for number in found if len(number) > 1)


def ending(text):
    """Whether a sentence ends as one: full stop, colon, something else, nothing."""
    mark = ENDING.search(text).group(1)
    return {"。": ".", "！": "!", "？": "?", "：": ":", "；": ".", ";": ".", "…": ".", "!": "."}.get(mark, mark)


def fault(source, target, target_language):
    """The reason to leave a pair out, or None. Both sides are normalised text."""
    if not source or not target:
        return "empty"
    if len(source) > LONGEST or len(target) > LONGEST:
        return "too long"
    if source == target:
        return "untranslated"
    bare_source, bare_target = SPAN.sub(" ", source), SPAN.sub(" ", target)
    if not LATIN.search(bare_source):
        return "no words"
    if target_language == "zh":
        if not HAN.search(bare_target):
            return "not Chinese"
        if len(HAN.findall(bare_source)) > 1:
            return "Chinese in the source"
    elif HAN.search(source + target):
        return "Chinese in a Latin text"
    if CODE_LIKE.search(source):
        return "code"
    length, other = words(bare_source), words(bare_target)
    if max(length, other) > 2.2 * min(length, other) + 4:
        return "unlike lengths"
    if numbers(bare_source) != numbers(bare_target):
        return "unlike numbers"
    if length > 6 and ending(source) != ending(target) and "" in (ending(source), ending(target)):
        return "unlike ends"
    return None


def template(text):
    """A sentence without what varies in generated text: numbers, protected spans, case."""
    return re.sub(r"\d+", "0", SPAN.sub("@", text)).casefold()


class Repeats:
    """Finds pairs seen before, sources with many translations, and templates filled in over and over."""

    def __init__(self):
        self.pairs = set()
        self.templates = collections.Counter()

    def fault(self, source, target):
        pair = hash((source, target))
        if pair in self.pairs:
            return "seen before"
        self.pairs.add(pair)
        filled = hash(template(source))
        self.templates[filled] += 1
        return "template" if self.templates[filled] > VARIANTS else None
