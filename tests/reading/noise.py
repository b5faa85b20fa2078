"""What the web, the forum, the PDF and the old disk do to a text; always the same for the same text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from drafter.formats.page import TITLE, Line
from tests.reading.notation import page_of

SOUNDS = {
    "会": "huì", "发": "fā", "长": "cháng", "业": "yè", "学": "xué", "书": "shū", "农": "nóng", "时": "shí",
    "问": "wèn", "题": "tí", "难": "nán", "务": "wù", "导": "dǎo", "组": "zǔ", "织": "zhī", "经": "jīng",
    "济": "jì", "实": "shí", "践": "jiàn", "报": "bào", "电": "diàn", "话": "huà", "进": "jìn", "过": "guò",
    "门": "mén", "开": "kāi", "关": "guān", "现": "xiàn", "领": "lǐng", "队": "duì", "绿": "lǜ", "数": "shù",
    "样": "yàng", "确": "què", "变": "biàn", "认": "rèn", "讲": "jiǎng", "调": "diào", "乡": "xiāng",
}  # fmt: skip


def plain(page: str) -> str:
    """The page as a writer saves it: a line for each paragraph."""
    return "".join(f"{shown}\n" for line in page_of(page) if (shown := _shown(line)))


def _shown(line: Line) -> str:
    if line.text.startswith("〔待补"):
        return ""
    if line.depth:
        return f"{line.heading}{line.rest}".rstrip()
    return line.text


def half_width(text: str) -> str:
    return text.translate(str.maketrans("，；：？！（）", ",;:?!()"))


def with_pinyin(text: str) -> str:
    """Every other character that has a sound in the table gets it as a note."""
    count = 0

    def note(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"{found[0]}({SOUNDS[found[0]]})" if count % 3 == 0 else found[0]

    return re.sub(f"[{''.join(SOUNDS)}]", note, text)


def traditional(text: str) -> str:
    import opencc

    return str(opencc.OpenCC("s2t").convert(text))


def with_jammer(text: str) -> str:
    dice = random.Random(text)
    return "".join(f"{line}{_jammer(dice)}\n{_jammer(dice)}\n" for line in text.splitlines())


def _jammer(dice: random.Random) -> str:
    pairs = range(dice.randint(5, 15))
    return "".join(f"{chr(dice.randint(32, 59))} {chr(dice.randint(63, 126))}" for _ in pairs)


FORUM_HEAD = """
[复制链接]
青山依旧 发表于 2019-4-2 08:31:07 | 显示全部楼层 |阅读模式
 
"""
FORUM_FOOT = """
评分
参与人数 2
精彩评论3

小楼听雨 发表于 2019-4-3 10:02:55 | 显示全部楼层
谢谢楼主分享，收藏了
您需要登录后才可以回帖 登录 | 立即注册
本版积分规则
关注我们：微信订阅号
Copyright ©2010-2024 文稿论坛 Powered by©Discuz! 技术支持：某某文化 备案号 ( 某ICP备10000000号-1 )
"""


def in_forum(text: str) -> str:
    title, body = text.split("\n", 1)
    return f"返回列表\n发新帖\n开启左侧\n\n{title}{FORUM_HEAD}{body}{FORUM_FOOT}"


def in_site(text: str) -> str:
    title, body = text.split("\n", 1)
    return (
        f"当前位置：首页 > 文稿中心 > 讲话致辞 > 正文\n{title}\n"
        "2024-05-06 09:12:33  来源：某某新闻网  作者：佚名  点击：1024次\n字号：【大 中 小】 打印本页\n"
        f"{body}"
        "责任编辑：某某\n上一篇：关于做好防汛工作的通知\n下一篇：一图读懂政策要点\n分享到：微信 微博 QQ空间\n"
        "版权声明：本网所有文字、图片和音视频，版权均属本网所有，未经授权不得转载、链接或以其他方式复制发表。\n"
        "主办单位：某某县人民政府办公室  联系电话：0570-12345678  某ICP备05000000号\n"
    )


def under_spam(text: str) -> str:
    advert = "国产精品在线播放,免费视频一区二区,er88成人影院在线观看,彩票注册送彩金\n"
    return f"{advert}\n{text}\n更多精彩内容请扫描二维码关注微信公众号\nhttp://www.example.com/article/2023/0512.html\n"


def _furniture() -> dict[str, list[str]]:
    """Lines of web pages, by where they stand: ABOVE the text, BETWEEN its paragraphs, BELOW it."""
    parts = (Path(__file__).parent / "furniture.txt").read_text("utf-8").split("# ")[1:]
    return {part.split("\n", 1)[0]: part.splitlines()[1:] for part in parts}


def strewn(text: str) -> str:
    """Lines of a page above the title and under it, between the paragraphs and below."""
    dice = random.Random(text)
    above, between, below = _furniture().values()
    title, *body = text.splitlines()
    for line in dice.sample(between, 2):
        body.insert(dice.randrange(len(body) // 2, max(len(body) - 2, len(body) // 2 + 1)), line)
    lines = [*dice.sample(above, 3), title, *dice.sample(above, 2), *body, *dice.sample(below, 6)]
    return "\n".join(lines) + "\n"


def broken_by_pdf(text: str, width: int = 30) -> str:
    """Lines of `width` characters, paragraphs set in, page numbers between the pages."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.splitlines()):
        shown = paragraph if number == 0 else f"　　{paragraph}"
        lines += [shown[i : i + width] for i in range(0, len(shown), width)]
    for n in range(18, len(lines), 19):
        lines.insert(n, f"- {n // 18} -")
    return "\n".join(lines) + "\n"


def in_mail(text: str, width: int = 36) -> str:
    """An answered e-mail: lines broken and quoted, an empty line between paragraphs."""
    blocks = (
        "\n".join(f"> {paragraph[i : i + width]}" for i in range(0, len(paragraph), width))
        for paragraph in text.splitlines()
    )
    return "\n>\n".join(blocks) + "\n"


def with_invisible(text: str) -> str:
    """Zero-width characters, non-breaking spaces and soft hyphens strewn in."""
    dice = random.Random(text)
    signs = ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060"]
    strewn = "".join(char + (dice.choice(signs) if dice.random() < 0.06 else "") for char in text)
    return "".join(f"\u00a0\u00a0{line}\u00a0\r\n" for line in strewn.splitlines())


def as_html(page: str) -> str:
    """A page of a content system, with its menus."""
    blocks = "".join(
        f"<h1>{line.text}</h1><div class='info'>时间：2024-05-06 来源：本站 浏览：88</div>"
        if line.role == TITLE
        else f"<p style='text-indent:2em'>　　{'<strong>' if line.run_in else ''}{shown}</p>"
        if not line.run_in
        else f"<p>　　<strong>{line.heading}</strong>{line.rest}</p>"
        for line in page_of(page)
        if (shown := _shown(line))
    )
    return SITE.format(blocks=blocks)


SITE = """<!DOCTYPE html>
<html><head><meta charset='utf-8'><title>某某网</title><script>var a='正文';</script></head>
<body><div class='nav'><ul><li><a href='/'>首页</a></li><li><a href='/n'>要闻</a></li>
<li><a href='/g'>政务公开</a></li></ul></div>
<div class='path'><a href='/'>首页</a> &gt; <a href='/a'>文稿</a> &gt; 正文</div>
<div class='content'>{blocks}</div>
<div class='more'><h3>相关阅读</h3><ul><li><a href='/x'>一季度工作要点发布</a></li>
<li><a href='/y'>关于开展春季植树活动的通知</a></li></ul></div>
<div class='foot'><p>主办：某某办公室 版权所有 未经授权不得转载</p>
<p>ICP备05000000号 电话：0570-1234567</p></div></body></html>
"""


def as_br(page: str) -> str:
    """An old page: one cell, lines parted by <br>, indents of &nbsp;."""
    lines = [shown for line in page_of(page) if (shown := _shown(line))]
    cell = "<br>\n<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in lines[1:])
    return OLD_SITE.format(title=lines[0], cell=cell)


OLD_SITE = """<html><body><table>
<tr><td><a href='/'>首页</a>|<a href='/b'>公文</a>|<a href='/c'>范文</a></td></tr>
<tr><td align=center><b><font size=4>{title}</font></b></td></tr>
<tr><td><font size=3>{cell}</font></td></tr>
<tr><td>【<a href='#'>打印</a>】【<a href='#'>关闭</a>】</td></tr>
</table></body></html>
"""


def as_markdown(page: str) -> str:
    """A note: # for headings, ** for headings in their paragraph."""
    return "\n\n".join(
        f"# {line.text}"
        if line.role == TITLE
        else f"**{line.heading}**{line.rest}"
        if line.run_in
        else f"{'#' * (line.depth + 1)} {shown}"
        if line.depth
        else shown
        for line in page_of(page)
        if (shown := _shown(line))
    )


NOISES: dict[str, Callable[[str], str]] = {
    "plain": plain,
    "half-width": lambda page: half_width(plain(page)),
    "pinyin": lambda page: with_pinyin(plain(page)),
    "traditional": lambda page: traditional(plain(page)),
    "mirror": lambda page: half_width(with_pinyin(traditional(plain(page)))),
    "jammer": lambda page: with_jammer(plain(page)),
    "forum": lambda page: in_forum(with_jammer(plain(page))),
    "site": lambda page: in_site(plain(page)),
    "spam": lambda page: under_spam(half_width(plain(page))),
    "strewn": lambda page: strewn(plain(page)),
    "pdf": lambda page: broken_by_pdf(plain(page)),
    "mail": lambda page: in_mail(plain(page)),
    "invisible": lambda page: with_invisible(plain(page)),
    "html": as_html,
    "br": as_br,
    "markdown": as_markdown,
}
SUFFIX = {"html": ".html", "br": ".htm", "markdown": ".md"}
