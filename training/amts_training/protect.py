"""Placeholders for what must come through a translation untouched: code, maths, roles, link targets, tags, URLs.

The spans are those that AMTS protects at run time (`org.amts.segment.SegmentParser`), so that the network is
trained on what it will be given: link text and emphasis stay in the text, `](target)` keeps its brackets and
loses its target. A span has one symbol wherever it occurs in a sentence, and the symbols' numbers are drawn at
random, so that the network learns to copy them and not to count.

Text in which AMTS itself has set its marks `⟦0⟧`, `⟦1⟧` … is taken as well: a mark is a span like any other, and
the same number on both sides of a pair is the same span.
"""

import re

from .symbols import PLACEHOLDERS, placeholder

SPAN = re.compile(
    r"""
      \$\$[^$]+\$\$                                   # display maths
    | \$(?!\s)[^$]*[^$\s\\]\$                          # maths
    | (?::[a-z][a-z:-]*:|\{[a-z][a-z:-]*\})`[^`]+`_?   # role: :numref:`fig`, {ref}`name`
    | (?P<fence>`+)(?!`).+?(?<!`)(?P=fence)(?!`)_?     # code span
    | (?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)  # link target with title
    | <https?://[^\s<>]+>                              # autolink
    | https?://[^\s<>()\[\]`"“”，。；、）】]*[\w/=&\#-]   # bare URL
    | </?[A-Za-z][^<>]{0,120}>                         # HTML tag, <xref:...>
    | %\([a-z_]+\)[sd]                                 # printf field
    | (?<![\\^_}A-Za-z])\{[A-Za-z_0-9]+\}              # template field, but not part of TeX
    | &(?:\#\d+|[A-Za-z]+);                            # entity
    | ⟦\d+⟧                                           # a mark that AMTS has set already
    """,
    re.VERBOSE,
)


def spans(text):
    """The protected spans of a text in order."""
    return [match.group(0) for match in SPAN.finditer(text)]


def substitute(text, symbol_of):
    """`text` with every span that has a symbol replaced by it."""
    return SPAN.sub(lambda match: symbol_of.get(match.group(0), match.group(0)), text)


def draw_symbols(random, count):
    """`count` different placeholder symbols in random order."""
    return [placeholder(int(number)) for number in random.permutation(PLACEHOLDERS)[:count]]


def marked(text, random):
    """A text on its own with its spans replaced; beyond sixteen different ones the rest stays as it is."""
    different = list(dict.fromkeys(spans(text)))[:PLACEHOLDERS]
    return substitute(text, dict(zip(different, draw_symbols(random, len(different)))))


def kind(span):
    """What a span is, coarsely; a localised link target may correspond to another of the same kind."""
    return "link" if span.startswith(("(", "http", "<http")) else span[0]


def marked_pair(source, target, random):
    """Both sides with the same symbol for what corresponds, or None where the spans do not agree.

    Spans correspond if they are equal; a single remaining one on each side corresponds if it is of the same
    kind (a link to the translated page). A pair whose sides protect different things is no good example.
    """
    in_source, in_target = spans(source), spans(target)
    different = list(dict.fromkeys(in_source))
    if len(different) > PLACEHOLDERS:
        return None
    symbol_of = dict(zip(different, draw_symbols(random, len(different))))
    target_symbols = dict(symbol_of)
    alone_in_source = [span for span in different if span not in in_target]
    alone_in_target = [span for span in dict.fromkeys(in_target) if span not in symbol_of]
    if len(alone_in_source) == len(alone_in_target) == 1 and kind(alone_in_source[0]) == kind(alone_in_target[0]):
        target_symbols[alone_in_target[0]] = symbol_of[alone_in_source[0]]
    elif alone_in_source or alone_in_target:
        return None
    if sorted(symbol_of[s] for s in in_source) != sorted(target_symbols[s] for s in in_target):
        return None
    return substitute(source, symbol_of), substitute(target, target_symbols)
