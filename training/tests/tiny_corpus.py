"""Sentences made from a small grammar in English, Chinese and Spanish, enough for a tiny network to learn from."""

import itertools
import random

# English, Chinese, Spanish with its article, whether feminine
NOUNS = [
    ("network", "网络", "la red", True), ("layer", "层", "la capa", True), ("model", "模型", "el modelo", False),
    ("gradient", "梯度", "el gradiente", False), ("loss", "损失", "la pérdida", True),
    ("batch", "批量", "el lote", False), ("vector", "向量", "el vector", False), ("matrix", "矩阵", "la matriz", True),
    ("label", "标签", "la etiqueta", True), ("weight", "权重", "el peso", False),
]
VERBS = [
    ("changes", "改变", "cambia"), ("reads", "读取", "lee"), ("stores", "存储", "guarda"), ("needs", "需要", "necesita"),
    ("shows", "显示", "muestra"), ("copies", "复制", "copia"),
]
ADJECTIVES = [
    ("new", "新的", "nuevo", "nueva"), ("small", "小的", "pequeño", "pequeña"), ("deep", "深的", "profundo", "profunda"),
    ("slow", "慢的", "lento", "lenta"), ("first", "第一个", "primero", "primera"),
]
ADDITIONS = [
    ("", "", ""), (" in `{code}`", "，见 `{code}`", " en `{code}`"), (" by ${code}$", "，记作 ${code}$", " por ${code}$"),
    (" ([here]({code}.md))", "（[这里]({code}.md)）", " ([aquí]({code}.md))"),
]


def phrase(noun, adjective):
    spanish = f"{noun[2]} {adjective[3] if noun[3] else adjective[2]}"
    return f"the {adjective[0]} {noun[0]}", f"{adjective[1]}{noun[1]}", spanish


def sentences(count, seed=1):
    """`count` different (English, Chinese, Spanish) triples."""
    everything = list(itertools.product(NOUNS, ADJECTIVES, VERBS, NOUNS, ADJECTIVES, ADDITIONS))
    for first, one, verb, second, other, addition in random.Random(seed).sample(everything, count):
        subject, object_ = phrase(first, one), phrase(second, other)
        code = f"{first[0][:2]}_{second[0][:2]}"
        english, chinese, spanish = (
            subject[i] + space + verb[i] + space + object_[i] + addition[i].format(code=code)
            for i, space in enumerate((" ", "", " ")))
        yield english.capitalize() + ".", chinese + "。", spanish.capitalize() + "."
