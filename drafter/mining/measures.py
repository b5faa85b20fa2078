"""举措: what is to be done, in a sentence that says how and to what end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.lexicon import listed
from drafter.mining.view import Found, Passage, Sentence, View

SHORTEST, LONGEST = 12, 30

_SUBJECT = re.compile(
    "(?:我们|同时|此外|因此|为此|其次|首先|一方面|另一方面|一是|二是|三是|[\u4e00-\u9fff]{2,6}：)?，?(?:还|也|更|就)?(?:要|应该|应当|应|可以|需要|必须)?"
)
_HOW = re.compile("(?:定期|不断|进一步|切实|着力|始终|积极|主动|大力|严格|充分|深入|扎实|认真|全面|持续)*")
_RESULT = re.compile(
    "，(?:确保|使|推动|形成|实现|提升|提高|做到|保证|增强|促进|激发|避免|防止|杜绝|让|为[^，]{2,10}提供)"
)
_BAD = re.compile(r"[\d“”《》]|[这那此他她我其是了已]|需要|需以|离不开|就能|才能|可以|要")


def measures(view: View) -> Iterator[Found]:
    """Sentences that begin with what is done and go on to what it is good for."""
    for passage in view.body():
        for sentence in passage.sentences:
            if not sentence.quoted and (text := _measure(passage, sentence)):
                yield Found(Phrase("举措", text), passage.number)


def _measure(passage: Passage, sentence: Sentence) -> str:
    whole = passage.text[sentence.start : sentence.end]
    lead = _SUBJECT.match(whole)
    start = sentence.start + (lead.end() if lead else 0)
    how = _HOW.match(passage.text, start)
    verb = passage.first_word(how.end() if how else start, sentence.end)
    text = passage.text[start : sentence.end]
    if verb not in listed("verbs") or not SHORTEST <= length(text) <= LONGEST or len(sentence.clauses) < 2:
        return ""
    return "" if _BAD.search(text) or passage.names(start, sentence.end) or not _RESULT.search(text) else text
