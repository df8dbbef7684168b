"""Writes golden.jsonl: sentences of our own and what sacreBLEU says of them. See README.md."""

import functools
import json
import random

import sacrebleu
import sacrebleu.metrics.ter
from sacrebleu.metrics import BLEU, CHRF, TER

# A translation and one or two references for it.
NATURAL = [
    ("The loss falls quickly during the first epochs.", ["The loss drops quickly in the first few epochs.", "During the first epochs the loss falls fast."]),
    ("We split the data in two halves.", ["We split the data into two halves."]),
    ("A model with 1,000 parameters, trained for 3.5 hours.", ["A model with 1000 parameters that was trained for 3.5 hours."]),
    ("It isn't the optimizer's fault; it's the learning rate's.", ["It is not the fault of the optimizer: it's the learning rate's."]),
    ("Call `fit(x, y)` before `predict(x)`.", ["Before `predict(x)`, call `fit(x, y)`."]),
    ("See https://example.org/a?b=1&c=2 for details.", ["For details see https://example.org/a?b=1&c=2."]),
    ("Tags such as &lt;b&gt; and &amp;amp; are &quot;escaped&quot;.", ["Tags such as <b> and &amp; are \"escaped\"."]),
    ("The gradient vanishes.", ["The gradient vanishes."]),
    ("", ["An empty translation is no translation."]),
    ("Something where nothing should be.", [""]),
    ("", [""]),
    ("   ", ["Only spaces on the left."]),
    ("No word in common", ["Ninguna palabra igual aquí"]),
    ("one", ["one"]),
    ("one two", ["one two three"]),
    ("one two three", ["three two one"]),
    ("a a a a a a a a", ["a a a b"]),
    ("The cat the cat the cat.", ["The cat is here.", "Here is the cat, the cat!"]),
    ("Prices rose by 12.5% in 2019-2020 (see Table 3-1).", ["In 2019–2020 prices went up by 12.5 % (cf. Table 3-1)."]),
    ("1.5,2.5,3.5", ["1.5, 2.5, 3.5"]),
    ("Wait... what?! No -- really?", ["Wait ... what ?! No – really ?"]),
    ("A hyphen-\nated line\nand another", ["A hyphenated line and another"]),
    ("skip <skipped> this", ["skip this"]),
    ("ISTANBUL İstanbul ıstanbul", ["istanbul istanbul istanbul"]),
    ("ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ", ["οδυσσευς ὀδυσσεύς"]),
    ("Straße STRASSE straße", ["strasse straße STRASSE"]),
    ("no\u00a0break\u2003spaces\u3000and\u200bothers\x1cx\x85y", ["no break spaces and others x y"]),
    ("emoji 😀😃 and 𝒙𝒚 maths", ["emoji 😀 😃 and 𝒙 𝒚 maths"]),
    ("“Curly” quotes — and ‘dashes’ – too…", ["\"Curly\" quotes - and 'dashes' - too..."]),
    ("a→b ≤ c × d ∑ e ∈ R", ["a → b ≤ c·d ∑ e ∈ ℝ"]),
    ("x=[1,2]; y={3:4}; z=x|y~w^v", ["x = [1, 2]; y = {3: 4}; z = x | y ~ w ^ v"]),
    ("(hi) 'there' -ish", ["(hi 'there -ish)"]),
    ("损失函数在前几个周期迅速下降。", ["在最初的几个迭代周期里，损失函数下降得很快。", "前几个周期损失迅速下降。"]),
    ("我们把数据分成两半。", ["我们将数据一分为二。"]),
    ("模型有1,000个参数，训练了3.5小时。", ["该模型有1000个参数，训练用了3.5个小时。"]),
    ("机器翻译（machine translation）指的是将序列从一种语言自动翻译成另一种语言。", ["机器翻译（machine translation）是指把一个序列从一种语言自动地译成另一种语言。"]),
    ("在调用`fit(x, y)`之前不要调用`predict(x)`。", ["先调用`fit(x, y)`，再调用`predict(x)`。"]),
    ("梯度消失了。", ["梯度消失了。"]),
    ("GPU的显存不够用", ["GPU 的显存不足"]),
    ("“词元”——也叫“标记”……", ["“词元”也称为“标记”。"]),
    ("第１２章，第３节", ["第12章第3节"]),
    ("㐀㐁 𠀀𠀁 豈更 ⺀⺁ ㈠㈡", ["㐀 𠀀 更豈 ⺁ ㈡"]),
    ("カタカナとひらがな混じりの文。", ["ひらがなとカタカナが混じった文。"]),
    ("한국어 문장입니다.", ["이것은 한국어 문장입니다."]),
    ("请参阅https://example.org/zh/索引.html。", ["参见 https://example.org/zh/索引.html。"]),
    ("中文，English，和 español 混排！", ["中文、English 和 español 混合排版！"]),
    ("La pérdida baja rápidamente en las primeras épocas.", ["La pérdida disminuye rápido durante las primeras épocas.", "En las primeras épocas la pérdida baja rápidamente."]),
    ("¿Cuántos parámetros tiene? ¡Muchos!", ["¿Cuántos parámetros hay? ¡Son muchos!"]),
    ("Un modelo con 1.000 parámetros y 3,5 horas.", ["Un modelo de 1.000 parámetros, 3,5 horas."]),
    ("«Aprendizaje» automático", ["“Aprendizaje” automático"]),
    ("Dividimos los datos en dos mitades.", ["Los datos se dividen en dos mitades."]),
    ("El niño comió", ["El nin\u0303o comio\u0301"]),
    ("El gradiente desaparece.", ["El gradiente desaparece."]),
    ("Привет, мир! Как дела?", ["Здравствуй, мир! Как твои дела?"]),
    ("مرحبا بالعالم، كيف الحال؟", ["مرحبًا أيها العالم، كيف حالك؟"]),
    ("word\tword\ttab", ["word word tab"]),
    ("trailing space ", [" leading space"]),
    ("10-20 -5 5- -", ["10 - 20 - 5 5 -"]),
    (".5 5. ,5 5, .", ["0.5 5.0 0,5 5,0 ."]),
    ("dogs' dog's dogs's 's", ["dogs ' dog 's dogs 's s"]),
]

LATIN = "the a model data of to layer train net loss is in we value token batch".split()
SPANISH = "el la modelo datos de red capa valor pérdida año ¿qué en lote señal".split()
HAN = list("的一模型数据网络层训练损失值词元批量我们是在了和")
ODD = [".", ",", "...", "-", "--", "'s", "&amp;", "&lt;", "(", ")", "[x]", "3.14", "1,000", "2-1", "“", "”", "—", "。", "，", "（", "）", "、", "！", "%", "$5", "C++", "a/b", "😀", "é", "ñ", "Ä", "&", "#1", "_", "{}", "~", "`c`", "…", "·", "№5", "½", "٣٤", "١٫٥"]


def soup(rng, words, length):
    return [rng.choice(ODD) if rng.random() < 0.2 else rng.choice(words) for _ in range(length)]


def edited(rng, words, pool):
    """Moves blocks, then drops, replaces, doubles and capitalises words."""
    words = list(words)
    for _ in range(rng.randint(0, 4)):
        if len(words) > 3:
            start = rng.randrange(len(words) - 1)
            block = words[start:start + rng.randint(1, 12)]
            del words[start:start + len(block)]
            at = rng.randint(0, len(words))
            words[at:at] = block
    result = []
    for word in words:
        dice = rng.random()
        if dice < 0.06:
            continue
        result.append(rng.choice(pool) if dice < 0.15 else word.upper() if dice < 0.2 else word)
        if dice > 0.96:
            result.append(word)
    return result


def random_cases(rng):
    for i in range(200):
        pool, joiner = [(LATIN, " "), (SPANISH, " "), (HAN, ""), (LATIN + HAN, " ")][i % 4]
        length = rng.randint(70, 110) if i % 50 < 4 else rng.randint(1, 36)
        reference = soup(rng, pool, length)
        references = [joiner.join(reference)]
        if i % 5 == 0:
            references.append(joiner.join(edited(rng, reference, pool)))
        yield joiner.join(edited(rng, reference, pool)), references
    for words, length in (("a b", 45), ("a b c d", 60)):
        # So repetitive that the search for shifts runs out of candidates.
        reference = [rng.choice(words.split()) for _ in range(length)]
        yield " ".join(edited(rng, reference, words.split())), [" ".join(reference)]
    yield "x", [" ".join(soup(rng, LATIN, 120))]
    yield " ".join(soup(rng, LATIN, 120)), ["the"]
    yield "the model " * 3, [" ".join(soup(rng, LATIN, 200))]


METRICS = {
    **{f"BLEU-{tok}": BLEU(tokenize=tok) for tok in ("13a", "zh", "intl", "char", "none")},
    **{f"BLEU-{tok}-effective": BLEU(tokenize=tok, effective_order=True) for tok in ("13a", "zh", "intl", "char", "none")},
    "BLEU-13a-floor": BLEU(smooth_method="floor"),
    "BLEU-13a-floor-half-effective": BLEU(smooth_method="floor", smooth_value=0.5, effective_order=True),
    "BLEU-13a-add-one": BLEU(smooth_method="add-k"),
    "BLEU-13a-none": BLEU(smooth_method="none"),
    "BLEU-13a-lowercase": BLEU(lowercase=True),
    "chrF2": CHRF(),
    "chrF2++": CHRF(word_order=2),
    "chrF3-lowercase-space": CHRF(beta=3, lowercase=True, whitespace=True),
    "TER": TER(),
    "TER-normalized": TER(normalized=True),
    "TER-normalized-asian": TER(normalized=True, asian_support=True),
    "TER-nopunct": TER(no_punct=True),
    "TER-nopunct-asian": TER(no_punct=True, asian_support=True),
    "TER-normalized-nopunct-asian-cased": TER(normalized=True, no_punct=True, asian_support=True, case_sensitive=True),
}


def remember_edit_rates():
    """TER of long sentences takes seconds in Python; the corpora repeat the sentences."""
    original = sacrebleu.metrics.ter.translation_edit_rate

    @functools.lru_cache(maxsize=None)
    def remembered(hypothesis, reference):
        return original(list(hypothesis), list(reference))

    sacrebleu.metrics.ter.translation_edit_rate = lambda h, r: remembered(tuple(h), tuple(r))


def main():
    remember_edit_rates()
    cases = NATURAL + list(random_cases(random.Random(20261122)))
    with open("golden.jsonl", "w", encoding="utf-8", newline="\n") as out:
        def write(entry, score):
            entry["scores"] = {key: round(score(metric), 9) for key, metric in METRICS.items()}
            out.write(json.dumps(entry) + "\n")

        for hypothesis, references in cases:
            write({"hypothesis": hypothesis, "references": references},
                  lambda metric: metric.sentence_score(hypothesis, references).score)
        for size in (7, 40, len(cases)):
            hypotheses = [hypothesis for hypothesis, _ in cases[:size]]
            for count in (1, 2):
                # A sentence with one reference stands twice, so that every sentence has two.
                streams = [[(references * 2)[i] for _, references in cases[:size]] for i in range(count)]
                write({"sentences": size, "referencesEach": count},
                      lambda metric: metric.corpus_score(hypotheses, streams).score)
    print(sacrebleu.__version__, len(cases))


main()
