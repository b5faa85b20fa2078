"""套题: headings of one level that are built alike, and first sentences of paragraphs that are.

A set is whole or it is none: whoever takes four headings out of five takes a broken figure.  So what
is plainly alike is found first; then come its siblings, on weaker terms, wherever they stand; and a
set that would leave a sibling behind is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.bank import Phrase
from drafter.chinese import length
from drafter.mining.headings.labels import is_taught, serves
from drafter.mining.headings.matched import HALF, Matched
from drafter.mining.headings.matching import match
from drafter.mining.headings.points import Points, Track, points
from drafter.mining.patterns import FEW, real, share_of
from drafter.mining.view import LONGEST, Found, View

HEADED, OPENED = 0.6, 0.8
"""How alike neighbours must be in a family, and among all first sentences."""
_TELLING, _CLEAR = 6, 8
"""Characters that a frame must say to stand for a set whose first member would; and for one of two."""
_MOST = 12
"""Members of a set; more of them are a register."""


def headings(view: View) -> Iterator[Found]:
    """The matched sets of a document, whole."""
    if _teaches(view):
        return
    found = points(view)
    cores = (core for track in found.tracks for core in _cores(found, track))
    for matched in dict.fromkeys(map(_grown, cores)):
        if all(holds(matched) for holds in _MUST):
            yield Found(Phrase("套题", _shown(matched), matched.units), found.numbers[matched.members[0]])


def _teaches(view: View) -> bool:
    """Whether a third of a document is a lesson in how essays are written."""
    lessons = [passage.is_lesson for passage in view.body()]
    return 3 * sum(lessons) > len(lessons)


# --- finding


def _cores(found: Points, track: Track) -> Iterator[Matched]:
    """Neighbours in a track that are plainly alike."""
    return (Matched(found, track, run) for run in _runs(found, track) if 1 < len(run) <= _MOST)


def _runs(found: Points, track: Track) -> Iterator[tuple[int, ...]]:
    """The track, parted wherever a point does not match the one before it."""
    enough, spans = HEADED if track.is_family else OPENED, found.spans
    run = track.members[:1]
    for point in track.members[1:]:
        if match(found.passage, spans[run[-1]], spans[point], enough, family=track.is_family):
            run = (*run, point)
        else:
            yield run
            run = (point,)
    yield run


def _grown(matched: Matched) -> Matched:
    """The set with the siblings that were not plainly alike."""
    for point in matched.near():
        if _is_sibling(matched, point):
            matched = matched.with_(point)
    return matched


def _is_sibling(matched: Matched, point: int) -> bool:
    """Whether a point belongs to the set: it has what all have in common, or is built as all are."""
    found, text = matched.points, matched.points.text(point)
    if not matched.is_as_long_as(text) or text in matched.units:
        return False
    if matched.is_bare:
        akin = point in matched.family and matched.is_built_as(point)
    else:
        akin = matched.has_kin(point) and _goes_on(matched, matched.with_(point))
    return akin and serves(found.passage, found.spans[point])


def _goes_on(matched: Matched, wider: Matched) -> bool:
    """Whether a set is still one with one more: it is cut, and begins, as it was, and has much in common."""
    if not matched.is_cut_as(wider) or bool(matched.head) != bool(wider.head):
        return False
    if share_of(matched.frame, wider.frame) < HALF:
        return False
    return wider.is_even if len(real(matched.frame)) <= FEW else wider.is_of_one_kind()


# --- judging


def _leaves_nobody_of_its_family(matched: Matched) -> bool:
    """Whether nobody is left beside a set of two or a bare one, and nobody akin beside any."""
    others = list(matched.others())
    if matched.is_bare or len(matched.members) == 2:
        return not others
    return not any(matched.has_kin(other) or matched.has_cousin(other) for other in others)


def _leaves_nobody_near(matched: Matched) -> bool:
    """Whether no paragraph or heading close by belongs to the set; but a topic alone is many people's."""
    near = matched.near()
    if len(matched.members) == 2 and any(map(matched.resembles, near)):
        return False
    near = [point for point in near if matched.is_as_long_as(matched.points.text(point))]
    akin = matched.shares_bones if matched.only_begins else matched.is_akin
    return not any(map(akin, near))


def _is_no_lesson(matched: Matched) -> bool:
    """Whether neither a member nor one of its family says how essays are written."""
    found = matched.points
    family = {*matched.members, *matched.family}
    return found.lessons.isdisjoint(family) and not any(is_taught(found.text(point)) for point in family)


_MUST = (_leaves_nobody_of_its_family, _leaves_nobody_near, _is_no_lesson, Matched.is_of_one_kind)


# --- showing


def _shown(matched: Matched) -> str:
    """The units as far as a phrase holds them, or what they have in common where that says more."""
    fitting, said = _fitting(matched.units), len(real(matched.frame))
    if "…" not in fitting:
        return fitting
    several = fitting.count("；") > 1
    says_little = matched.is_bare or matched.only_begins or said < _CLEAR
    thin = said < _TELLING and length(matched.units[0]) <= LONGEST
    return fitting if thin or (several and says_little) else matched.frame


def _fitting(units: tuple[str, ...]) -> str:
    """As many units as a phrase may hold, and … for the others."""
    kept = units[0]
    for unit in units[1:]:
        if length(kept + unit) > LONGEST:
            return f"{kept}；…"
        kept = f"{kept}；{unit}"
    return kept
