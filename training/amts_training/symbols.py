"""The pieces with a meaning of their own, and the numbers of the four that every model has."""

PADDING, UNKNOWN, START, END = 0, 1, 2, 3

LANGUAGES = ("en", "zh", "es", "ja", "ko", "pt", "fr", "de", "tr", "vi")  # tags exist before the data does
PLACEHOLDERS = 16
BANDS = range(5, 10)  # a fuzzy match of similarity 0.73 is announced by <fm7>
TERM, IS, TERM_END = "<term>", "<is>", "</term>"
SPARE = 8  # symbols that had no meaning when the vocabulary was learnt, so that later models can keep it
SYNTHETIC = "<x0>"  # follows the language tag: the source was made by machine


def language_tag(language):
    """The first piece of the input: the language to translate into."""
    return f"<2{language}>"


def band_symbol(band):
    """The piece before a fuzzy match, by tenths of its similarity."""
    return f"<fm{band}>"


def placeholder(number):
    """The piece that stands for a protected span, number 0 to 15."""
    return f"⟦c{number}⟧"


def all_symbols():
    """Every symbol, in the order in which the vocabulary holds them after the four fixed pieces."""
    return ([language_tag(language) for language in LANGUAGES] + [band_symbol(band) for band in BANDS]
            + [TERM, IS, TERM_END] + [placeholder(number) for number in range(PLACEHOLDERS)]
            + [f"<x{number}>" for number in range(SPARE)])
