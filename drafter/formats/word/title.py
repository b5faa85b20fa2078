"""Long titles, split into lines by sense."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise
from math import ceil

_TOGETHER = re.compile(r"[0-9A-Za-z.%]+|“[^”]{1,6}”|《[^》]{1,8}》|——|……|〔[^〕]*〕")
_BEFORE = "，、；：。！？）》”’〕…　"
"""A line may end here: its last character."""
_BEHIND = "（《“‘〔"
"""A line may begin here: its first character."""
_NO_END = "的和与及或在为对把将被向从以于是不更再最很将各每" + _BEHIND
_NO_START = "的了着过们等中上下里内外性化" + _BEFORE.replace("　", "")
_ENDS = """
    建设 工作 发展 服务 管理 保障 改革 创新 落实 水平 能力
    质量 作用 责任 任务 目标 制度 机制 体系 精神 优势 实效
    大局 部门 机关 单位 干部 队伍 群众 基层 档案 文化 教育
    经济 社会 生态 治理 时代 征程 事业 企业 农村 乡村 城市
    项目 活动 会议 大会 培训 学习 调研 检查 督查 考核 评价
"""
_STARTS = """
    推动 推进 加强 加快 深化 强化 提升 提高 促进 坚持 坚决
    努力 奋力 全面 扎实 切实 着力 积极 深入 不断 争做 争当
    争创 打造 构建 助力 落实 贯彻 学习 践行 弘扬
    凝聚 筑牢 开创 谱写 书写 推广 关于 动员 现场 座谈 总结
    表彰 专题 启动 实施 以 把 让 为 在 对 从 向 同 与 和
    及 并 暨 而 高质量 新时代 新形势 新征程 一体
"""
_ADVERBS = ("扎实", "努力", "奋力", "全面", "切实", "着力", "积极", "深入", "不断", "坚决")
_HEADS, _OPENERS = tuple(_ENDS.split()), tuple(_STARTS.split())
_MOST = 4
"""Lines; what is longer is no title, and Word may break it as it likes."""
_POOR, _UNSURE = 3.0, 12.0
"""What a break costs that only a word allows, and one that nothing speaks for."""


def breaks(title: str, widest: int) -> tuple[int, ...]:
    """Where the lines of the title begin after the first: as few lines as fit, by sense, balanced.

    No line ends in 的, 和 or 与, and none of the words known here is divided.
    """
    lines = ceil(_width(title) / widest)
    if not 1 < lines <= _MOST:
        return ()
    costs = {i: cost for i in range(1, len(title)) if (cost := _cost(title, i)) < float("inf")}
    for n in (lines, lines + 1):
        choices = [cut for cut in combinations(costs, n - 1) if _fits(title, cut, widest)]
        if choices:
            return min(choices, key=lambda cut: sum(map(costs.__getitem__, cut)) + _imbalance(title, cut))
    return ()


def _width(text: str) -> float:
    """In characters; Latin letters and digits count half."""
    return sum(0.5 if ord(c) < 0x2E80 and c.isalnum() else 1 for c in text)


def _pieces(title: str, cut: tuple[int, ...]) -> list[str]:
    return [title[a:b].strip("　 ") for a, b in pairwise((0, *cut, len(title)))]


def _fits(title: str, cut: tuple[int, ...], widest: int) -> bool:
    return all(0 < _width(piece) <= widest for piece in _pieces(title, cut))


def _imbalance(title: str, cut: tuple[int, ...]) -> float:
    """Lines of one length are best; a short line above a long one is worse than the other way."""
    widths = [_width(piece) for piece in _pieces(title, cut)]
    spread = (max(widths) - min(widths)) / 2
    return spread + max(0.0, widths[-1] - widths[0])


def _cost(title: str, i: int) -> float:
    """What it costs to begin a line with character `i`: nothing after a mark, more inside a phrase."""
    before, behind = title[i - 1], title[i]
    if before in "　，；：！？。":
        return 0 if behind not in _NO_START else float("inf")
    if before in _NO_END or behind in _NO_START or title.endswith(_ADVERBS, 0, i) or _inside(title, i):
        return float("inf")
    if before in _BEFORE or behind in _BEHIND or title[i : i + 2] == "——":
        return 1
    if title.startswith(_HEADS, i):
        return _UNSURE
    ends, starts = title.endswith(_HEADS, 0, i), title.startswith(_OPENERS, i)
    return 2 if ends and starts else _POOR if ends or starts else _UNSURE


def _inside(title: str, i: int) -> bool:
    spans = (*_TOGETHER.finditer(title), *_words().finditer(title))
    return any(found.start() < i < found.end() for found in spans)


@cache
def _words() -> re.Pattern[str]:
    """The words known here, the longest first."""
    words = sorted((word for word in (*_HEADS, *_OPENERS) if len(word) > 1), key=len, reverse=True)
    return re.compile("|".join(words))
