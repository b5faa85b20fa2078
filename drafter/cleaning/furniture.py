"""What a line of a copied page is by itself: text, a short line, or furniture: menus, adverts, notices.

There is no list of sites; what is told by single words here is told again by statistics in the sieve.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.cleaning.looks import is_page_number, role_of
from drafter.cleaning.rows import HIDDEN, han_in, is_finished

LONG = 70
"""Characters from which on a line is no title."""

_LABELS = (
    "本文字数|阅读时间|预计阅读|热门标签|文章来源|稿件来源|文章作者|索引号|网站标识码|往期推荐|往期回顾|"
    "精彩推荐|相关搜索|点击上方|长按识别|长按二维码|戳这里|编辑|责任编辑|责编|信息来源|发布时间|发布日期|发布者|发布人|发表时间|发布单位|更新时间|浏览|"
    "浏览次数|浏览量|阅读量|阅读次数|点击|点击数|点击量|点击率|访问量|字号|字体|字体大小|打印本页|"
    "关闭窗口|分享到|分享至|点赞|相关热词|热词|当前位置|您现在的位置|您的位置|您当前的位置|你的位置|"
    "所在位置|上一篇|下一篇|上一页|下一页|上一条|下一条|上一主题|下一主题|相关阅读|相关文章|相关链接|"
    "相关新闻|相关推荐|推荐阅读|延伸阅读|热门推荐|热门文章|最新文章|猜你喜欢|网友评论|发表评论|"
    "最新评论|精彩评论|全部评论|首页|网站首页|返回顶部|返回首页|返回列表|回到顶部|关注我们|扫一扫|"
    "微信扫一扫|客服|客服电话|服务热线|全国服务热线|公司地址|运营中心|联系我们|关于我们|网站地图|"
    "友情链接|技术支持|版权所有|版权声明|备案号|免责声明|特别声明|本文链接|本文地址|本文网址|文章地址|"
    "原文链接|原文地址|复制链接|举报|投稿邮箱|附件下载|正序浏览|倒序浏览|本版积分规则|排行榜|楼主|沙发|"
    "只看该作者|发消息|大 中 小|加入收藏|设为首页|手机版|电脑版|无障碍浏览|展开全文|阅读原文|查看原文|"
    "站内搜索|点击查看更多|查看更多|我要评论|网站声明|帮助中心|意见反馈|QQ|公众号|全文共"
)
_PLAIN_LABELS = (
    "编审|审核|初审|复审|终审|校对|校审|监制|来源|稿源|时间|阅读|打印|关闭|收藏|分享|转发|关键词|"
    "关键字|标签|分类|栏目|频道|评论|登录|注册|返回|电话|联系电话|传真|邮箱|邮编|Email|E-mail|地址|"
    "主办单位|主办|承办单位|声明|投稿|下载|回复|摘要|导读|核心提示|搜索|菜单|导航|广告|推广|赞助|更多|"
    "二维码|微信|微博"
)
"""Labels that an honest paper has too."""
_LABELLED, _MAYBE_LABELLED = (
    re.compile(
        rf"^[\[【<〖（(]?(?:{labels})[\]】>〗）)]?\s*(?:[：:|｜丨∣>》»【\[（(]|$|\s|\d)", re.IGNORECASE
    )
    for labels in (_LABELS, _PLAIN_LABELS)
)
_WEB = re.compile(
    r"https?:|www\.|[\w.-]@[\w-]{1,30}\.|\w#\w{1,20}\.com|\.(?:com|cn|net|org|gov|html?|shtml|aspx?|php)\b"
    r"|ICP备|公网安备|[©®]|Copyright|All Rights|Powered by",
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
    "版权|转载|转摘|本网|本站|侵权|免责|不代表|仅代表|未经|扫码|二维码|公众号|关注我们|回帖|楼主|发帖"
    "|站长|本帖|用户分享|登录|注册|在线观看|成人|博彩|范文网|联系我们|本文由|本文来自"
)
_HIDDEN = re.compile(
    "隐藏(?:的)?内容|内容(?:已)?(?:被)?隐藏|(?:回复|登录|付费|购买|关注)(?:后|才|之后)?"
    "(?:可见|可以查看|可查看|查看|才能查看|阅读全文)|查看(?:本帖)?隐藏|剩余(?:内容|部分|\\d)|余下(?:全文|内容)|(?:展开|查看|阅读)(?:剩余)?全文"
)
_FOOT = re.compile(
    r"[\[【<(（]?(?:(?:精彩|网友|全部|最新|热门|发表)?评论|相关(?:阅读|文章|链接|新闻|推荐|热词)|[上下]一[篇条]|责任编辑|责编"
    r"|编辑|编审|审核|校对|分享到?|版权|声明|免责|特别声明|猜你喜欢|推荐阅读|热门推荐|延伸阅读|标签|关键词|更多|打印|关闭"
    r"|主办|评分)(?:[^。]{0,30}$|[：:])"
)
_POSTED = re.compile("发表于 ?\\d|回复于 ?\\d|显示全部楼层")
_THE_END = re.compile(
    r"^[—\-–=*·~\s]*(?:END|The End|全文完|完|未完待续|正文完)[—\-–=*·~\s]*$"
    r"|^[（(](?:完|全文完|未完待续)[）)]$",
    re.I,
)
_CAPTION = re.compile(
    r"^[▲△▼◀↑↓（(【\s]*(?:图片?来源|图源|图为|题图|资料图|配图|供图|摄影)|^.{2,16} 摄(?:影报道)?[）)]?$"
)
_NOBODY = re.compile(
    "^(?:作者|编辑|发布|文)\\s*[：:/丨|]\\s*(?:佚名|匿名|网络|网友|未知|admin|小编|不详|本站|管理员)"
)
_LATIN = re.compile("[A-Za-z]{2,}")

RUNNING, SHORT, NOISE, NOTICE, FOREIGN, BLANK = "正文", "短行", "杂质", "告示", "外文", "空行"
LABEL, ADDRESS = "标签", "网址"
"""A label that an honest paper has too; a sentence with an address of the web."""
TRACES = frozenset({NOISE, NOTICE, HIDDEN})
"""What shows that a text was copied from a page."""


def kind_of(text: str) -> str:
    """What a line is by itself: running text, a short line, furniture, …"""
    if len(text) > 150 and "。" in text:
        return RUNNING
    return next((kind for kind, shows in _KINDS if shows(text)), SHORT)


def _is_blank(text: str) -> bool:
    return (
        is_page_number(text)
        or bool(_THE_END.match(text))
        or not (han_in(text) or _LATIN.search(text) or role_of(text))
    )


def _hides(text: str) -> bool:
    return len(text) < 60 and "。" not in text and bool(_HIDDEN.search(text))


def _is_furniture(text: str) -> bool:
    if _CLOCK.search(text) and len(text) < 120:
        return True
    if _NOBODY.match(text) or (_is_label(text) and _CAPTION.match(text)):
        return True
    if _is_ours(text):
        return False
    short = _is_label(text)
    labelled = short and bool(_LABELLED.match(text))
    addressed = bool(_WEB.search(text)) and not _is_sentence(text)
    return labelled or addressed or (short and len(_TRAIL.findall(text)) >= 2)


def _may_be_label(text: str) -> bool:
    return _is_label(text) and not _is_ours(text) and bool(_MAYBE_LABELLED.match(text))


def _is_addressed(text: str) -> bool:
    return bool(_WEB.search(text)) and _is_sentence(text)


def _is_label(text: str) -> bool:
    return len(text) < 60 and "。" not in text and not is_finished(text)


def _is_sentence(text: str) -> bool:
    return is_finished(text) and han_in(text) * 2 >= len(text)


def _is_ours(text: str) -> bool:
    """Whether a line has a role on the page, or a hole of ours."""
    return "〔待" in text or bool(role_of(text))


def _is_notice(text: str) -> bool:
    if not _PLAIN_NOTICE.search(text):
        return False
    words = len(set(_NOTICE.findall(text)))
    return (words >= 2 and words * 40 >= len(text)) or bool(_TELEPHONE.search(text))


def _is_foreign(text: str) -> bool:
    return han_in(text) < 0.45 * len(text.replace(" ", "")) and not _is_ours(text)


def _is_running(text: str) -> bool:
    if len(text) >= LONG:
        return True
    if len(text) >= 20:
        return "。" in text or is_finished(text)
    return is_finished(text) and han_in(text) >= 8


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (BLANK, _is_blank),
    (HIDDEN, _hides),
    (NOISE, _is_furniture),
    (NOTICE, _is_notice),
    (LABEL, _may_be_label),
    (ADDRESS, _is_addressed),
    (FOREIGN, _is_foreign),
    (RUNNING, _is_running),
)


def talks_of_pages(text: str) -> bool:
    """Whether a line has a word that pages have of themselves."""
    return bool(_NOTICE.search(text))


def begins_the_foot(text: str) -> bool:
    """Whether no essay goes on under such a line: 上一篇：…, 精彩评论, 发表于 …"""
    advert = text[0] == "【" and text[-1] == "】" and "：" in text
    return (bool(_FOOT.match(text)) and not advert) or is_post(text)


def is_post(text: str) -> bool:
    """Whether a line is the head of a post in a forum."""
    return bool(_POSTED.search(text))
