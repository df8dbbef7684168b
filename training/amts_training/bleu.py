"""Corpus BLEU with the two tokenisations that matter here, for development; released scores come from AMTS's own
`evaluate`, which is checked against sacreBLEU.

Signature: nrefs:1|case:mixed|eff:no|tok:13a or zh|smooth:exp (Papineni et al. 2002; Post 2018).
"""

import collections
import math
import re

CHINESE = re.compile(r"([\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f])")


def tokens(text, language):
    """Words and punctuation; for Chinese every character by itself."""
    if language == "zh":
        text = CHINESE.sub(r" \1 ", text)
    text = re.sub(r"([{-~\[-` -&(-+:-@/])", r" \1 ", text)
    text = re.sub(r"([^0-9])([.,])", r"\1 \2 ", text)
    text = re.sub(r"([.,])([^0-9])", r" \1 \2", text)
    return re.sub(r"([0-9])(-)", r"\1 \2 ", text).split()


def ngrams(words, size):
    return collections.Counter(tuple(words[i:i + size]) for i in range(len(words) - size + 1))


def bleu(answers, references, language):
    """BLEU, 0 to 100, of answers against one reference each."""
    matched, possible = [0] * 4, [0] * 4
    answer_length = reference_length = 0
    for answer, reference in zip(answers, references, strict=True):
        said, wanted = tokens(answer, language), tokens(reference, language)
        answer_length += len(said)
        reference_length += len(wanted)
        for size in range(1, 5):
            grams = ngrams(said, size)
            matched[size - 1] += (grams & ngrams(wanted, size)).total()
            possible[size - 1] += grams.total()
    if not matched[0]:
        return 0.0
    logs, smoothing = 0.0, 1.0
    for hit, total in zip(matched, possible, strict=True):
        if total == 0:
            return 0.0
        if hit == 0:
            smoothing *= 2
            hit = 1 / smoothing
        logs += math.log(hit / total)
    brevity = min(0.0, 1 - reference_length / answer_length)
    return 100 * math.exp(brevity + logs / 4)
