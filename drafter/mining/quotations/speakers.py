"""Who says the words that stand in a passage: a person, a book, a meeting, or the people at large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.mining.lexicon import any_of, listed
from drafter.mining.view import SURNAMES, Passage, View

HAN = "\u4e00-\u9fff"
_WRITTEN = re.compile(
    f"《[^《》]{{1,20}}》|党的[{HAN}]{{2,8}}(?:报告|大会|全会)|(?:十[五六七八九]|二十)大(?:报告)?"
    f"|中央[{HAN}]{{2,6}}会议|[十二]{{1,3}}[五六七八九]?届[一二三四五六七]中全会"
    f"|(?:(?<=^)|(?<=[，。；]))[{HAN}]{{2,12}}(?:委员会|组织|日报|宣言|公报)"
)
_NAME = re.compile("R+")
_BREAK = re.compile("[。！？；”』」]")
_REACH = 60
_COMMON_NAME = 7.0
"""The logarithm of 1100: a word seen more often is no name of two characters."""
_NO_NAME = frozenset("能是有也就不要会可都还在来去我你他它这那和与或被把让使人们所之以为而方")
_DYNASTY = re.compile(f"(?:[{HAN}]{{1,3}}[·•])([{HAN}]{{2,4}})|([{HAN}]{{2,4}})[，、·•]?《.*")
_CALLED = re.compile(
    f"[，。！？]?(?:(?:——|—)(?:[（［][{HAN}]{{1,3}}[）］])?|（|这是|这正是|语出|出自|源自|是|正是)"
)
_OFFICE = re.compile("(?:中共中央|国家|国务院)(?:总书记|主席|总理)?(?=[\u4e00-\u9fff])")
"""What stands before the name of who holds it."""
_HE = re.compile(
    "(?:(?:当|在|自|从|第|那|后来|随后|今年|去年|近日)[^，；“”]{0,14}，){0,2}(?:第二天|随后|后来)?[他她]"
)
"""Who has been named before, as the subject of a sentence that begins with it, or with when and where."""
_SENTENCE = re.compile("[。！？；]")
_GOES_ON = re.compile("[^，。；“”]{0,30}[：，]?“(?![^“”]{1,12}”[时中后])|[^，。；“”]{0,30}：")


@cache
def says() -> str:
    """The verbs of saying, as a part of a pattern."""
    return f"(?:{any_of('says').pattern})"


@cache
def manner() -> str:
    """How and where somebody says it (曾在《…》中明确), as a part of a pattern."""
    adverbs = f"(?:{any_of('adverbs').pattern}|[{HAN}]{{2,4}}地){{0,5}}"
    return f"{adverbs}(?:(?:在|于|对)[^，。“：]{{1,30}}?)?{adverbs}"


@cache
def person() -> re.Pattern[str]:
    """Whoever is known by name or by title."""
    firsts = "".join(sorted({name[0] for name in listed("speakers")}))
    titled = "|".join(f"(?<={title})" for title in sorted(listed("titles")))
    office = "(?:书记|主席|总理|同志|部长|教授|院士|先生)(?![处科])"
    verb = f"(?=(?:先生|女士|爵士)?(?:{manner()}{says()}|在|有句|《|$))"
    return re.compile(
        f"(?=[{firsts}])(?:{any_of('speakers').pattern})(?:总书记|主席|总理|同志)?"
        f"|(?<![主前现历时上])[{SURNAMES}][{HAN}]{{0,3}}{office}|(?<![{HAN}])子(?=曰)"
        f"|(?:{titled})(?!曾|[们所也在的])[{HAN}·•]{{2,8}}?{verb}"
        f"|(?:{titled}|(?<=[，。；：“”、])|(?<=^))[{HAN}]{{1,5}}[·•][{HAN}]{{1,5}}?{verb}"
    )


@cache
def _said() -> re.Pattern[str]:
    return re.compile(f"(?:[^，。；：“”]|“[^，。；：“”]{{1,12}}”){{0,30}}?(?:{says()}|写|描述|描绘|表达)")


@cache
def _says_at_end() -> re.Pattern[str]:
    return re.compile(f"{says()}(?:我们|全党|大家|过|的|是|了|中|里)?[：，]?(?:[{HAN}、]{{0,6}})$")


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(f"{manner()}(?:{says()}|诗[中云里]|词[中云里]|笔下)(?:过|的|了)*[：，]?")


@cache
def _says_too() -> re.Pattern[str]:
    return re.compile(f"[，、]?[和与及]?(?:又|还|也|并|再次)*(?:{says()})?[了过]?[：，]?")


def before(view: View, passage: Passage, start: int) -> str:
    """Who is said to say what begins at `start`; "" where nobody is."""
    text = passage.text
    begin = start - len(_BREAK.split(text[max(0, start - _REACH) : start])[-1])
    lead = text[begin:start]
    name = (
        _last_person(view, passage, begin, start)
        or _speaking(view, passage, begin, start)
        or _last_work(passage.text, begin, start)
        or _named_before(view, passage, begin)
    )
    ends = ("：", name, f"{name}，", f"{name}的", f"{name}中", f"{name}中的", f"{name}诗中")
    return name if name and (_says_at_end().search(lead) or lead.endswith(ends)) else ""


def says_on(passage: Passage, end: int, start: int) -> bool:
    """Whether whoever said what ends at `end` also says what begins at `start`."""
    between = passage.text[end:start]
    return 0 < len(between) < 8 and _says_too().fullmatch(passage.text, end, start) is not None


def behind(view: View, passage: Passage, end: int) -> str:
    """Who is named behind words that end at `end` as the one who said them."""
    text = passage.text
    if called := _CALLED.match(text, end):
        at = called.end()
        named = person().match(text, at) or _NAME.match(passage.tags, at) or _WRITTEN.match(text, at)
        if named:
            return text[slice(*named.span())]
        return _in_brackets(text, at) if called[0].endswith("（") else ""
    at = end + (text[end : end + 1] in tuple("，。！？"))
    office = _OFFICE.match(text, at)
    at = office.end() if office else at
    named = person().match(text, at) or _NAME.match(passage.tags, at) or _WRITTEN.match(text, at)
    if named and named[0] in listed("roles"):
        named = person().match(text, named.end()) or _NAME.match(passage.tags, named.end()) or named
    said = named and _said().match(text, named.end())
    return text[slice(*named.span())] if named and said and not _GOES_ON.match(text, named.end()) else ""


def signature(text: str, start: int) -> str:
    """Who has signed what ends at `start`: （宋·朱熹）, or ——朱熹 at the end."""
    if text[start] == "（":
        return _in_brackets(text, start + 1)
    named = re.compile(any_of("speakers").pattern).match(text, start + 2)
    return named[0] if named and len(text) - named.end() < 2 else ""


def _in_brackets(text: str, start: int) -> str:
    """（宋·朱熹）, （陆游《…》）: the name in brackets."""
    close = text.find("）", start, start + 30)
    named = _DYNASTY.fullmatch(text, start, close) if close > 0 else None
    return named[1] or named[2] if named else ""


def _last_person(view: View, passage: Passage, start: int, end: int) -> str:
    """The last person named between `start` and `end`, and not in the name of a work."""
    people = [
        found.span()
        for found in (*person().finditer(passage.text, start, end), *_NAME.finditer(passage.tags, start, end))
        if not _is_word(view, found[0]) and not _goes_on(view, passage, found)
    ]
    works = [found.span() for found in _WRITTEN.finditer(passage.text, start, end)]
    outside = [(a, b) for a, b in people if not any(c < a and b < d for c, d in works)]
    return passage.text[slice(*max(outside, key=lambda span: (span[1], -span[0]), default=(0, 0)))]


def _named_before(view: View, passage: Passage, begin: int) -> str:
    """Whom the 他 at the beginning of a sentence means: who is named in the sentence right before it."""
    he = _HE.match(passage.text, begin)
    if not he or passage.edges[he.end() - 1 : he.end() + 1] != "11":
        return ""
    least = max(0, begin - 1 - _REACH)
    start = begin - 1 - len(_SENTENCE.split(passage.text[least : begin - 1])[-1])
    name = _last_person(view, passage, max(start, 0), begin)
    return "" if name in listed("roles") else name


def _last_work(text: str, start: int, end: int) -> str:
    """The last work or meeting named between `start` and `end`, but for a paper that only printed it."""
    works = [found for found in _WRITTEN.finditer(text, start, end) if not text.startswith("上", found.end())]
    return works[-1][0] if works else ""


def _is_word(view: View, name: str) -> bool:
    """Whether what stands behind a title is a common word (学者普遍认为)."""
    known = view.dictionary.tags.get(name, "nr")
    return known[0] in "adcpruv" and name not in listed("speakers")


def _goes_on(view: View, passage: Passage, found: re.Match[str]) -> bool:
    """Whether it is only the beginning of another name (洛克菲勒)."""
    word = passage.first_word(found.start(), len(passage.text))
    return len(word) > len(found[0]) and view.dictionary.tags.get(word, "").startswith("nr")


def _speaking(view: View, passage: Passage, start: int, end: int) -> str:
    """A name of two or three characters right before the verb of saying (李斯道：)."""
    for at in range(start, end):
        if passage.edges[at] == "1" and passage.text[at] in SURNAMES:
            for name in _names(view, passage, at, end):
                if _speaks().fullmatch(passage.text, at + len(name), end):
                    return name
    return ""


def _names(view: View, passage: Passage, start: int, end: int) -> Iterator[str]:
    """The names that may begin at `start`: one of the dictionary, or characters that make no word."""
    word = passage.first_word(start, end)
    if _is_name(view, word):
        yield word
    for size in (3, 2):
        name = passage.text[start : start + size]
        if passage.edges[start : start + size + 1] == "1" * (size + 1) and not _NO_NAME & set(name):
            yield name


def _is_name(view: View, name: str) -> bool:
    """Whether the dictionary has it for a name, and it is no common word (曾经)."""
    known = view.dictionary
    rare = known.seen(name) < _COMMON_NAME
    return len(name) in (2, 3) and rare and known.tags.get(name, "").startswith("nr")
