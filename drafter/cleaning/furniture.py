"""Which lines of a copied page are the essay, and which its furniture: menus, adverts, notices.

By statistics of the line and of the words that it shares with the running text; there is no
list of sites.  A document that shows no trace of a web page loses nothing but what is plainly none
of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from drafter.chinese import HAN
from drafter.cleaning.looks import ORGANISATION, is_numbered, is_page_number, role_of
from drafter.cleaning.rows import HEADING, HIDDEN, TITLE, Row, han_in, is_finished

PROFILE = 200_000
"""Characters of running text that are enough to know its words."""
LONG = 70
"""Characters from which on a line is no title."""
HEAD = 12
"""Rows at the top among which a title stands."""
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
    r"https?:|www\.|[\w.-]@[\w-]{1,30}\.|\w#\w{1,20}\.com|\.(?:com|cn|net|org|gov|html?|shtml|aspx?|php)\b|ICP备|公网安备|[©®]|Copyright"
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
_PLAIN_NOTICE = re.compile(
    "版权|转载|转摘|本网|本站|侵权|免责|不代表|仅代表|未经|扫码|二维码|公众号|关注我们|回帖|楼主|发帖|站长|本帖|用户分享|登录|注册"
    "|在线观看|成人|博彩|范文网|联系我们|本文由|本文来自"
)
_HIDDEN = re.compile(
    "隐藏(?:的)?内容|内容(?:已)?(?:被)?隐藏|(?:回复|登录|付费|购买|关注)(?:后|才|之后)?(?:可见|可以查看|可查看|查看|才能查看|阅读全文)"
    "|查看(?:本帖)?隐藏|剩余(?:内容|部分|\\d)|余下(?:全文|内容)|(?:展开|查看|阅读)(?:剩余)?全文"
)
_FOOT = re.compile(
    r"[\[【<(（]?(?:精彩评论|网友评论|全部评论|最新评论|热门评论|发表评论|评论|相关(?:阅读|文章|链接|新闻|推荐|热词)|上一[篇条页]|下一[篇条页]"
    r"|责任编辑|责编|编辑|编审|审核|校对|分享到|分享|版权|声明|免责|特别声明|猜你喜欢|推荐阅读|热门推荐|延伸阅读|标签|关键词|更多|打印|关闭|主办|评分)"
    r"(?:[^。]{0,30}$|[：:])"
)
"""Lines under which no essay goes on."""
_GENRE = re.compile(
    "(?:讲话|发言|致辞|致词|汇报|报告|主持词|体会|感悟|感言|思考|心得|一封信|讲稿|演讲稿?|总结|计划|方案|倡议书?|述职|有感|随想|札记|手记"
    "|侧记|意见|要点|纪要|贺[信词]|[祝答]酒?[词辞]|[开闭]幕[词辞]|欢迎[词辞]|寄语|通知|通报|公告|决定|决议|办法|规定|章程|说明)$"
)
"""How the titles of speeches and papers end."""
_POSTED = re.compile("发表于 ?\\d|回复于 ?\\d|显示全部楼层")
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
    return is_page_number(text) or not (han_in(text) or _LATIN.search(text) or role_of(text))


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
    if not _PLAIN_NOTICE.search(text):
        return False
    words = len(set(_NOTICE.findall(text)))
    return (words >= 2 and words * 40 >= len(text)) or bool(_TELEPHONE.search(text))


def _is_foreign(text: str) -> bool:
    return han_in(text) < 0.45 * len(text.replace(" ", "")) and not role_of(text) and "〔待" not in text


def _is_running(text: str) -> bool:
    if len(text) >= LONG:
        return True
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

    @cached_property
    def words(self) -> Counter[str]:
        """What the running text is about, as pairs of characters."""
        return Counter(self._profile())

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
        if not self.running:
            return {i for i, kind in enumerate(self.kinds) if kind in (SHORT, FOREIGN, HIDDEN)}
        first, last, end = self._span()
        body = {i for i in range(first, last + 1) if self.kinds[i] in (RUNNING, HIDDEN) or self._belongs(i)}
        return self._head(first) | body | self._foot(last, end)

    def _span(self) -> tuple[int, int, int]:
        """The first and the last row of the essay's running text, and where the page's foot begins."""
        if not self.dirty:
            return self.running[0], self.running[-1], len(self.rows)
        end = self._end()
        run = [i for i in self.running if i < end]
        while len(run) > 2 and self._is_stray(run[-1], run[-2]):
            run.pop()
        start = next((n for n in range(len(run) - 2) if not self._is_stray(run[n], run[n + 1])), 0)
        return run[start], run[-1], end

    def _end(self) -> int:
        """The row where comments, links and notices begin, once most of the text has been read."""
        sizes = {i: len(self.rows[i].text) for i in self.running}
        read, most = 0, 0.6 * sum(sizes.values())
        for i, row in enumerate(self.rows):
            read += sizes.get(i, 0)
            if read > most and i not in sizes and (_FOOT.match(row.text) or _POSTED.search(row.text)):
                return i
        return len(self.rows)

    def _is_stray(self, i: int, inner: int) -> bool:
        """Whether a paragraph at the edge is the page's: off the subject, and parted from it or a notice."""
        text = self.rows[i].text
        between = self.kinds[min(i, inner) + 1 : max(i, inner)]
        parted = NOISE in between or NOTICE in between
        return (parted or bool(_NOTICE.search(text))) and len(text) < 150 and self.shared(i) < self.limit

    @cached_property
    def limit(self) -> float:
        """The share of common words under which a paragraph is off the subject."""
        shares = sorted(self.shared(i) for i in self.running[:: max(1, len(self.running) // EDGE)])
        return min(0.35, 0.6 * shares[len(shares) // 2])

    def _belongs(self, i: int) -> bool:
        """Whether a line between two paragraphs is the essay's."""
        kind, row = self.kinds[i], self.rows[i]
        if kind in (NOISE, BLANK) or (i < HEAD and kind == SHORT and self._is_title_again(i)):
            return False
        if kind == NOTICE:
            return self.shared(i) >= 0.35
        if not self.dirty or is_numbered(row.text) or row.hint or role_of(row.text):
            return True
        return not self._is_suspect(i) or self.shared(i) >= 0.1

    def _is_suspect(self, i: int) -> bool:
        """Whether a line talks as pages do, or stands beside one that is the page's."""
        near = {self.kinds[i - 1], self.kinds[i + 1]} if 0 < i < len(self.kinds) - 1 else set()
        return bool(_NOTICE.search(self.rows[i].text)) or bool(near & _TRACES) or self.kinds[i] == FOREIGN

    def _head(self, first: int) -> set[int]:
        """The lines above the text that are its title, and what goes with one."""
        above = [i for i in range(first) if self.kinds[i] == SHORT]
        if not self.dirty:
            return {i for i in above if not self._is_spam(i) and not self._repeats(i, above[:HEAD])}
        title = self._title(above)
        kept = {title} if title >= 0 else set()
        for i in above:
            if i > title and self._goes_with(i, first, kept) and not self._repeats(i, sorted(kept)):
                kept.add(i)
        return kept

    def _is_spam(self, i: int) -> bool:
        """Whether the very first lines of a clean text have nothing to do with it."""
        text = self.rows[i].text
        if i > 1 or han_in(text) < 12 or role_of(text):
            return False
        body = "".join(islice((self.rows[k].text for k in self.running), EDGE))
        return len(body) >= 300 and not any(pair in body for pair in pairs(text))

    def _title(self, above: Sequence[int]) -> int:
        """The line above the text that is most about it, or is called as speeches are; -1 where none is."""
        lines = [i for i in above if self._may_be_title(i)]
        lines = [i for i in lines if not ORGANISATION.match(self.rows[i].text)] or lines
        marked = [i for i in lines if self.rows[i].hint.startswith((TITLE, HEADING))]
        best = max(marked or lines, key=self._likeness, default=-1)
        return best if best >= 0 and (len(lines) == 1 or self._likeness(best) >= 0.05) else -1

    def _may_be_title(self, i: int) -> bool:
        text = self.rows[i].text
        return han_in(text) >= 3 and not (role_of(text) or is_numbered(text) or _NOTICE.search(text))

    def _likeness(self, i: int) -> float:
        """How much a line above the text looks like its title."""
        text = self.rows[i].text
        size = han_in(text)
        shaped = 8 <= size <= 40 and "," not in text and "，" not in text
        return self.shared(i) * min(1, size / 8) + 0.25 * bool(_GENRE.search(text)) + 0.06 * shaped

    def _goes_with(self, i: int, first: int, kept: set[int]) -> bool:
        """Whether a line between the title and the text is the essay's."""
        row = self.rows[i]
        role = row.hint or role_of(row.text)
        if role == "署名" or ORGANISATION.match(row.text):
            return i + 1 == first or (
                bool(kept) and all(k in kept or self.kinds[k] != SHORT for k in range(max(kept), i))
            )
        if role or is_numbered(row.text):
            return role != "来源"
        return self.shared(i) >= 0.34 or bool(kept and not self._is_suspect(i))

    def _foot(self, last: int, end: int) -> set[int]:
        """The lines under the text that are a signature, a date, an annex … and no footer."""
        below = [i for i in range(last + 1, end) if self.kinds[i] == SHORT]
        kept: set[int] = set()
        for i in reversed(below):
            if self._closes(i, last, kept) and not self._repeats(i, range(HEAD)):
                kept.add(i)
        return kept

    def _closes(self, i: int, last: int, kept: set[int]) -> bool:
        row = self.rows[i]
        role = row.hint or role_of(row.text)
        if not self.dirty:
            return True
        if role == "署名" or ORGANISATION.match(row.text):
            return i == last + 1 or i + 1 in kept
        return bool(role) or is_numbered(row.text) or (i == last + 1 and is_finished(row.text))

    def _is_title_again(self, i: int) -> bool:
        """Whether a line between the first paragraphs says the end of the title again."""
        text = bare(self.rows[i].text)
        heads = (
            bare(row.text) for row, kind in zip(self.rows[:i], self.kinds, strict=False) if kind == SHORT
        )
        return len(text) >= 4 and any(head.endswith(text) for head in heads)

    def _repeats(self, i: int, others: Iterable[int]) -> bool:
        """Whether a line says again what a short line above it says: a title, or an abstract of it."""
        text = bare(self.rows[i].text)
        heads = (bare(self.rows[k].text) for k in others if k < i and self.kinds[k] == SHORT)
        return any(len(head) >= 6 and len(text) >= 6 and (head in text or text in head) for head in heads)


def bare(text: str) -> str:
    """The Han characters of `text`, single ones between other signs apart."""
    return "".join(_HAN_RUN.findall(text))


def pairs(text: str) -> Iterator[str]:
    """The pairs of Han characters that stand side by side."""
    for run in _HAN_RUN.findall(text):
        yield from map(str.__add__, run, run[1:])
