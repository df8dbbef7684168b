"""Placeholders: what is a span, what corresponds, what is left alone."""

import importlib.util
import unittest


@unittest.skipUnless(importlib.util.find_spec("numpy"), "skipped: NumPy is not installed here")
class ProtectTest(unittest.TestCase):

    def setUp(self):
        import numpy

        from amts_training import protect

        self.protect, self.random = protect, numpy.random.default_rng(1)

    def test_spans_are_those_that_amts_protects(self):
        for text, spans in {
            "see [the guide](a.md \"t\") and *this*": ["(a.md \"t\")"],
            "![alt](x.png) costs $5 or $6": ["(x.png)"],
            "the `f(x)` of $x_i$ in :numref:`fig_a`": ["`f(x)`", "$x_i$", ":numref:`fig_a`"],
            "a<br>b at https://example.org/a?b=1.": ["<br>", "https://example.org/a?b=1"],
            "见 https://example.org/a。": ["https://example.org/a"],
            "``a`b`` and ⟦0⟧": ["``a`b``", "⟦0⟧"],
            "a < b and c > d": [],
            "nothing (at all) [here]": [],
        }.items():
            with self.subTest(text):
                self.assertEqual(spans, self.protect.spans(text))

    def test_equal_spans_share_a_symbol_and_order_is_free(self):
        source, target = self.protect.marked_pair("`a` is `b`, `a` is not", "`b` 是 `a`，`a` 不是", self.random)
        symbols = [word for word in source.replace(",", " ").split() if word.startswith("⟦")]
        self.assertEqual(symbols[0], symbols[2])
        self.assertNotEqual(symbols[0], symbols[1])
        self.assertEqual(sorted(symbols), sorted([symbols[0], *target.split()[0:1], symbols[0]]))
        self.assertNotIn("`", source + target)

    def test_a_localised_link_target_corresponds(self):
        source, target = self.protect.marked_pair("[a](en/x.md)", "[b](zh/x.md)", self.random)
        self.assertEqual(source[3:], target[3:])

    def test_pairs_with_different_spans_are_refused(self):
        self.assertIsNone(self.protect.marked_pair("`a` and `b`", "`a`", self.random))
        self.assertIsNone(self.protect.marked_pair("`a`", "`a` `a`", self.random))
        self.assertIsNone(self.protect.marked_pair("`a`", "$a$", self.random))

    def test_numbers_are_drawn_and_not_counted(self):
        first = {self.protect.marked("`a`", self.random) for _ in range(100)}
        self.assertGreater(len(first), 8)


if __name__ == "__main__":
    unittest.main()
