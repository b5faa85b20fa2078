"""A page that shows every style of a look, to edit in Word."""

from __future__ import annotations

from drafter.formats.look import Look
from drafter.outline import Outline, Paragraph, Section

_ADVICE = "改版式要改样式：在“样式”窗格里右键点样式名，选“修改”；只改眼前这一段的字体，不会带到成稿里去。"
_TEXT = "这一段是正文。成稿里没有另外说明的段落都是这个样子。"
_USE = "存盘以后，用 --look 加这个文件的名字，成稿就照它排；这里的文字不会进入成稿，写什么都不要紧。"


def specimen(look: Look) -> Outline:
    """An outline with a paragraph of each role, which says what it is."""
    fourth = Section("四级标题的样子", (Paragraph("四级以下的标题，样子同四级。"),))
    third = Section("三级标题的样子", (Paragraph(_TEXT),), (fourth,))
    second = Section("二级标题的样子", (Paragraph(_TEXT),), (third,))
    first = Section("一级标题的样子", (Paragraph(_ADVICE), Paragraph(_USE)), (second,))
    opening = Paragraph("段首标题是一段的第一句，用它那一级标题的字体，后面接正文。")
    quotation = Paragraph("引语单独成段，是这个样子。", "引语")
    deeper = Section("二级段首标题", (Paragraph("后面接正文。"),), run_in=True)
    run_in = Section("段首标题的样子", (opening, quotation), (deeper,), run_in=True)
    return Outline(
        f"版式“{look.name}”的样子",
        (
            Paragraph("——副题是这个样子", "副题"),
            Paragraph("署名", "署名"),
            Paragraph("（题注：某年某月某日）", "题注"),
            Paragraph("称呼：", "称呼"),
        ),
        (Paragraph(_TEXT),),
        (first, run_in),
        (
            Paragraph("结语是文章最后的话，样子同正文。"),
            Paragraph("附件：1.第一份附件的名称", "附件"),
            Paragraph("2.第二份附件的名称", "附件"),
            Paragraph("落款的单位名称", "落款"),
            Paragraph("2026年1月1日", "日期"),
            Paragraph("（附注是这个样子）", "附注"),
        ),
    )
