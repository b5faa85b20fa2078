"""Traditional script to simplified, for documents that are traditional; 显著 is not 显着."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from drafter.chinese import HAN

TRADITIONAL = 0.02
"""Share of Han characters that conversion would change, above which a document is traditional."""

_TELLING = re.compile(
    "[國爲為這個來會時學說們於後發對長過業裏裡經門動進區開產軍還種現機體與當兩實關從沒將員東間無見"
    "戰場數樣問萬級應務氣漢總電設義統處馬兒領隊]"
)
_HAN_RUN = re.compile(f"[{HAN}]+")
_ZHU = re.compile(
    r"著(?=作(?!用|战|为)|名(?!单)|者|称(?!呼)|述|书立|录于|成(?!功)|文(?!明)|有《|《)"
    r"|(?<=[显昭卓编译遗撰])著(?![力眼重手想落陆急迷火])"
    r"|(?<=[论专土合新旧大所原名巨拙])著(?=[，,。、；;：:！!？?》”)）\s]|$|的|中|等|和|与|及)"
    r"|(?<=见微知)著"
)
_ERRATA = {"茍": "苟", "陜": "陕", "衞": "卫", "祇": "只", "擡": "抬", "榖": "谷", "鉆": "钻"}
_ERRATA |= {"揹": "背", "薰": "熏", "敍": "叙", "枱": "台", "痺": "痹", "想像": "想象"}
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "﹁": "“", "﹂": "”"}


def simplified(text: str) -> tuple[str, bool]:
    """`text` in simplified script, and whether it was traditional; other texts come back untouched."""
    if not _TELLING.search(text):
        return text, False
    converted = _converter()(text)
    if _share(text, converted) <= TRADITIONAL:
        return text, False
    for sign, other in (_ERRATA | _QUOTES).items():
        converted = converted.replace(sign, other)
    return _with_zhe(converted), True


def _share(text: str, converted: str) -> float:
    changed = sum(map(str.__ne__, text, converted))
    return changed / max(1, sum(map(len, _HAN_RUN.findall(text))))


def _with_zhe(text: str) -> str:
    """Every 著 as 着 but where it is 显著, 著作, 名著 …"""
    if "著" not in text:
        return text
    kept = _ZHU.sub("\ue000", text)
    return kept.replace("著", "着").replace("\ue000", "著")


@cache
def _converter() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert
