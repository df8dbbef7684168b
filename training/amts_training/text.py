"""The form in which text reaches the vocabulary: Unicode NFC, single spaces. Nothing else is changed."""

import re
import unicodedata


def normalised(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
