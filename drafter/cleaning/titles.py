"""What stands above the text: its title, and what goes with one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import islice

from drafter.cleaning.echoes import calls, says_title
from drafter.cleaning.furniture import SHORT, talks_of_pages
from drafter.cleaning.looks import ORGANISATION, is_numbered, role_of
from drafter.cleaning.rows import GOES_ON, HEADING, TITLE, han_in, is_finished
from drafter.cleaning.subject import EDGE, Page, pairs

HEAD = 12
"""Rows at the top among which a title stands."""
_GENRE = re.compile(
    "(?:讲话|发言|致辞|致词|汇报|报告|主持词|体会|感悟|感言|思考|心得|一封信|讲稿|演讲稿?|总结|计划|方案|倡议书?|述职|有感"
    "|随想|札记|手记|侧记|意见|要点|纪要|贺[信词]|[祝答]酒?[词辞]|[开闭]幕[词辞]|欢迎[词辞]|寄语|通知|通报|公告|决定|决议"
    "|办法|规定|章程|说明)$"
)
"""How the titles of speeches and papers end."""


def title_of(page: Page, above: Sequence[int]) -> int:
    """The line `above` the text that is its title; -1 where none is."""
    return _title_of_page(page, above) if page.dirty else _title_of_clean(page, above)


def _title_of_page(page: Page, above: Sequence[int]) -> int:
    """The line above the text that is most about it, or is called as speeches are; -1 where none is."""
    lines = [i for i in above if _may_be_title(page, i)]
    marked = [i for i in lines if page.rows[i].hint.startswith((TITLE, HEADING))]
    likely = marked or [i for i in lines if len(lines) == 1 or _likeness(page, i) >= 0.05]
    titles = [i for i in likely if not ORGANISATION.match(page.rows[i].text)] or likely
    return max(titles, key=partial(_likeness, page), default=-1)


def _title_of_clean(page: Page, above: Sequence[int]) -> int:
    """The first line of a clean text that may be its title; -1 where none is."""
    lines = (i for i in above[:HEAD] if _may_be_title(page, i) and not _is_spam(page, i))
    return next((i for i in lines if not ORGANISATION.match(page.rows[i].text)), -1)


def _may_be_title(page: Page, i: int) -> bool:
    text = page.rows[i].text
    return han_in(text) >= 3 and not (role_of(text) or is_numbered(text) or talks_of_pages(text))


def _likeness(page: Page, i: int) -> float:
    """How much a line above the text looks like its title."""
    text = page.rows[i].text
    size = han_in(text)
    shaped = 8 <= size <= 40 and "," not in text and "，" not in text
    named = bool(_GENRE.search(text)) or text in page.refrains
    return page.shared(i) * min(1, size / 8) + 0.25 * named + 0.06 * shaped


def head(page: Page, first: int, above: Sequence[int], title: int) -> set[int]:
    """The lines above the text that are its title, and what goes with one."""
    if not page.dirty:
        return {i for i in above if not (_is_spam(page, i) or _is_title_twice(page, i, title))}
    kept = {title} if title >= 0 else set()
    for i in above:
        if i > title and _goes_with(page, i, first, kept) and not _is_title_twice(page, i, title):
            kept.add(i)
    return kept


def _goes_with(page: Page, i: int, first: int, kept: set[int]) -> bool:
    """Whether a line between the title and the text is the essay's."""
    row = page.rows[i]
    role = row.hint or role_of(row.text)
    if role == "署名" or ORGANISATION.match(row.text):
        return i + 1 == first or (
            bool(kept) and all(k in kept or page.kinds[k] != SHORT for k in range(max(kept), i))
        )
    if role or is_numbered(row.text) or (kept and page.is_meant(i)):
        return role != "来源"
    if not kept or page.is_suspect(i):
        return page.shared(i) >= 0.34
    if not page.callers.isdisjoint(kept):
        return True
    return row.text[-1] in GOES_ON or page.shared(i) >= 0.1


def _is_spam(page: Page, i: int) -> bool:
    """Whether the very first lines of a clean text have nothing to do with it, and are not its title."""
    text = page.rows[i].text
    if i > 1 or han_in(text) < 12 or role_of(text) or calls(text) or not _is_over_a_title(page, i):
        return False
    body = "".join(islice((page.rows[k].text for k in page.running), EDGE))
    return len(body) >= 300 and not any(pair in body for pair in pairs(text))


def _is_over_a_title(page: Page, i: int) -> bool:
    """Whether one of the next lines above the text may be its title."""
    below = range(i + 1, min(HEAD, page.running[0]))
    return any(page.kinds[k] == SHORT and _may_be_title(page, k) for k in below)


def shown_again(page: Page, title: int) -> set[int]:
    """The short lines that the page shows again near the top: its title, and what stands above that."""
    near = range(title + 1, min(HEAD, len(page.rows))) if title >= 0 else range(0)
    above = {row.text for row in page.rows[:title]} if page.dirty and near else set()
    short = (i for i in near if page.kinds[i] == SHORT and not page.is_meant(i))
    return {i for i in short if page.rows[i].text in above or _echoes(page, i, title)}


def _is_title_twice(page: Page, i: int, title: int) -> bool:
    """Whether a line above the text is the title again; in a clean text no sentence is one."""
    if not page.dirty:
        return not is_finished(page.rows[i].text) and _echoes(page, i, title)
    abstract = 0 <= title < i and says_title(page.rows[title].text, page.rows[i].text)
    return abstract or _echoes(page, i, title)


def _echoes(page: Page, i: int, title: int) -> bool:
    """Whether a line says the title above it again; none does where the audience has been called."""
    again = 0 <= title < i and says_title(page.rows[i].text, page.rows[title].text)
    return again and min(page.callers, default=i + 1) > i
