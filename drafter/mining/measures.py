"""举措: what is to be done, in clauses that each begin with a doing, or with what it is good for.

A sentence is read as a row of letters, one for each clause from where the doing begins: `A` does
something to what can be had or set up (完善轮换制度), `a` to what cannot (转变守仓作风), `g` gives the
grounds (围绕粮食安全), `e` the end (提升守仓本领), `r` the result (确保仓里常有新粮), `p` appeals
(坚守仓储岗位); a clause that says nothing of its own has none (健全制度体系).  A measure is a row that begins
with an `A` or with its grounds, or has two and begins with no appeal, is nowhere broken off, and is not
what its sentence goes on to judge.  What is lost: measures of one clause, and those that only appeal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import any_of, listed
from drafter.mining.view import HEADING, LONGEST, Clause, Found, Passage, Sentence, Span, View

SHORTEST = 12
_REACH = 14
"""Characters before the 要 that says that something is to be done."""

_ROW = re.compile("(?=.*A)(?=[Ag]|[ae].*A.*A)[Aaepg]+[Aaepr]")
_KINDS = {"grounds": "g", "effects": "e", "appeals": "p"}
"""The letters of verbs that do nothing to a thing; all others may."""
_BETWEEN = ("，", "，同时")
"""What may stand between two clauses of one measure."""
_SO = ("就必须", "就要", "就需", "就应", "就得")
"""What follows from an aim that was named before: 要守好粮仓，就要…."""
_IF = re.compile("[只想若当不没谁]|如果|什么|如何|是否|因为|为了|由于|虽然|尽管|那些")
"""What is before a 要 that asks for nothing."""
_FOR = re.compile("为.{2,14}(?:提供|奠定|注入|创造|营造|打下)")
_COINED = re.compile("“[^”]*[一二三四五六七八九十百千双]")
"""A name with a number in it, which somebody has to explain."""
_ELSEWHERE = re.compile(r"[\d《》…﹔;（）]|[这那此他她它]|我(?!国)|[两二前后]者|[与对为]之|其(?![中他实余])")
"""What belongs to the text around: figures, titles, notes, pronouns."""
_NO_OBJECT = ("的", "之", "、", "好、")
"""What stands behind a verb that is a noun, or one of several: 改革的办法, 制定、执行好政策."""
_AND = ("以及", "及", "和", "与", "或", "乃至", "甚至", "直至")
_LITTLE = frozenset("ucpmrqx")
"""The parts of speech of little words and of marks."""
_GOES_ON = frozenset("vpcdw")
"""The parts of speech with which a clause begins that is no thing and nobody."""


def measures(view: View) -> Iterator[Found]:
    """The measures of a document, one of a sentence: as many of its clauses as a phrase may hold."""
    for passage in view.speech():
        for sentence in passage.sentences:
            if passage.role != HEADING and not sentence.quoted and (text := _measure(passage, sentence)):
                yield Found(Phrase("举措", text), passage.number)


def _measure(passage: Passage, sentence: Sentence) -> str:
    """The first measure of a sentence that tells nothing."""
    led = True
    for first, clause in enumerate(sentence.clauses[:-1]):
        start = _start(passage, clause, led=led)
        if start is not None and (text := _whole(passage, start, sentence.clauses[first:])):
            return "" if _holds(passage, Span(sentence.start, sentence.end), "telling") else text
        led = led and _leads_on(passage, clause)
    return ""


def _start(passage: Passage, clause: Clause, *, led: bool) -> int | None:
    """Where the doing begins that a clause calls for, or that all before it led to; None if there is none."""
    start = _behind(passage, Span(clause.start, clause.end), "leads")
    for must in any_of("musts").finditer(passage.text, start, min(start + _REACH, clause.end)):
        if passage.edges[must.start()] == "1" == passage.edges[must.end() : must.end() + 1]:
            return None if _IF.search(passage.text, start, must.start()) else must.end()
    return start if led else None


def _leads_on(passage: Passage, clause: Clause) -> bool:
    """Whether a clause leads to a doing: 为了…, 通过…, 各级要…; not who does something, and not 只有…."""
    span = Span(clause.start, clause.end)
    if passage.first_word(*span) in listed("conditions"):
        return False
    return passage.tags[clause.start] in _GOES_ON or _holds(passage, span, "musts")


def _behind(passage: Passage, span: Span, name: str) -> int:
    """Where the words of a list end with which a span begins."""
    start, end = span
    while start < end and (word := passage.first_word(start, end)) in listed(name):
        start += len(word)
    return start


def _holds(passage: Passage, span: Span, name: str) -> bool:
    """Whether a word of a list stands in a span."""
    start = passage.edges.find("1", *span)
    return start >= 0 and not listed(name).isdisjoint(passage.words(start, span.end))


def _whole(passage: Passage, start: int, clauses: Sequence[Clause]) -> str:
    """The longest measure from `start` on that ends where its clause does; empty if there is none."""
    row = _row(passage, start, clauses)
    for count in range(len(row), 1, -1):
        end = clauses[count - 1].end
        text = passage.text[start:end]
        fits = SHORTEST <= length(text) <= LONGEST and not passage.names(start, end)
        if fits and _ROW.fullmatch(row, 0, count) and _closed(passage, row[count - 1], clauses[count - 1 :]):
            return "" if _is_topic(passage, clauses[count:]) else text
    return ""


def _is_topic(passage: Passage, following: Sequence[Clause]) -> bool:
    """Whether one of the following clauses says what all before it is, or what it takes: …，是长久之计."""
    spans = [Span(clause.start, clause.end) for clause in following]
    said = any(_predicate(passage, span) in listed("topics") for span in spans)
    closed = any(passage.text.endswith(tuple(listed("closers")), *span) for span in spans)
    return said or closed or any(passage.text.startswith(_SO, span.start) for span in spans)


def _predicate(passage: Passage, clause: Span) -> str:
    """The first word of a clause that is no adverb, and no 要."""
    start, end = clause
    while start < end and (word := passage.first_word(start, end)):
        if word in listed("topics") or (passage.tags[start] not in "dc" and word not in listed("musts")):
            return word
        start += len(word)
    return ""


def _row(passage: Passage, start: int, clauses: Sequence[Clause]) -> str:
    """The letters of the clauses up to the first that has none."""
    row = ""
    end = start
    for clause in clauses:
        if row and passage.text[end : clause.start] not in _BETWEEN:
            break
        letter = _letter(passage, Span(clause.start if row else start, clause.end))
        if not letter:
            break
        row, end = row + letter, clause.end
    return row


def _letter(passage: Passage, clause: Span) -> str:
    """What a clause does, as a letter; none if it does nothing, or nothing of its own."""
    clause = Span(clause.start, clause.end - (passage.text[clause.end - 1] == "”"))
    at = _behind(passage, clause, "manners")
    verb = passage.first_word(at, clause.end)
    if verb in listed("results") or _FOR.match(passage.text, *clause):
        return "r" if _is_result(passage, clause) else ""
    thing = Span(at + len(verb), clause.end)
    is_doing = verb in listed("verbs") and _is_doing(passage, clause, thing.start)
    return _kind(passage, verb, thing) if is_doing else ""


def _kind(passage: Passage, verb: str, thing: Span) -> str:
    """The letter of what a verb does to a thing; none where the thing is anything."""
    kind = next((letter for name, letter in _KINDS.items() if verb in listed(name)), "A")
    if kind in "Ae" and not _is_specific(passage, thing):
        return ""
    return kind if kind != "A" or _is_thing(passage, thing.end) else "a"


def _is_result(passage: Passage, clause: Span) -> bool:
    """Whether a result is said without an idiom, and is not made much of."""
    plain = set("il").isdisjoint(passage.tags[clause.start : clause.end])
    return plain and not _holds(passage, clause, "fervour") and _can_be_lent(passage, clause)


def _is_doing(passage: Passage, clause: Span, behind: int) -> bool:
    """Whether an object follows the verb that ends at `behind`, and nothing judges or supposes."""
    has_object = _has_object(passage, Span(behind, clause.end))
    return has_object and not _holds(passage, clause, "predicates") and _can_be_lent(passage, clause)


def _can_be_lent(passage: Passage, clause: Span) -> bool:
    """Whether a clause says by itself what it says, and without a feeling."""
    elsewhere = _ELSEWHERE.search(passage.text, *clause) or _COINED.search(passage.text, *clause)
    return not (elsewhere or _is_name(passage, clause) or _holds(passage, clause, "feelings"))


def _is_name(passage: Passage, clause: Span) -> bool:
    """Whether a clause is only what a noun is called by (激发活力的重要抓手)."""
    last = passage.last_word(*clause)
    return last in listed("verdicts") and "的" in passage.text[clause.start : clause.end - len(last)]


def _has_object(passage: Passage, rest: Span) -> bool:
    """Whether what follows a verb ends in a noun, or in what 的 or use has made one (职责的落实)."""
    if rest.end - rest.start < 2 or passage.text.startswith(_NO_OBJECT, rest.start):
        return False
    last = passage.last_word(*rest)
    made_noun = any(last in listed(name) for name in ("nouns", "heads", "work"))
    after_of = passage.text[rest.end - len(last) - 1] == "的"
    return made_noun or after_of or passage.tags[rest.end - 1] in ("n", "w") or _is_thing(passage, rest.end)


def _is_thing(passage: Passage, end: int) -> bool:
    """Whether what can be had or set up stands before `end`."""
    return any(passage.text[end - size : end] in listed("things") for size in (2, 3))


def _is_specific(passage: Passage, thing: Span) -> bool:
    """Whether a word says what is done something to: 轮换制度, and not 社会管理制度."""
    words = passage.tagged_words(*thing)
    return sum(len(word) for word, tag in words if not _is_vague(word, tag)) > 1


def _is_vague(word: str, tag: str) -> bool:
    """Whether a word says nothing of what a thing is: a broad one, a little one, a verb."""
    if len(word) == 1:
        return tag not in "nvw"
    act = word in listed("verbs") and word not in listed("things")
    return act or tag in _LITTLE or word in listed("broad")


def _closed(passage: Passage, letter: str, clauses: Sequence[Clause]) -> bool:
    """Whether nothing that belongs to the first of the clauses follows behind its comma."""
    mark = clauses[0].mark
    if mark != "，" or len(clauses) == 1:
        return mark not in ("：", "—")
    if passage.text.startswith(_AND, clauses[1].start):
        return False
    following = passage.tags[clauses[1].start]
    if letter == "r":
        return following in "pcdr"
    manner = passage.first_word(clauses[1].start, clauses[1].end) in listed("manners")
    return manner or following == "r" or following in _GOES_ON
