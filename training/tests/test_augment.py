"""What is added to sentences, with the vocabulary of the default model."""

import pathlib
import unittest

try:
    import sentencepiece

    from amts_training.augment import Pieces
except ImportError:
    sentencepiece = None

MODEL = pathlib.Path(__file__).parents[2] / "model/src/main/resources/org/amts/model/spm.model"


@unittest.skipUnless(sentencepiece, "SentencePiece is not installed")
class AugmentTest(unittest.TestCase):
    def test_characters_that_bytes_spell_stay_characters(self):
        """Once they became <0xE6><0xA4><0x85>, which the network then learnt to write."""
        vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(MODEL))
        sentence = vocabulary.encode("这把椅子 is new")
        self.assertTrue(any(vocabulary.is_byte(piece) for piece in sentence))
        pieces = Pieces(vocabulary)
        self.assertEqual("这把椅子 is new", pieces.text(sentence).strip())
        wrapped = pieces.wrapped(sentence, len(sentence) - 1, len(sentence), "*", "*")
        self.assertEqual("这把椅子 is *new*", vocabulary.decode(wrapped))


if __name__ == "__main__":
    unittest.main()
