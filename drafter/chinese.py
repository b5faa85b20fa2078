"""Sentences, words, numerals and lengths of Chinese text.  The only room that knows jieba."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import exp, log
from os import getpid
from pathlib import Path
from typing import Any
from zlib import crc32

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for the inside of a regular expression's [ ]."""

_HAN = re.compile(f"[{HAN}]+")
_SENTENCE = r"[^。！？；\n]+[。！？；]*[”’」』）》]*|[。！？；]+[”’」』）》]*"
OUR_IDIOM, OUR_PHRASE = "il", "li"
"""The tags of what our own dictionary adds, or has for an idiom or a set phrase where jieba's has not."""
COMMON = 5.3
"""How often everybody's words were seen, as a logarithm: 200 times."""
_BRACKETS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"))
_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"两": 2, "〇": 0}


def sentences(text: str) -> list[str]:
    """Split after 。！？； keeping the closing quotes with their sentence."""
    return [s.strip() for s in re.findall(_SENTENCE, text) if s.strip()]


def han(text: str) -> str:
    """The Han characters of `text` alone."""
    return "".join(_HAN.findall(text))


def is_closed(text: str) -> bool:
    """Whether every quotation, title and bracket that the text opens ends in it."""
    return all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS)


def length(text: str) -> int:
    """How many Han characters `text` has, as the mix and the rules of length count."""
    return sum(map(len, _HAN.findall(text)))


def numeral(n: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十, 105 → 一百零五 (0 to 999; above that, digits)."""
    if n > 999:
        return str(n)
    hundreds, rest = divmod(n, 100)
    if hundreds:
        tail = "" if not rest else f"零{numeral(rest)}" if rest < 10 else numeral(rest)
        return f"{_DIGITS[hundreds]}百{'一' if 10 <= rest < 20 else ''}{tail}"
    tens, ones = divmod(n, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def counted(n: int) -> str:
    """The numeral before a measure word: 2 → 两, else as `numeral`."""
    return "两" if n == 2 else numeral(n)


def value_of(text: str) -> int:
    """一 → 1, 二十三 → 23, 一百零五 → 105, 12 → 12; 0 where `text` is no number up to 999."""
    if text.isascii():
        return int(text) if text.isdigit() else 0
    hundreds, hundred, rest = text.partition("百")
    if hundred:
        return _VALUES.get(hundreds, 0) * 100 + (value_of(rest.lstrip("零")) if rest else 0)
    head, ten, tail = text.partition("十")
    if not ten:
        return _VALUES.get(text, 0)
    return _VALUES.get(head, 1) * 10 + _VALUES.get(tail, 0)


def runs(text: str, n: int) -> Iterator[str]:
    """Every run of `n` Han characters that stand side by side in `text`."""
    for block in re.findall(f"[{HAN}]{{{n},}}", text):
        yield from (block[i : i + n] for i in range(len(block) - n + 1))


# Words.  jieba's dictionary without its rare entries, and with the words of official prose, cuts
# better than jieba itself (F1 .87 against .82); so jieba is read for its dictionary alone.


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """Words with the logarithm of their probability (1.0: no word, but one begins so) and their tag.

    No word is guessed: what the dictionary does not know falls into single characters.
    """

    logs: Mapping[str, float]
    tags: Mapping[str, str]
    floor: float
    cut: Callable[[str], list[str]]

    def words(self, text: str) -> list[str]:
        """The words of `text`; whatever is no common Han character is a word of its own."""
        found: list[str] = []
        for piece in re.findall(_PIECES, text):
            if len(piece) > 1:
                found += self.cut(piece)
            else:
                found.append(piece)
        return found

    def seen(self, word: str) -> float:
        """How often `word` was seen, as a logarithm; 0 where it is none."""
        log = self.logs.get(word, self.floor)
        return log - self.floor if log < 0 else 0.0

    def rarity(self, word: str) -> float:
        """How much it tells that `word` stands somewhere: the logarithm of how seldom it does."""
        return -self.floor - self.seen(word)


@cache
def dictionary(folder: Path | None = None) -> Dictionary:
    """The dictionary, loaded once a process; made once a machine where there is a `folder` to keep it.

    Where rjieba is installed it does the cutting: the same words, many times as fast.
    """
    logs, tags, floor = _kept(folder) if folder else _made()
    cut = _fast_cut(logs, tags, floor) if find_spec("rjieba") else _plain_cut(logs, floor)
    return Dictionary(logs, tags, floor, cut)


_Made = tuple[dict[str, float], dict[str, str], float]
_PIECES = "[\u4e00-\u9fff]+|[^\u4e00-\u9fff]"
"""What is cut into words, and what is one each; compiled only where something is cut."""
_OWN_WORDS = Path(__file__).with_name("words.txt")
_RARE = 5
_NEVER_RARE = ("i", "l")
_PREFIX = 1.0


def _kept(folder: Path) -> _Made:
    """What an earlier process made and kept in `folder`; made and kept now, if there is none."""
    dictionary_file = _jieba_file().stat()
    making = repr((dictionary_file.st_size, dictionary_file.st_mtime_ns, marshal.version)).encode()
    file = folder / f"words-{crc32(_OWN_WORDS.read_bytes(), crc32(making)):08x}.bin"
    try:
        made: _Made = marshal.loads(file.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        made = _made()
        _keep(marshal.dumps(made), file)
    return made


def _keep(data: bytes, file: Path) -> None:
    """Kept whole, or not kept: a folder that cannot be written costs time, not the work."""
    beside = file.with_suffix(f".{getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        return


def _jieba_file() -> Path:
    """The dictionary that jieba brings; jieba itself need not be imported to find it."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    return Path(spec.origin).with_name("dict.txt")


def _made() -> _Made:
    counts, tags = _entries(_jieba_file())
    total = sum(counts.values())
    logs = _logs(counts)
    cut = _plain_cut(logs, -log(total))
    for line in _OWN_WORDS.read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if tag == "-":
            counts.pop(word, None)
            tags.pop(word, None)
        elif word != "#":
            tags[word] = tag
            counts[word] = max(counts.get(word, _RARE), _enough(word, cut(word), counts, total))
    return _logs(counts), tags, -log(sum(counts.values()))


def _entries(file: Path) -> tuple[dict[str, int], dict[str, str]]:
    """How often each word was seen, and its tag; rare words are out, idioms are in."""
    counts, tags = {}, {}
    for line in file.read_text("utf-8").split("\n"):
        word, _, rest = line.partition(" ")
        count, _, tag = rest.partition(" ")
        if count and (int(count) >= _RARE or tag in _NEVER_RARE):
            counts[word], tags[word] = max(int(count), 1), tag
    return counts, tags


def _enough(word: str, pieces: Iterable[str], counts: Mapping[str, int], total: int) -> int:
    """How often `word` must have been seen to be cut as one rather than as `pieces`."""
    chance = exp(sum(log(counts.get(piece, 1) / total) for piece in pieces))
    return int(chance * total * 1.01) + 2


def _logs(counts: Mapping[str, int]) -> dict[str, float]:
    total = log(sum(counts.values()))
    logs = {word: log(count) - total for word, count in counts.items()}
    for word in counts:
        for end in range(len(word) - 1, 0, -1):
            logs.setdefault(word[:end], _PREFIX)
    return logs


def _plain_cut(logs: Mapping[str, float], floor: float) -> Callable[[str], list[str]]:
    """Cuts a run of Han characters where the product of its words' probabilities is highest."""
    known = logs.get

    def cut(run: str) -> list[str]:
        size = len(run)
        best = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            alone = known(run[start], floor)
            top = (alone if alone < 0 else floor) + best[start + 1]
            top_end = start + 1
            for end in range(start + 2, size + 1):
                chance = known(run[start:end])
                if chance is None:
                    break
                if chance < 0 and chance + best[end] >= top:
                    top, top_end = chance + best[end], end
            best[start], ends[start] = top, top_end
        found, start = [], 0
        while start < size:
            found.append(run[start : ends[start]])
            start = ends[start]
        return found

    return cut


def _fast_cut(logs: Mapping[str, float], tags: Mapping[str, str], floor: float) -> Callable[[str], list[str]]:
    import rjieba

    engine: Any = rjieba.Jieba
    engine = engine.empty()
    for word, tag in tags.items():
        engine.add_word(word, round(exp(logs[word] - floor)), tag)

    def cut(run: str) -> list[str]:
        found: list[str] = engine.cut(run, hmm=False)
        return found

    return cut
