"""What a short line is by its look: a salutation, a date, a name, a thank-you, a numbered heading."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.chinese import HAN

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔"
    "贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁"
    "时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴"
    "华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁"
    "商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明"
    "沙伏岑习胥保和蔺释肃"
)
_COMPOUND = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|澹台|皇甫|宗政|濮阳|公冶|"
    "慕容|令狐|司徒"
)
_NAME = rf"(?:[×XxＸ]{{2,3}}|(?:{_COMPOUND})[{HAN}]{{1,2}}|[{SURNAMES}] ?[{HAN}](?: ?[{HAN}])?)"
_NAMES = rf"{_NAME}(?:[ 、，]+{_NAME}){{0,3}}"
_YEAR = "(?:\\d{4}|[一二〇○零Ｏ０oO两三四五六七八九]{4})"
_DAY = "[\\d一二三四五六七八九十]{1,3}"

NUMERAL = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(
    rf"(?:{NUMERAL}、|[（(](?:{NUMERAL}|\d{{1,2}})[）)]|\d{{1,2}}(?:[.．](?!\d)|、)|[①-⑳]|{NUMERAL}[是要抓看靠讲]"
    rf"|第{NUMERAL}(?:[，、：:]|[章节篇条]|部分)|(?:首先|其次|再次|最后|其{NUMERAL})[，、]"
    rf"|{NUMERAL}(?: |$)|——|[-*•●■◆○·◇□▪] ?)"
)
_PAGE_NUMBER = re.compile(
    r"^[-—–·\s]*\d{1,4}[-—–·\s]*$|^第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$|^\d{1,3}\s*/\s*\d{1,3}$"
)
_ADDRESSED = (
    "同志|朋友|领导|来宾|各位|尊敬|敬爱|亲爱|老师|同学|代表|委员|女士|先生|乡亲|战友|家长|同事|评委|嘉宾|父老|员工"
    "|伙伴|同仁|校友|战士|大家|专家|记者"
)
_SALUTATION = re.compile(
    rf"^(?=.*(?:{_ADDRESSED}))[^。；;？?]{{2,60}}[：:]$|^(?:{_ADDRESSED})[^。；;？?：:]{{0,24}}[，,！!]$|^各[{HAN}、（）]{{1,24}}[：:]$"
)
_SAYING = re.compile("指出|强调|要求|认为|表示|提出|必须|应当|如下|做到|以下|说|要$")

_SIGNERS = "作者|撰稿|撰文|执笔|署名|文|报告人|发言人|主讲人|演讲人|讲话人|汇报人|述职人"

LOOKS: dict[str, re.Pattern[str]] = {
    "副题": re.compile(r"^(?:[—―–]{1,4}|-{2,4})\s*(?=[^—\-\s])[^。！；]{4,60}$"),
    "日期": re.compile(
        rf"^{_YEAR}(?:年{_DAY}月(?:{_DAY}日?)?|(?:[-./]\d{{1,2}}){{1,2}})(?:[于写改在][^。，]{{1,14}})?$"
    ),
    "题注": re.compile(
        rf"^[（(]{_YEAR}年(?:{_DAY}月)?(?:{_DAY}日)?[^（）。]{{0,60}}[）)]$|^[（(][^（）。]{{4,40}}(?:通过|审议|讲话|修订|会议|刊发|发言)[）)]$"
    ),
    "附件": re.compile(r"^附件?\s*\d{0,2}\s*[：:]"),
    "来源": re.compile(
        r"^[（(\[【]?(?:来源|文章来源|稿件来源|资料来源|原载|原题|原标题|摘自|转自|选自|刊于|本文(?:选自|原载|刊于|刊载|摘自|转自|来源))"
        r"[^。]{0,60}[）)\]】。]?$"
    ),
    "附注": re.compile(
        r"^[（(]?[*＊※]?\s*(?:作者|本文作者|笔者)(?:系|为|单位|简介|是|现任|供职)[^（）()]{2,80}[）)]?。?$|^[（(](?:注|备注)[：:].{2,80}$"
    ),
    "结语": re.compile(
        r"^(?:我的|以上|今天)?[^。！]{0,24}(?:谢谢|感谢)(?:大家|各位|聆听|同志们|你们|老师们|朋友们)?[^。]{0,12}[！!。]*$"
        r"|^(?:此致|敬礼)[！!]?$|^(?:我的|以上)[^。，]{0,12}(?:完毕|结束|完了)[^。]{0,12}[！!。]$"
    ),
    "署名": re.compile(
        rf"^(?:[□■◎●○▪◆◇]\s*)?(?:(?:{_SIGNERS})\s*[：:/／|｜]\s*)?{_NAMES}(?:\s*[（(][^（）()]{{2,30}}[）)])?$"
        rf"|^(?:[□■◎◆◇]\s*|(?:{_SIGNERS})\s*[：:/／|｜]\s*).{{2,40}}$"
        rf"|^(?:本报|本刊|本网|特约)?(?:记者|通讯员|评论员)[ ：:]{_NAMES}(?: ?(?:记者|通讯员) ?{_NAMES})*$"
    ),
}
"""The role of a line that stands alone, by its look."""

_BODIES = (
    "(?<![新全大布格结定政])局|厅|委|办|办公室|(?<![好难实长用益到深高之])处|科|学院|法院|检察院|医院|研究院|学校|党校|大学|中学|小学|公司|集团|社团|共青团|工作组|小组"
    "|(?:组织|宣传|统战|保卫|后勤|人事|武装|项目|事业|政治|编辑|支|总|本|分|俱乐)部|委员会|协会|工会|商会|学会|联合会|理事会|董事会"
    "|常委会|筹委会|组委会|学生会|妇联|(?<!绕)中心|政府|党组|党委|党支部|(?<![乡城集])镇|(?<![山农])乡|(?<!郊)县|(?<![城都])市|(?<![乡农山])村"
    "|社区|街道|大队|支队|法庭|银行|出版社|杂志社|报社|通讯社|编辑部"
)
_OFFICES = (
    "书记|主任|[局县市校省区镇乡院会队园馆站所社部处科]长|主席|秘书长|检察长|理事长|董事长|总理|总裁|经理|主编|总编辑|教授|研究员"
    "|政委|评论员|委员|代表|干部|老师|同志"
)
ORGANISATION = re.compile(
    rf"^(?:[{HAN}A-Za-z0-9（）()“” ]{{2,30}}(?:{_BODIES}|{_OFFICES})(?: ?{_NAME})?|(?:{_OFFICES}) ?{_NAME})$"
)
"""A line that is the name of an organisation or an office, perhaps with the person who holds it."""


@lru_cache(1 << 14)
def role_of(text: str) -> str:
    """The role of a line that stands alone, by its look; "" where it has none."""
    if len(text) > 90:
        return ""
    if _SALUTATION.match(text) and not _SAYING.search(text):
        return "称呼"
    return next((role for role, look in LOOKS.items() if look.match(text)), "")


def is_numbered(text: str) -> bool:
    """Whether `text` begins with a number, a dash or a bullet, as points do."""
    return bool(_NUMBERED.match(text))


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page and nothing else."""
    return len(text) < 20 and bool(_PAGE_NUMBER.match(text))
