"""Outlines for the tests of Word files: short ones, and one with everything in it."""

from __future__ import annotations

from dataclasses import replace

from drafter.outline import Credit, Outline, Paragraph, Section, Source

PLAIN = Outline(
    "把灯留到九点",
    (Paragraph("——一间阅览室的小账", "副题"), Paragraph("同志们：", "称呼")),
    (Paragraph("灯亮着，人就会来。"),),
    (
        Section("先问远近", (Paragraph("从村口走到这里要二十分钟。"),)),
        Section("再问早晚", (Paragraph("收工以后，天已经黑了。"),)),
    ),
    (Paragraph("账算清了，灯就亮了。"), Paragraph("某某县图书馆", "落款"), Paragraph("2026年8月1日", "日期")),
)

NOTES = "下乡笔记"
FRAME = Credit("哪里…就…到哪里", "句框", (Source(NOTES, 4), Source("读书随想")), ("走到…，问到…", "一…一…"))
PHRASE = Credit("有来有回", "四字", (Source(NOTES, 7),), ("有问有答", "有借有还"))
QUOTATION = Credit("灯下有书声", "引语", (Source("旧县志", 0),))
CREDITED = replace(
    PLAIN,
    body=(
        Paragraph("灯亮着，人就会来，哪里有人等，车就开到哪里，有来有回。"),
        Paragraph("前人说：“灯下有书声。”"),
    ),
    credits=(FRAME, PHRASE, QUOTATION),
)

GAPPED = replace(
    PLAIN,
    title="把灯留到〔待定：九点｜十点〕",
    body=(Paragraph("去年来了〔待补：人次｜来源：登记簿〕，比前年多〔待核：三成〕。"),),
)


def _levels(depth: int) -> tuple[Section, ...]:
    """Sections inside sections, `depth` levels of them, every second one run-in."""
    if not depth:
        return ()
    body = (
        Paragraph("这一段在下面。"),
        Paragraph("“引用的话，<b>&1 & 2</b>。”", "引语"),
        Paragraph("旁白", "旁白"),
    )
    return (
        Section(f"第{depth}层的标题", body, _levels(depth - 1), run_in=depth % 2 == 0),
        Section("要把路走通", (Paragraph("路通了，书就到了。"),), run_in=True, marker="一是"),
        Section("没有编号的", (Paragraph("也行。"),), marker="无"),
    )


EVERYTHING = Outline(
    "在全县乡镇阅览室规范化建设现场推进会议上的讲话",
    (
        Paragraph("——记一间阅览室", "副题"),
        Paragraph("讲话人", "署名"),
        Paragraph("（2026年8月1日）", "题注"),
        Paragraph("各位读者：", "称呼"),
    ),
    CREDITED.body + GAPPED.body,
    _levels(6),
    (
        Paragraph("谢谢大家。"),
        Paragraph("附件：1.登记簿", "附件"),
        Paragraph("2.意见簿", "附件"),
        Paragraph("某某县图书馆", "署名"),
        Paragraph("2026年8月1日", "日期"),
        Paragraph("（此件公开）", "附注"),
    ),
    credits=CREDITED.credits,
)

LONG = Outline(
    "三百段",
    body=tuple(Paragraph(f"第{n}段说的是第{n}盏灯，灯下有{n}个人，各有来处。") for n in range(300)),
    credits=tuple(Credit(f"第{n}盏灯", "搭配", (Source(NOTES, n + 1),), ("甲", "乙")) for n in range(100)),
)
