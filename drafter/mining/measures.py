"""举措: what is to be done, in clauses that each begin with a doing, or with what it is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import listed
from drafter.mining.view import HEADING, Clause, Found, Passage, Sentence, View

SHORTEST, LONGEST = 12, 30
_REACH = 14
"""Characters before the 要 that says that something is to be done."""

_NOUN = re.compile("房|的是|[由会是也](?![同议展场员计风谈])")
"""What behind a first word says that it is a noun there (规划由…, 改革会…)."""
_NOTE = re.compile("（[^（）]*）$")
_TOLD = re.compile("^(?:当(?![前今务下])|就?如|正如|例如|比如)|曾|以来|乱象|指引下$|心态$|释义|相信$")
"""What a clause has before it that tells what was done, and calls for nothing."""
_LEAD = re.compile(
    "(?:我们|同时|此外|另外|因此|因而|为此|其次|首先|最后|一方面|另一方面|[一二三四五]是|[\u4e00-\u9fff]{2,6}：)?，?(?:还|也|更|就|并|从而|进而)?"
)
_IF = re.compile("[只想若当不没谁]|如果|什么|如何|是否|因为|为了|由于|虽然|尽管|考生|那些")
"""What is before a 要 that asks for nothing."""
_HOW = re.compile(
    "(?:定期|不断|进一步|切实|着力|始终|积极|主动|大力|严格|充分|深入|扎实|认真|全面|持续|加快|稳步|有序|有效|努力|及时|继续"
    "|坚决|自觉|科学|合理|着重|重点|牢固|并|从而|进而)*"
)
_RESULT = re.compile(
    "确保|使|推动|做到|保证|避免|防止|杜绝|让|力争|力求|为[^，]{2,10}(?:提供|奠定|注入|创造|营造)"
)
_BAD = re.compile(
    r"[\d《》…]|[这那此他她我它][^种项类]|[这那此他她我它]$|其(?![中他实余])|是(?!非)|[了已]|需以|离不开|就能|才能|可以|将会|能够"
    "|(?<![主重需首纲紧提])要(?![素求点领务害])|需要|有利于|有助于|等等|一种|说明|不会|[﹔;（）]|一旦|也许|也好|段落|文段|段首|论点|语义|标题|练习|考试|文章|释义|(?:同时|之际|之时|眉睫|刻不容缓|势在必行|一项|政绩工程)$"
)


def measures(view: View) -> Iterator[Found]:
    """The measures of a document: whole sentences, or as many of their clauses as a phrase may hold."""
    for passage in view.speech():
        for sentence in passage.sentences:
            if not sentence.quoted and passage.role != HEADING and (text := _measure(passage, sentence)):
                yield Found(Phrase("举措", text), passage.number)


def _measure(passage: Passage, sentence: Sentence) -> str:
    if len(sentence.clauses) < 2:
        return ""
    for i, clause in enumerate(sentence.clauses[:-1]):
        if i and _TOLD.search(passage.text[sentence.clauses[i - 1].start : sentence.clauses[i - 1].end]):
            return ""
        start = _start(passage, clause)
        if start is not None and (text := _run(passage, start, sentence.clauses[i:])):
            return text
        if i > 1:
            break
    return ""


def _start(passage: Passage, clause: Clause) -> int | None:
    """Where the doing begins that a clause calls for; None where it calls for none."""
    lead = _LEAD.match(passage.text, clause.start, clause.end)
    start = lead.end() if lead else clause.start
    for at in range(start, min(start + _REACH, clause.end)):
        if passage.edges[at] == "1" and (word := passage.first_word(at, clause.end)) in listed("musts"):
            begin = at + len(word)
            return begin if not _IF.search(passage.text, start, at) and _does(passage, begin) else None
    return start if _does(passage, start) else None


def _does(passage: Passage, start: int) -> bool:
    """Whether a verb of action stands there, that is more than what comes of an action."""
    word = _verb(passage, start)
    if _NOUN.match(passage.text, passage.text.find(word, start) + len(word)):
        return False
    return word in listed("verbs") and word not in listed("effects")


def _verb(passage: Passage, start: int) -> str:
    how = _HOW.match(passage.text, start)
    at = how.end() if how else start
    return passage.first_word(at, len(passage.text)) if passage.edges[at : at + 1] == "1" else ""


def _run(passage: Passage, start: int, clauses: tuple[Clause, ...]) -> str:
    """The clauses from `start` on as far as each is of its own, and no longer than a phrase."""
    kept = 0
    for n, clause in enumerate(clauses):
        text = _NOTE.sub("", passage.text[start : clause.end])
        if length(text) > LONGEST or (n and not _goes_on(passage, clause)) or _BAD.search(text):
            break
        kept = n
        if clause.mark not in ("，", ""):
            break
    kept -= bool(kept) and _leans_on(passage, clauses, kept)
    text = _NOTE.sub("", passage.text[start : clauses[kept].end])
    good = kept and length(text) >= SHORTEST and not passage.names(start, clauses[kept].end)
    return text if good and text.count("“") == text.count("”") else ""


def _leans_on(passage: Passage, clauses: tuple[Clause, ...], last: int) -> bool:
    """Whether the last clause goes on behind its comma: four characters of a pair, a 使 that holds two."""
    clause = clauses[last]
    if clause.mark != "，" or last + 1 == len(clauses):
        return False
    goes_on = passage.text[clause.start] == "使" and passage.tags[clauses[last + 1].start] == "n"
    return clause.end - clause.start < 5 or goes_on


def _goes_on(passage: Passage, clause: Clause) -> bool:
    """Whether a clause begins with a further doing, or with what comes of it."""
    how = _HOW.match(passage.text, clause.start)
    result = _RESULT.match(passage.text, how.end() if how else clause.start)
    return result is not None or _verb(passage, clause.start) in listed("verbs")
