"""Which lines of a copied page are the essay, and which its furniture: menus, adverts, notices.

By statistics of the line and of the words that it shares with the running text; there is no
list of sites.  A document that shows no trace of a web page loses nothing but what is plainly none
of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from drafter.chinese import HAN
from drafter.cleaning.looks import ORGANISATION, is_numbered, role_of
from drafter.cleaning.rows import HIDDEN, Row, han_in, is_finished

PROFILE = 200_000
"""Characters of running text that are enough to know its words."""
EDGE = 40
"""Rows of running text, from either end, that may still be furniture."""

_LABELS = (
    "编辑|责任编辑|责编|编审|审核|初审|复审|终审|校对|校审|监制|来源|稿源|信息来源|发布时间|发布日期|"
    "发布者|发布人|发表时间|发布单位|更新时间|时间|浏览|浏览次数|浏览量|阅读|阅读量|阅读次数|点击|"
    "点击数|点击量|点击率|访问量|字号|字体|字体大小|打印|打印本页|关闭|关闭窗口|收藏|分享|分享到|"
    "分享至|转发|点赞|相关热词|热词|关键词|关键字|标签|分类|栏目|频道|当前位置|您现在的位置|您的位置|"
    "您当前的位置|你的位置|所在位置|上一篇|下一篇|上一页|下一页|上一条|下一条|上一主题|下一主题|"
    "相关阅读|相关文章|相关链接|相关新闻|相关推荐|推荐阅读|延伸阅读|热门推荐|热门文章|最新文章|"
    "猜你喜欢|评论|网友评论|发表评论|最新评论|精彩评论|全部评论|登录|注册|首页|网站首页|返回顶部|"
    "返回首页|返回列表|返回|回到顶部|关注我们|扫一扫|微信扫一扫|客服|客服电话|服务热线|全国服务热线|"
    "电话|联系电话|传真|邮箱|邮编|Email|E-mail|地址|公司地址|运营中心|联系我们|关于我们|网站地图|"
    "友情链接|技术支持|主办单位|主办|承办单位|版权所有|版权声明|备案号|声明|免责声明|特别声明|本文链接|"
    "本文地址|本文网址|文章地址|原文链接|原文地址|复制链接|举报|投稿|投稿邮箱|附件下载|下载|正序浏览|"
    "倒序浏览|本版积分规则|排行榜|楼主|沙发|回复|只看该作者|发消息|大 中 小|加入收藏|设为首页|手机版|"
    "电脑版|无障碍浏览|展开全文|阅读原文|查看原文|摘要|导读|核心提示|搜索|站内搜索|菜单|导航|广告|推广|"
    "赞助|更多|点击查看更多|查看更多|我要评论|网站声明|帮助中心|意见反馈|二维码|微信|微博|QQ|公众号|"
    "全文共"
)
_LABELLED = re.compile(
    rf"^[\[【<〖（(]?(?:{_LABELS})[\]】>〗）)]?\s*(?:[：:|｜>》»【\[（(]|$|\s|\d)", re.IGNORECASE
)
_WEB = re.compile(
    r"https?:|www\.|[\w.-]+@[\w-]+\.|\w#\w+\.com|\.(?:com|cn|net|org|gov|html?|shtml|aspx?|php)\b|ICP备|公网安备|[©®]|Copyright"
    r"|All Rights|Powered by",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*\d{1,2}:\d{2}")
_TELEPHONE = re.compile(r"(?<!\d)(?:0\d{2,3}[-－]\d{7,8}|1[3-9]\d{9}|400[-\d]{7,10})(?!\d)")
_TRAIL = re.compile(r"[|｜│┃]|[>»›→](?![\d ]*\d)|&gt;")
_NOTICE = re.compile(
    "版权|转载|转摘|本网|本站|侵权|免责|不代表|仅代表|未经|授权|稿酬|投稿|举报|客服|登录|注册|点击|"
    "扫码|扫描|二维码|公众号|关注我们|回帖|楼主|发帖|站长|网友|删除|下载|本帖|论坛|网络整理|互联网用户|"
    "用户分享|上传|APP|联系我们|仅供|如有|本文由|本文来自|整理发布|书签|会员|积分|VIP|小编|热线|微信|"
    "优惠|在线观看|免费|成人|赌|博彩|视频|精品|第一时间删除|网站|网页|浏览器|更多精彩|更多内容|范文网|"
    "原创|复制"
)
_HIDDEN = re.compile(
    "隐藏(?:的)?内容|内容(?:已)?(?:被)?隐藏|(?:回复|登录|付费|购买|关注)(?:后|才|之后)?(?:可见|可以查看|可查看|查看|才能查看|阅读全文)"
    "|查看(?:本帖)?隐藏|剩余(?:内容|部分|\\d)|余下(?:全文|内容)|(?:展开|查看|阅读)(?:剩余)?全文"
)
_PAGE_NUMBER = re.compile(
    r"^[-—–·\s]*\d{1,4}[-—–·\s]*$|^第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$|^\d{1,3}\s*/\s*\d{1,3}$"
)
_LATIN = re.compile("[A-Za-z]{2,}")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Sifted:
    """The rows of the essay, and those that were its page's."""

    text: tuple[Row, ...]
    noise: tuple[Row, ...]


def sifted(rows: Sequence[Row], web: bool = False) -> Sifted:
    """`rows` parted into the essay and its page's furniture; `web`: they are known to be a web page's."""
    kinds = [kind_of(row.text) for row in rows]
    sieve = _Sieve(rows, kinds, web or any(kind in _TRACES for kind in kinds))
    kept = sieve.kept()
    text = (
        replace(row, hint=HIDDEN) if kinds[i] == HIDDEN else row for i, row in enumerate(rows) if i in kept
    )
    gone = (row for i, row in enumerate(rows) if i not in kept or kinds[i] == HIDDEN)
    return Sifted(tuple(text), tuple(gone))


RUNNING, SHORT, NOISE, NOTICE, FOREIGN, BLANK = "正文", "短行", "杂质", "告示", "外文", "空行"
_TRACES = frozenset({NOISE, NOTICE, HIDDEN})


def kind_of(text: str) -> str:
    """What a line is by itself: running text, a short line, furniture, …"""
    if len(text) > 150 and "。" in text:
        return RUNNING
    return next((kind for kind, shows in _KINDS if shows(text)), SHORT)


def _is_blank(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text)) or not (han_in(text) or _LATIN.search(text) or role_of(text))


def _hides(text: str) -> bool:
    return len(text) < 60 and "。" not in text and bool(_HIDDEN.search(text))


def _is_furniture(text: str) -> bool:
    if _CLOCK.search(text) and len(text) < 120:
        return True
    if role_of(text) or "〔待" in text:
        return False
    short = len(text) < 60 and "。" not in text
    labelled = short and not is_finished(text) and bool(_LABELLED.match(text))
    return labelled or bool(_WEB.search(text)) or (short and len(_TRAIL.findall(text)) >= 2)


def _is_notice(text: str) -> bool:
    words = len(set(_NOTICE.findall(text)))
    return (words >= 2 and words * 40 >= len(text)) or (words >= 1 and bool(_TELEPHONE.search(text)))


def _is_foreign(text: str) -> bool:
    return han_in(text) < 0.45 * len(text.replace(" ", "")) and not role_of(text) and "〔待" not in text


def _is_running(text: str) -> bool:
    if len(text) >= 20:
        return "。" in text or is_finished(text)
    return is_finished(text) and han_in(text) >= 8


_KINDS = (
    (BLANK, _is_blank),
    (HIDDEN, _hides),
    (NOISE, _is_furniture),
    (NOTICE, _is_notice),
    (FOREIGN, _is_foreign),
    (RUNNING, _is_running),
)


class _Sieve:
    """The rows of one document with what its running text is about."""

    def __init__(self, rows: Sequence[Row], kinds: Sequence[str], dirty: bool) -> None:
        self.rows, self.kinds, self.dirty = rows, kinds, dirty
        self.running = [i for i, kind in enumerate(kinds) if kind == RUNNING]
        self.words = Counter(self._profile())

    def _profile(self) -> Iterator[str]:
        """The pairs of characters of the running text, enough of them."""
        size = 0
        for i in self.running:
            size += len(self.rows[i].text)
            if size > PROFILE:
                return
            yield from pairs(self.rows[i].text)

    def shared(self, i: int) -> float:
        """The share of row `i` that the (other) running text has too."""
        own = Counter(pairs(self.rows[i].text))
        again = own if self.kinds[i] == RUNNING else Counter[str]()
        common = sum(n for pair, n in own.items() if self.words[pair] > again[pair])
        return common / max(1, own.total())

    def kept(self) -> set[int]:
        """The rows that are the essay's."""
        kinds = self.kinds
        if not self.running:
            return {i for i, kind in enumerate(kinds) if kind in (SHORT, FOREIGN, HIDDEN)}
        first, last = self._span()
        kept = {i for i in self.running if first <= i <= last}
        kept |= {i for i in range(first, last) if kinds[i] == HIDDEN}
        kept |= {i for i in range(first + 1, last) if kinds[i] not in (RUNNING, HIDDEN) and self._belongs(i)}
        for i in range(first):
            if self._opens(i, first, kept):
                kept.add(i)
        for i in range(len(kinds) - 1, last, -1):
            if self._closes(i, last, kept):
                kept.add(i)
        return kept

    def _span(self) -> tuple[int, int]:
        """The first and the last row of running text that keep to the subject."""
        run = self.running
        if not self.dirty or len(run) < 3:
            return run[0], run[-1]
        sample = sorted(self.shared(i) for i in run[:: max(1, len(run) // EDGE)])
        limit = min(0.35, 0.6 * sample[len(sample) // 2])

        def on_subject(i: int) -> bool:
            return han_in(self.rows[i].text) > 120 or self.shared(i) >= limit

        first = next(filter(on_subject, islice(run, EDGE)), run[0])
        last = next(filter(on_subject, islice(reversed(run), EDGE)), run[-1])
        return (first, last) if first <= last else (run[0], run[-1])

    def _belongs(self, i: int) -> bool:
        """Whether a line between two paragraphs is the essay's."""
        kind, row = self.kinds[i], self.rows[i]
        if kind in (NOISE, BLANK):
            return False
        if kind == NOTICE:
            return self.shared(i) >= 0.35
        if not self.dirty or is_numbered(row.text) or row.hint or role_of(row.text) in ("称呼", "结语"):
            return True
        sandwiched = {self.kinds[i - 1], self.kinds[i + 1]} == {RUNNING}
        return kind == SHORT and self.shared(i) >= (0.1 if sandwiched else 0.3)

    def _opens(self, i: int, first: int, kept: set[int]) -> bool:
        """Whether a line above the text is its title, or what goes with one."""
        kind, text = self.kinds[i], self.rows[i].text
        if kind != SHORT or self._repeats(i, kept):
            return False
        role = role_of(text)
        if role == "署名" or ORGANISATION.match(text):
            return not self.dirty or i + 1 == first or bool(kept & {i - 1, i - 2})
        if role or is_numbered(text):
            return not (self.dirty and role == "来源")
        length = han_in(text)
        if self.dirty:
            return length >= 4 and self.shared(i) >= (0.15 if self.rows[i].hint else 0.34)
        return length < 12 or self.shared(i) >= 0.1 or sum(self.words.values()) < 300

    def _closes(self, i: int, last: int, kept: set[int]) -> bool:
        """Whether a line under the text is a signature, a date, an annex … and no footer."""
        kind, text = self.kinds[i], self.rows[i].text
        if kind != SHORT or self._repeats(i, kept):
            return False
        role = role_of(text)
        if role == "署名" or ORGANISATION.match(text):
            return not self.dirty or i == last + 1 or i + 1 in kept
        return bool(role) or is_numbered(text) or not self.dirty

    def _repeats(self, i: int, kept: set[int]) -> bool:
        """Whether a line says again what a line of the head says: a title, or an abstract of it."""
        text = "".join(_HAN_RUN.findall(self.rows[i].text))
        heads = (
            "".join(_HAN_RUN.findall(self.rows[k].text)) for k in kept if k < 12 and self.kinds[k] == SHORT
        )
        return any(len(head) >= 6 and len(text) >= 6 and (head in text or text in head) for head in heads)


def pairs(text: str) -> Iterator[str]:
    """The pairs of Han characters that stand side by side."""
    for run in _HAN_RUN.findall(text):
        yield from map(str.__add__, run, run[1:])
