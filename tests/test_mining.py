"""What each miner finds, and what it leaves alone.  The sentences are our own."""

import re
from pathlib import Path
from time import process_time

import pytest

from drafter.bank import KINDS, UNCHECKED, Bank, Phrase, union
from drafter.chinese import length
from drafter.mining import MINERS, OWN_MINERS, mine
from drafter.mining.lexicon import lines
from drafter.outline import Outline, Paragraph, Section, Source

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def outline(*texts: str) -> Outline:
    return Outline("管好一座老粮仓", body=tuple(map(Paragraph, texts)))


def found(text: str, kind: str, *, own: bool = False) -> dict[str, Phrase]:
    bank = mine(outline(text), "甲", own=own)
    return {phrase.text: phrase for phrase in bank.sources if phrase.kind == kind}


FINDS = {
    "成语": [
        ("守仓如守家，未雨绸缪才不会手忙脚乱。", ["未雨绸缪", "手忙脚乱"]),
        ("守仓人千帆竞发，百舸争流，各显其能。", ["千帆竞发", "百舸争流"]),
    ],
    "四字": [
        ("做到粮有人管、仓有人守、账有人查，件件提质增效。", ["粮有人管"]),
        ("粮情是安邦之要、富民之本、强仓之基。", ["安邦之要", "富民之本", "强仓之基"]),
        ("粮食是民生之基，守仓为立业之本。", ["民生之基", "立业之本"]),
        ("仓里有章可依，仓外有规可守，人人守土尽责。", []),
        ("守仓要沉得住气，真抓真管，让粮农弱有所扶、老有所依。", ["真抓真管", "老有所依"]),
        ("要筑牢守仓之基，激发管粮之人的活力，夯实执政之基。", ["执政之基"]),
        ("轮换忙而不乱，开仓因时而动，老账要以德为先。", ["忙而不乱"]),
        ("粮站上下做到守土有责、守土尽责，才算合格。", ["守土有责"]),
        ("各仓以埋头苦干、久久为功的劲头清账。", ["久久为功"]),
        ("粮站上下做到勤于学习、敏于行动。", ["勤于学习", "敏于行动"]),
        ("守仓之道，是记清每一笔账。", ["守仓之道"]),
        ("粮情一查到底，新粮应收尽收，做到查则必清、凡漏必补。", ["查则必清", "凡漏必补"]),
        ("大家查得严严实实，实现长治久安。", ["长治久安"]),
        ("粮站上下坚持问计于民、还利于民，才有实招。", ["问计于民", "还利于民"]),
    ],
    "提法": [
        ("各仓推行“三清四查”，守住“两条底线”。", ["三清四查", "两条底线"]),
        ("管仓要在“严、细、勤”上用心。", ["严、细、勤"]),
        ("全市上下贯彻新发展理念，端牢饭碗。", ["新发展理念"]),
        ("今年要落实四个着力，守好粮仓。", ["四个着力"]),
        ("仓里推行“三清一补”和四查两报。", ["三清一补", "四查两报"]),
        ("建好存粮、运粮、卖粮三位一体的粮站。", ["三位一体"]),
        ("入冬以来稳产量、促购销、保供应。", ["稳产量、促购销、保供应"]),
        ("粮站推进大众创业万众创新，推进三仓联动。", ["大众创业万众创新", "三仓联动"]),
        ("货架上是“新三样”，走的是“1+3”的路子。", ["新三样", "1+3"]),
        ("粮站要建成环境友好型社会的一角。", ["环境友好型社会"]),
        ("守仓人“空谈误国，实干兴邦，守粮安邦”的话说得响。", ["空谈误国，实干兴邦，守粮安邦"]),
    ],
    "引语": [
        ("管子说：“积于不涸之仓者，务五谷也。”这话今天仍管用。", ["积于不涸之仓者，务五谷也。"]),
        ("“手中有粮，心中不慌。”老话不老。", ["手中有粮，心中不慌。"]),
        ("古人云：仓满不忘歉年，岁丰先想荒年。这话不假。", ["仓满不忘歉年，岁丰先想荒年"]),
        ("正所谓，守仓如守家，护粮如护命，做起来并不容易。", ["守仓如守家，护粮如护命"]),
        ("王守仓教授强调，粮食安全要从每一座小仓抓起，这就要求大家勤巡查。", ["粮食安全要从每一座小仓抓起"]),
        ("做事要有准备，正所谓仓满人心不慌张。", ["仓满人心不慌张"]),
        ("1.仓里的光阴最诚实。——列夫·托尔斯泰", ["仓里的光阴最诚实。"]),
        ("站长常念「仓中有粮，天下不慌」这句老话。", ["仓中有粮，天下不慌"]),
        ("“看粮不如管粮，管粮不如爱粮”，守仓人都懂。", ["看粮不如管粮，管粮不如爱粮"]),
        ("“仓里的账就是人心的账”。记好它，并不难。", ["仓里的账就是人心的账"]),
        ("门上写着“开仓莫忘关仓日”。", ["开仓莫忘关仓日"]),
        ("谷仓无鼠，民心自固。（宋·王守仓）后人常常想起。", ["谷仓无鼠，民心自固"]),
        ("“一座仓要守好，守仓的人先要站得直。”此话说得实在。", ["一座仓要守好，守仓的人先要站得直。"]),
        ("守仓人都有“仓实而民安，仓虚而民忧”的见识。", ["仓实而民安，仓虚而民忧"]),
        ("站门上刻着“勤看仓，勤晒粮”这句老话。", ["勤看仓，勤晒粮"]),
        ("所谓“守得一仓粮，安得一方心”，说的就是他们。", ["守得一仓粮，安得一方心"]),
        ("他常说两句话：“一仓有粮，十里不慌”“仓在人在，人在粮在”。", ["仓在人在，人在粮在"]),
        (
            "正所谓千仓万库虽辛苦，颗粒归来始到家，才会明白守粮不易，日日夜夜记在心头。",
            ["千仓万库虽辛苦，颗粒归来始到家"],
        ),
    ],
    "比喻": [
        ("粮食是安稳日子的“压舱石”。", ["粮食是安稳日子的“压舱石”"]),
        ("要把零散的“沙粒”捏成结实的“砖块”。", ["把零散的“沙粒”捏成结实的“砖块”"]),
        ("管仓的账本犹如一面镜子。", ["管仓的账本犹如一面镜子"]),
        ("轮换制度是做好收储工作的“指挥棒”。", ["轮换制度是做好收储工作的“指挥棒”"]),
        ("账本是粮仓与农户的纽带和桥梁。", ["账本是粮仓与农户的纽带和桥梁"]),
        ("守仓的夜，犹如一首慢慢唱的歌，人人爱听。", ["守仓的夜，犹如一首慢慢唱的歌"]),
        ("看仓与记账如同鸟之双翼，车之双轮，缺一不可。", ["看仓与记账如同鸟之双翼，车之双轮"]),
        ("老仓是一座花园，承载几代人的辛劳。", ["老仓是一座花园，承载几代人的辛劳"]),
        ("账本是一面照见人心的镜子。", ["账本是一面照见人心的镜子"]),
        ("守仓的日子是一艘慢慢走的船。", ["守仓的日子是一艘慢慢走的船"]),
        ("清楚的账本，是守仓人的“定盘星”。", ["清楚的账本，是守仓人的“定盘星”"]),
        ("要当好粮仓的“守门人”，补足守仓之钙。", ["当好粮仓的“守门人”", "补足守仓之钙"]),
    ],
    "搭配": [
        ("要筑牢安全防线，畅通购销渠道，压实保管责任。", ["筑牢安全防线", "畅通购销渠道", "压实保管责任"]),
        ("进一步建立健全轮换机制。", ["建立健全轮换机制"]),
        ("加快培育新型守粮人才，提高化解粮情风险能力。", ["加快培育新型守粮人才", "提高化解粮情风险能力"]),
        (
            "推动粮站协调发展，扛起守粮之责，提振粮农信心。",
            ["推动粮站协调发展", "扛起守粮之责", "提振粮农信心"],
        ),
        ("坚持以人为本，树立爱岗敬业的良好形象。", ["坚持以人为本", "树立爱岗敬业的良好形象"]),
    ],
    "排比": [
        ("形成更多有温度、有准头、有后劲的办法。", ["有温度、有准头、有后劲"]),
        (
            "在寒夜里守得住，在汛期里顶得上，在荒年里拿得出。",
            ["在寒夜里守得住，在汛期里顶得上，在荒年里拿得出"],
        ),
        ("要树牢节约意识、规矩意识和风险意识。", ["节约意识、规矩意识和风险意识"]),
        ("做到天天有人看、样样有着落。", ["天天有人看、样样有着落"]),
        ("守仓不仅要靠一双眼睛，更要靠一颗真心。", ["不仅要靠一双眼睛，更要靠一颗真心"]),
        ("粮情是安邦之要、富民之本、强仓之基。", ["安邦之要、富民之本、强仓之基"]),
        ("这靠的是大家互相提醒，互相帮衬，互相担待的风气。", ["互相提醒，互相帮衬，互相担待"]),
        ("粮站是承上启下、协调左右、服务全局的枢纽。", ["承上启下、协调左右、服务全局"]),
        ("要树立正确的粮食观、收储观、轮换观，把仓管好。", ["粮食观、收储观、轮换观"]),
        (
            "关乎一家的饭碗，关乎一城的安稳，关乎一国的底气。",
            ["关乎一家的饭碗，关乎一城的安稳，关乎一国的底气"],
        ),
        ("粮站要做到仓容整洁、账目清楚、进出有序、人人尽责。", ["仓容整洁、账目清楚、进出有序、人人尽责"]),
        ("保管员敢于吃苦、敢于较真，敢于碰硬。", ["敢于吃苦、敢于较真，敢于碰硬"]),
        ("老站长常说“仓满有底气，仓空没底气”。", ["仓满有底气，仓空没底气"]),
        ("守仓是一份差事，是一份托付。", ["是一份差事，是一份托付"]),
        ("守好眼前的粮，守好心里的账，守好身后的家。", ["守好眼前的粮，守好心里的账，守好身后的家"]),
        ("把粮食看得比金子重，把账本看得比面子重。", ["把粮食看得比金子重，把账本看得比面子重"]),
        (
            "从春种到秋收，从入仓到出仓，从丰年到荒年，犹如一条长河。",
            ["从春种到秋收，从入仓到出仓，从丰年到荒年"],
        ),
        ("老仓有新仓，无新粮；有新账，无新人。", ["有新仓，无新粮；有新账，无新人"]),
        ("粮站要早查账、早补仓。", ["早查账、早补仓"]),
        (
            "老站长把名声、得失看淡、看轻，把收成和账本看重，把良心和脸面看重。",
            ["把名声、得失看淡、看轻，把收成和账本看重，把良心和脸面看重"],
        ),
        ("要确保人人埋头苦干、勤俭持家。", ["埋头苦干、勤俭持家"]),
        ("今年有重大决策、重大部署、重大举措。", ["重大决策、重大部署、重大举措"]),
        ("保管员要做到眼明手快、心细胆大。", ["眼明手快、心细胆大"]),
        ("仓门是关口，账本是眼睛。", ["仓门是关口，账本是眼睛"]),
        ("功夫下在田里、收成落在仓里。", ["功夫下在田里、收成落在仓里"]),
        (
            "守仓是守一盏灯，是守一口荒年的粮，是守一句说出口的诺言。",
            ["是守一盏灯，是守一口荒年的粮，是守一句说出口的诺言"],
        ),
        ("粮站有团结互助、彼此补位、共同进步的好风气。", ["团结互助、彼此补位、共同进步"]),
        ("老站长为后人守住了粮仓、守住了良心。", ["守住了粮仓、守住了良心"]),
    ],
    "句框": [
        ("一座粮仓不仅是储粮的地方，更是民心的归处。", ["不仅是…，更是…"]),
        ("哪里漏雨就补到哪里。", ["哪里…就…到哪里"]),
        ("只有把账记清，才能把粮管住。", ["只有…，才能…"]),
        ("既要看得住，又要调得动。", ["既要…，又要…"]),
        ("粮食安全是端稳饭碗的根本保障。", ["…是…的根本保障"]),
        ("把责任落到实处，把账本落实到每一座仓。", ["把…落到实处", "把…落实到…"]),
        ("守粮没有完成时，只有进行时。", ["…没有完成时，只有进行时"]),
        ("守仓不仅要靠眼睛，更要靠良心。", ["不仅要…，更要…"]),
        ("这不仅仅是一座仓，更是一方百姓的底气。", ["不仅仅是…，更是…"]),
        ("实现从守仓向用仓的转变。", ["从…向…的转变"]),
        ("没有账本，就没有粮仓的明天。", ["没有…，就没有…"]),
        ("清账不仅能够有效防漏，更能够有力护仓。", ["不仅能够…，更能够…"]),
        ("面对连阴雨，守仓人必须早通风。", ["面对…，…必须…"]),
    ],
    "过渡": [
        ("粮情年年不同。为此，我们年年要重新摸底。", ["为此，…"]),
    ],
}

LEAVES = [
    ("排比", "仓库分为原料管理、成品管理、出入库管理等几块。"),
    ("排比", "今年收粮3万吨、调粮2万吨、存粮5万吨。"),
    ("排比", "保管员擦拭门窗、清扫地面、粮堆温度也要看。"),
    ("排比", "粮站研究制订收购、仓储优惠办法。"),
    ("排比", "不仅难管，更是人手不够的缘故。"),
    ("排比", "只要把账记清，就可以把粮管住。"),
    ("排比", "守仓人不怕拼体力、拼眼力消耗。"),
    ("排比", "粮站要防鼠患、防虫害等事故。"),
    ("排比", "老站长常说“仓满有底气，仓空没底气，全凭一本账”。"),
    ("排比", "守仓是一份差事，是一份托付，更让人一辈子放心不下。"),
    ("排比", "粮仓是丰年的记录，是荒年的依靠，是一辈人又一辈人用汗水和时间慢慢攒下来的家底。"),
    ("排比", "如果为小利所动，被人情所困，让虚名所累，仓门就守不住。"),
    ("排比", "面对新粮情、新任务，粮站早有准备。"),
    ("排比", "仓容不足的问题更加严重、更加频繁。"),
    ("排比", "粮站有经济实力、科技实力、文化实力。"),
    ("排比", "要防“面子仓库”、“面子账本”。"),
    ("排比", "老站长热泪盈眶、连声道谢。"),
    ("排比", "入秋以后，改善工作环境，增加运输车辆。"),
    ("排比", "只要仓里有粮，只要心里有底，年景就不怕。"),
    ("排比", "也有仓里的难处，既有路上的难处，也有账上的难处。"),
    ("排比", "新规不仅管仓房的门，也让车队白等半天。"),
    ("排比", "守仓人改善了仓容，改变了面貌。"),
    ("排比", "账目从手工记录变成机器记录，从一年一查变成一月一查，人手从一个变成三个。"),
    ("排比", "挨过饿，才会懂得收成的不易；才会守好粮仓，才会管好账本。"),
    ("排比", "粮站以老仓为根基、新仓为羽翼，以人心为底气。"),
    ("排比", "粮价牵着每一户粮农的收成，牵着每一家粮站的盈亏，牵动着一座城的饭桌。"),
    ("排比", "有人在路边热泪盈眶、挥手告别。"),
    ("排比", "物之不同，物之情也，仓里也一样。"),
    ("排比", "常给粮农打电话、陪粮农说说话、帮粮农干点活等，都是小事。"),
    ("排比", "新仓有两条路子，一是依托老旧粮仓，二是依托闲置厂房。"),
    ("排比", "粮站走进了“攻坚区”和“深水区”。"),
    ("排比", "粮仓是一座城的底气，更是一座城的良心，更是一座城的记忆，这话不假。"),
    ("排比", "要想账目清楚，必须日日清楚。"),
    ("排比", "仓房要有开放性、公开性和透明性。"),
    ("排比", "那几年粮路堵塞、仓容短缺、账目混乱。"),
    ("排比", "守着“三条规定”“五道禁令”。"),
    ("排比", "水是从后山的泉眼里引来的，粮也是从后山的梯田里收来的。"),
    ("排比", "只有这样才能实现从“小仓”向“大仓”的转身；实现“旧账”向“新账”的转身；实现“老路”到“新路”的转变。"),
    ("排比", "粮站有新仓房、新账本、新运输工具。"),
    ("排比", "粮站里有“望远镜”和“显微镜”。"),
    ("排比", "既有仓里的难处，又有路上的难处；既有账上的账，又有心里的账。"),
    ("排比", "把更多的余钱投向仓房维修，引导乡亲的余钱更顺畅地流向仓房维修。"),
    ("排比", "读者爱把开门见山、开宗明义挂在嘴边。"),
    ("四字", "仓里人手不足，仓外天气恶劣。"),
    ("四字", "这是粮之品德，也是仓之情也。"),
    ("四字", "一般而言，陈粮先出。"),
    ("四字", "站里互相帮助，转变观念，近几年来少有差错。"),
    ("四字", "仓廪之阔，人人看在眼里。"),
    ("四字", "论点要有引有证，字迹也要清楚。"),
    ("四字", "古人讲“仓有所储，民有所依”，话不虚。"),
    ("四字", "粮以仓存，仓以人兴。"),
    ("四字", "查账能推则推、能拖则拖。"),
    ("四字", "守粮之责，首在记账。"),
    ("四字", "不思进取，何以守仓。"),
    ("四字", "年年讲有福同享、有难同当，仓里却漏雨。"),
    ("四字", "粮站强调指出，人口众多，权力下放。"),
    ("四字", "粮仓按照以现代化、规模化为准的办法改。"),
    ("四字", "由此观之，时至今日，在生活中，粮比金贵。"),
    ("四字", "账本夹叙夹议，遣词造句。"),
    ("四字", "粮站要深入细致、严格严肃，收粮越来越好。"),
    ("四字", "大家担起清仓查账之责，立下规矩。"),
    ("四字", "仓里没有人管、不得不说，只要不断查。"),
    ("四字", "这件事由科研院所、粮站做问卷调查。"),
    ("四字", "粮站名叫莎士比亚，隔壁是城市贫困、供水节水。"),
    ("四字", "粮仓是大家的生活之基，也看重收购之本、轮换之源。"),
    ("四字", "民之所盼，仓之所向。"),
    ("四字", "仓规要知仓于心、知粮于身。"),
    ("四字", "门上写着“粮有人管、仓有人守”。"),
    ("四字", "把规矩立起来，使其内化于心、外化于行。"),
    ("四字", "粮站贯通上下、兼顾左右。"),
    ("四字", "仓里乱堆乱放，于公于私，都要管，粮食才能为人所用。"),
    ("四字", "粮农平平安安，丝毫不惧，漏雨亟待修补，私自开仓，明令禁止。"),
    ("提法", "他买了“一把手电”，又用了“两年”。"),
    ("提法", "大家拧成“一股绳”，下好“一盘棋”。"),
    ("提法", "仓里有三个重要问题要说，第三个坚持不下来。"),
    ("提法", "他三番五次来看粮，两人三天没有合眼。"),
    ("提法", "站长的中国梦想很朴素。"),
    ("提法", "仓房分“大、中、小”三等，收粮实现“十二连增”。"),
    ("提法", "粮站过好“三个关”，做好“二通”，写进“十四五”规划。"),
    ("提法", "“三个守住”的排比读来有力，文章因此有了层次。"),
    ("提法", "站长三申五令，两边都不听。"),
    ("提法", "靠品种、品牌“双轮”驱动战略增收。"),
    ("引语", "门口挂着“粮食收购点”的牌子。"),
    ("引语", "他问：“你们几点开门呢？”"),
    ("引语", "请以“守好粮仓，管好粮食”为题写一篇文章。"),
    ("引语", "“清仓是前提，查账是关键”，各仓照办。"),
    ("引语", "要急粮农之所急，做到“急粮农之所急，想粮农之所想”。"),
    ("引语", "党的十六大提出“壮大粮食产业”。"),
    ("引语", "各站要“加强巡查，压实责任”。"),
    ("引语", "本文的论点是“守粮为根本，护粮尽全力”。"),
    ("引语", "站里形成“人人学规矩，人人守规矩”的好风气。"),
    ("引语", "大家都在想“漏雨老仓补不补”。"),
    ("引语", "各仓坚持“最多跑一次”。"),
    ("引语", "“粮食收购登记制度”是站里的老规矩。"),
    ("引语", "他还说，明天要开仓，大家早些来。"),
    ("引语", "站长守仓三十年，年年先进。——获得认可"),
    ("引语", "“文明开仓，文明看粮”是大家发出的呼吁。"),
    ("引语", "管仓无外乎“勤开窗，常晒粮”，并不难。"),
    ("引语", "新站要甩掉“墙皮落满地，老鼠满仓跑”的旧样子。"),
    ("引语", "老仓变成“雨天漏雨水，晴天晒太阳”，让人心急。"),
    ("引语", "“粮有大小，尝之者知；仓有新旧”，住之者知。”这话不假。"),
    ("引语", "“今年的粮价一天比一天高。”不少粮农都在抱怨。"),
    ("引语", "王守仓教授曾告诫各站，要强化守粮的实际本领，在看粮护粮中练好眼力。"),
    ("引语", "这才是王守仓教授说的，让老仓成为粮农安心的地方。"),
    ("引语", "王守仓教授提出“守粮护粮主题教育活动”，各仓照办。"),
    ("引语", "一味盼望“粮山米海满仓走，金砖银砖一大堆”的日子。"),
    ("引语", "他守仓时总是“马马虎虎，得过且过”。"),
    ("引语", "他推门便问：“你来守仓，好吧。”"),
    ("引语", "三幅图依次为“门前车马运粮忙”“粮仓内外”“守仓人家”。"),
    ("引语", "王守仓教授提出“勤看、勤晒、勤记账”三大办法。"),
    ("引语", "党中央重申“四个不放松要求”，各仓照办。"),
    ("比喻", "仓房的窗口朝南。"),
    ("比喻", "如同时开仓，通风要先做好。"),
    ("比喻", "文中把“粮仓”比作“摇篮”。"),
    ("比喻", "什么才是管好粮仓的法宝？"),
    ("比喻", "收储公司是粮食市场的支柱。"),
    ("比喻", "有人充当了其“保护伞”。"),
    ("比喻", "这是守仓人的“定盘星”。"),
    ("比喻", "仓已经满了，更是守仓人的“定盘星”。"),
    ("比喻", "是一面旗帜，更是一盏明灯。"),
    ("比喻", "收粮、运粮成为粮站的“拦路虎”。"),
    ("比喻", "这样做并不能让粮仓变成“摇钱树”。"),
    ("比喻", "当粮市生出“毒瘤”，人人受害。"),
    ("比喻", "他是一把好手，也会犹如一盏灯。"),
    ("比喻", "它犹如一盏明灯。"),
    ("比喻", "账本不仅是守仓人的“定盘星”，也是粮农的底气。"),
    ("比喻", "粮价像一阵风，粮情更像是一盏摇晃的灯。"),
    ("比喻", "粮食，账本是守仓人的“定盘星”。"),
    ("比喻", "人人知道，账本是“基石”。"),
    ("比喻", "为守仓人注入一剂强心剂。"),
    ("比喻", "账本作为粮仓与农户的纽带，要记清楚。"),
    ("搭配", "加强公文、会务、档案管理。"),
    ("搭配", "我们明白这些道理。"),
    ("搭配", "改进甘肃仓储设施。"),
    ("搭配", "提升粮农信心，发挥粮仓特色，完善粮站制度建设。"),
    ("搭配", "满足粮农需求是关键。"),
    ("搭配", "发展方式，管理手段，建设时期。"),
    ("搭配", "保证遏制浪费，搭建仓前戏台，建设粮站旧址。"),
    ("搭配", "加强仓储技术增强粮站合作。"),
    ("搭配", "理清文章思路，把握时代。"),
    ("搭配", "提升水平，推动工作。"),
    ("搭配", "打破粮站管账的坚冰。"),
    ("搭配", "铸造粮站守仓人之魂。"),
    ("排比", "学习焦裕禄的干劲、学习焦裕禄的韧劲。"),
    ("成语", "管理工作要有人做。"),
    ("成语", "成功之路令人堪忧，账要从头到尾看。"),
    ("成语", "紧随其后的是敲诈勒索，仓里浅显易懂。"),
    ("成语", "粮农日出而作，日落而息，靠山吃山靠水吃水。"),
    ("成语", "门上写着“仓满不骄，安居乐业，岁歉不慌”。"),
    ("成语", "守仓要三思而后动，才能处于不败之地。"),
    ("句框", "既然要做，又何必等。"),
    ("句框", "把握时机，融入街坊。"),
    ("句框", "以服务粮农为根本目的。"),
    ("句框", "收粮时节最为忙碌的人作出了榜样。"),
    ("句框", "守粮任重道远。"),
    ("句框", "守仓不仅是苦差，更要细心。"),
    ("句框", "在没有账本的情况下，仓就要乱。"),
    ("句框", "因为雨大，所以收粮晚。"),
    ("句框", "站里常说“没有账本就没有粮仓”，仓里就安静下来。"),
    ("句框", "考生答题，要把论点放在段首。"),
    ("过渡", "人们把它看作为此地最老的仓。"),
]


@pytest.mark.parametrize(
    ("kind", "text", "texts"), [(kind, *case) for kind, cases in FINDS.items() for case in cases]
)
def test_a_miner_finds(kind: str, text: str, texts: list[str]) -> None:
    assert set(texts) <= set(found(text, kind))


@pytest.mark.parametrize(("kind", "text"), LEAVES)
def test_a_miner_leaves_alone(kind: str, text: str) -> None:
    assert not found(text, kind)


def test_every_kind_has_its_miner() -> None:
    assert {*MINERS, *OWN_MINERS} == set(KINDS)


def test_every_kind_that_is_always_mined_has_a_case() -> None:
    assert {*FINDS, "套题", "术语"} == set(MINERS)


def test_a_quotation_knows_who_says_it() -> None:
    text = "鲁迅说：“无穷的远方，无数的人们，都和我有关。”古人也讲，“仓廪实而知礼节”。"
    assert {p.by for p in found(text, "引语").values()} == {"鲁迅", "古人"}


def test_half_of_a_quotation_stands_for_itself_only_where_the_whole_does_not_stand() -> None:
    text = (
        "“仓满则人心安定，仓空则人心慌乱。”老话不老。“仓满则人心安定”，人人都懂。"
        "王守仓教授说过：“仓空则人心慌乱。”"
    )
    assert set(found(text, "引语")) == {"仓满则人心安定，仓空则人心慌乱。", "仓空则人心慌乱。"}


def test_who_speaks_on_is_the_same_speaker() -> None:
    text = "王守仓教授提出“仓满则人心安定”、提出“仓空则人心慌乱”。"
    assert [phrase.by for phrase in found(text, "引语").values()] == ["王守仓教授"] * 2


def test_a_quotation_is_unchecked_until_somebody_has_checked_it() -> None:
    bank = mine(outline("“手中有粮，心中不慌。”老话不老。"), "甲")
    assert bank.states == {("引语", "手中有粮，心中不慌。"): UNCHECKED}


def test_a_formulation_knows_what_its_number_counts() -> None:
    text = "各仓开展查账目、查库存、查安全的“三查”行动，树牢“三种意识”，也就是节约意识、规矩意识、风险意识。"
    phrases = found(text, "提法")
    assert phrases["三查"].meaning == "查账目、查库存、查安全"
    assert phrases["三种意识"].meaning == "节约意识、规矩意识、风险意识"


@pytest.mark.parametrize(
    ("text", "formula", "meaning"),
    [
        ("仓库以硬化、亮化、净化“三化”为重点。", "三化", "硬化、亮化、净化"),
        ("守仓要有“三心”，即细心、恒心、公心。", "三心", "细心、恒心、公心"),
        ("各仓做到“两坚持”（坚持日清、坚持月结）。", "两坚持", "坚持日清、坚持月结"),
        ("开展查漏雨、查虫害、查火险的“三查”行动。", "三查", "查漏雨、查虫害、查火险"),
        ("开展“三查三改”：查漏雨、查虫害、查火险。", "三查三改", "查漏雨、查虫害、查火险"),
        ("高标准、高效率、高质量推进“三服务”工作。", "三服务", ""),
        ("培养懂粮情、爱粮仓、种良田的“三农”队伍。", "三农", ""),
        ("“一带一路”，即新仓、新路两件事。", "一带一路", ""),
    ],
)
def test_a_formulation_means_the_list_beside_it(text: str, formula: str, meaning: str) -> None:
    assert found(text, "提法")[formula].meaning == meaning


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("李斯道：“积粟如山，故能安其民。”", "李斯"),
        ("齐白石说过的“学其勤者生，似其形者亡”最有味。", "齐白石"),
        ("陆游诗中“春种一粒，秋收万颗”最动人。", "陆游"),
        ("有位学者曾经说过：“仓满则心安，仓空则心慌。”", ""),
        ("学者普遍认为：“仓满则心安，仓空则心慌。”", ""),
        ("“仓满则心安，仓空则心慌。”王守仓教授在会上说。", "王守仓教授"),
        ("“仓满则心安，仓空则心慌”（王守仓《粮论》），说得在理。", "王守仓"),
        ("正如农学家王守·仓生所言，“仓满则心安，仓空则心慌”。", "王守·仓生"),
        ("《粮论》有云：仓满则心安，仓空则心慌。", "《粮论》"),
        ("俗话说：“仓满心安。”", "俗话"),
        ("“仓满则心安，仓空则心慌。”诗人艾青的这句诗不假。", "艾青"),
        ("列宁同志说过：“仓满则心安，仓空则心慌。”", "列宁同志"),
        ("“仓满则心安，仓空则心慌”，《粮论》中的这句话不假。", "《粮论》"),
        ("如思想家泰戈尔所言：仓满并不是终点，而是起点。", "泰戈尔"),
        ("王守仓在名篇《粮论》中指出：“仓满则心安，仓空则心慌。”", "王守仓"),
        ("他叫洛克菲勒，常说“仓满则人心安定，仓空则人心慌乱”。", ""),
    ],
)
def test_a_name_right_before_the_verb_of_saying_is_the_speaker(text: str, by: str) -> None:
    assert [phrase.by for phrase in found(text, "引语").values()] == [by]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("各级粮站要完善轮换制度，压实保管责任。", ["完善轮换制度，压实保管责任"]),
        (
            "务必健全巡查机制，让每一粒粮都有人看，其余以后再说。",
            ["健全巡查机制，让每一粒粮都有人看"],
        ),
        (
            "进一步加强培训，提升守仓本领，确保仓里常有新粮。",
            ["进一步加强培训，提升守仓本领，确保仓里常有新粮"],
        ),
        ("粮站守着老仓，并要健全巡查机制，压实保管责任。", ["健全巡查机制，压实保管责任"]),
        ("如果要完善轮换制度，加强培训就不能少。", []),
        ("实现丰年有储，提升粮农信心。", []),
        ("完善轮换制度，提升守仓本领的同时，账本也要清。", []),
        ("围绕夏粮收购大局，健全值班制度。", ["围绕夏粮收购大局，健全值班制度"]),
        ("为守住一方粮仓，推行轮班制度，配齐仓储设备。", ["推行轮班制度，配齐仓储设备"]),
        ("加强保管培训，促进岗位职责的落实。", ["加强保管培训，促进岗位职责的落实"]),
        ("完善轮换制度，为守仓提供可靠保障。", ["完善轮换制度，为守仓提供可靠保障"]),
        ("健全巡查机制，配齐仓储设备，让老仓真正焕发生机。", ["健全巡查机制，配齐仓储设备"]),
        ("健全巡查机制，配齐仓储设备，才能管好粮仓。", ["健全巡查机制，配齐仓储设备"]),
        ("各仓加强合作，健全巡查机制，配齐仓储设备。", []),
        ("各仓要加强合作，健全巡查机制，配齐仓储设备。", ["健全巡查机制，配齐仓储设备"]),
        ("健全巡查机制，配齐仓储设备，更新观念。", ["健全巡查机制，配齐仓储设备"]),
        ("要坚守仓储岗位，健全巡查机制，配齐仓储设备。", ["健全巡查机制，配齐仓储设备"]),
        ("健全巡查机制，同时配齐仓储设备。", ["健全巡查机制，同时配齐仓储设备"]),
    ],
)
def test_a_measure_is_clauses_that_each_begin_with_a_doing(text: str, measures: list[str]) -> None:
    assert list(found(text, "举措", own=True)) == measures


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("a definition", "管仓是完善轮换制度，压实保管责任的总和。"),
        ("what a noun is called by", "加强仓储建设，完善巡查制度的重要抓手。"),
        ("only aims", "提高守仓本领，促进粮站发展。"),
        ("one doing behind an aim", "提高守仓本领，健全值班制度。"),
        ("only an appeal", "坚守仓储岗位，弘扬守仓作风。"),
        ("a feeling", "完善轮换制度，点亮守仓人的梦想。"),
        ("a result made much of", "完善轮换制度，让老仓真正焕发生机。"),
        ("an inference", "完善轮换制度，从而提升守仓本领。"),
        ("only grounds at the end", "健全值班制度，围绕夏粮收购大局。"),
        ("what somebody does", "老站长完善轮换制度，压实保管责任，粮仓年年不空。"),
        ("what was done", "近年来完善轮换制度，压实保管责任，粮仓年年不空。"),
        ("a writing lesson", "完善段落布局，推行论证方法，开篇要短。"),
        ("a verb that is a noun", "改革办法也管巡查制度，健全值班制度。"),
        ("what stands in the text before", "加强保管培训，推广这种办法。"),
        ("what 与之 points to", "加强保管培训，健全与之配套的制度。"),
        ("an object that goes on", "完善轮换制度，改进巡查方式，仓储方式。"),
        ("an object with 以及", "完善轮换制度，改进巡查方式，以及验收流程。"),
        ("the head of a list", "完善轮换制度，压实保管责任：一看二问。"),
        ("a topic", "完善轮换制度，压实保管责任，更是守仓的头一件事。"),
        ("a topic, by the end of its sentence", "完善轮换制度，配齐仓储设备，守仓安民的必由之路。"),
        ("an aim that was named", "要完善轮换制度，配齐仓储设备，就必须多出力。"),
        ("a part of a condition", "只有人人上心，完善轮换制度，配齐仓储设备，才能守住粮仓。"),
        ("a stop on the way of a list", "到改善仓容，完善轮换制度，配齐仓储设备，件件都办了。"),
        ("broad words only", "加强社会管理，健全制度体系。"),
        ("one broad word for an object", "完善轮换制度，优化配置。"),
        ("an end of nobody in particular", "完善轮换制度，提高工作水平。"),
        ("a tail of broad words", "完善轮换制度，优化政策体系。"),
        ("a coinage that is explained elsewhere", "完善轮换制度，推行“三看”巡查制度。"),
        ("a doing behind the result", "健全巡查机制，确保仓里有粮，改进守仓作风。"),
        ("a figure for the aim", "完善轮换制度，塑造粮站的新形象。"),
        ("only grounds at the end, with means", "健全值班制度，运用人工巡查等手段。"),
    ],
)
def test_no_measure_is(why: str, text: str) -> None:
    assert not found(text, "举措", own=True), why


def test_a_lesson_in_writing_essays_lends_no_figures() -> None:
    lesson = "考生写申论要观点鲜明、论据充足、字迹工整，做到有章可循、有话可说。"
    assert not {*found(lesson, "排比"), *found(lesson, "四字"), *found(lesson, "搭配")}


def test_spelled_letters_know_their_words() -> None:
    text = "培养“稳、准、勤”的作风，做到稳于守仓、准于记账、勤于巡查。"
    assert found(text, "提法")["稳、准、勤"].meaning == "稳于守仓、准于记账、勤于巡查"


def test_a_frame_knows_what_it_does() -> None:
    frames = found("一座粮仓不仅是储粮的地方，更是民心的归处。", "句框")
    assert frames["不仅是…，更是…"].function == "递进"


@pytest.mark.parametrize(
    ("text", "frame", "function"),
    [
        ("只有把账记清，才能把粮管住。", "只有…，才能…", "条件"),
        ("唯有人人尽心，方能仓仓无忧。", "唯有…，方能…", "收束"),
        ("没有账本，就没有粮仓的明天。", "没有…，就没有…", "反面"),
        ("面对连阴雨，我们要早通风。", "面对…，我们要…", "举措"),
    ],
)
def test_a_frame_is_known_by_what_it_is_for(text: str, frame: str, function: str) -> None:
    assert found(text, "句框")[frame].function == function


def test_every_verb_of_the_dictionary_of_verbs_and_objects_is_of_two_characters() -> None:
    verbs, objects = zip(*(line.split("：") for line in lines("takes")), strict=True)
    assert {len(verb) for group in verbs for verb in group.split()} == {2}
    assert all(objects)


def test_every_frame_has_a_slot() -> None:
    assert all("…" in line for line in lines("frames"))


def test_parallel_units_are_kept_as_they_stand() -> None:
    group = found("形成更多有温度、有准头、有后劲的办法。", "排比")["有温度、有准头、有后劲"]
    assert group.units == ("有温度", "有准头", "有后劲")


def test_a_parallel_group_too_long_for_a_phrase_is_shown_by_its_pattern() -> None:
    units = ("哪里的粮堆生虫就查到哪里", "哪里的仓房漏雨就修到哪里", "哪里的账目不清就算到哪里")
    groups = [*found("，".join(units) + "。", "排比").values()]
    assert [(group.units, group.function) for group in groups] == [(units, "整句")]
    assert groups[0].text.startswith("哪里的…")


def test_a_parallel_group_is_no_half_of_another() -> None:
    assert "有新账，无新人" not in found("老仓有新仓，无新粮；有新账，无新人。", "排比")


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("形成更多有温度、有准头、有后劲的办法。", ""),
        ("要树牢节约意识、规矩意识和风险意识。", "名词性"),
        ("大家盼着仓容的扩大、粮路的畅通、账目的公开。", "名词性"),
        ("粮食是安民之本、安邦之基。", "名词性"),
        ("管仓要做到改善自己的仓房、擦亮自己的招牌、爱惜自己的名声。", ""),
        ("那几年粮路不畅、账目不清、人手不足。", "反面"),
        ("守仓人以守诺为荣、以失信为耻。", ""),
        ("粮站年年化解矛盾、防范风险、消除隐患。", ""),
        ("粮站要的是仓房是乡亲的底气、账本是乡亲的眼睛。", "整句"),
        ("粮足，民心才安；粮缺，民心不稳。", "整句"),
    ],
)
def test_a_parallel_group_says_what_it_can_stand_for(text: str, use: str) -> None:
    assert [group.function for group in found(text, "排比").values()] == [use]


def test_whole_sentences_are_mined_only_from_what_is_the_writers_own() -> None:
    text = "粮仓不语，却记得每一年的收成。我们要完善轮换制度，确保仓里常有新粮。守好这座仓，就是守好这座城。"
    theirs, ours = mine(outline(text), "甲"), mine(outline(text), "甲", own=True)
    assert not {p.kind for p in theirs.sources} & set(OWN_MINERS)
    assert {p.text for p in ours.sources if p.kind in OWN_MINERS} == {
        "粮仓不语，却记得每一年的收成。",
        "完善轮换制度，确保仓里常有新粮",
        "守好这座仓，就是守好这座城。",
    }


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("二〇〇九年粮仓落成了，共有3排。", "这是全县最老的一座仓。"),
        ("甘肃的粮仓大多建在山脚。", "三者少了一样也守不住仓。"),
        ("写好粮仓，考生要先读懂粮仓。", "才能让老仓年年有新粮。"),
        ("“粮仓不语，却记得每一年的收成。", "它记得每一年的收成。"),
        ("《粮仓记》写尽了每一年的收成…", "守仓人记得每一年的收成"),
    ],
)
def test_no_opening_or_ending_leans_on_what_another_day_has_not(first: str, last: str) -> None:
    bank = mine(outline(f"{first}仓里有粮。", f"仓里有粮。{last}"), "甲", own=True)
    assert not {p.text for p in bank.sources if p.kind in ("开头", "结尾")}


def test_a_term_is_what_a_document_comes_back_to() -> None:
    text = "粮仓温度要看，粮仓温度要记，粮仓温度要报，粮仓温度要存。"
    assert "粮仓温度" in found(text, "术语")
    assert not found(text.replace("粮仓温度要存。", ""), "术语")


def test_a_source_is_the_paragraph_that_the_outline_counts() -> None:
    section = Section(
        "一手抓收储", (Paragraph("要筑牢安全防线。"), Paragraph("要畅通购销渠道。")), run_in=True
    )
    bank = mine(Outline("管仓", body=(Paragraph("略。"),), sections=(section,)), "甲")
    assert bank.sources[Phrase("搭配", "筑牢安全防线")] == {Source("甲", 3)}
    assert bank.sources[Phrase("搭配", "畅通购销渠道")] == {Source("甲", 4)}


def test_a_document_remembers_its_headings_and_their_words() -> None:
    section = Section("督查粮情", (Paragraph("督查要勤，督查要细，仓储要实。"),))
    context = mine(Outline("管仓", sections=(section,)), "甲").documents["甲"].contexts[-1]
    assert context.heading == "督查粮情"
    assert {"督查", "仓储"} <= set(context.keywords)


def test_bylines_and_gaps_are_not_mined() -> None:
    quiet = Outline(
        "管仓",
        front=(Paragraph("筑牢安全防线", role="署名"),),
        sections=(Section("〔待补：畅通购销渠道〕"),),
        ending=(Paragraph("压实保管责任", role="落款"),),
    )
    assert not mine(quiet, "甲").sources


def test_mining_twice_is_mining_once() -> None:
    first, second = (mine(outline("要筑牢安全防线，畅通购销渠道。"), "甲") for _ in range(2))
    assert union(first, second) == union(first) == union(second)


def test_the_phrases_of_a_document_do_not_hang_on_what_was_mined_before() -> None:
    one, other = outline("要筑牢安全防线。"), outline("要压实保管责任。")
    assert union(mine(one, "甲"), mine(other, "乙")) == union(mine(other, "乙"), mine(one, "甲"))


# --- the five seeds, where they are at hand ---------------------------------------------------------


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Outline, Bank]]:
    if not SEEDS.exists():
        pytest.skip("五篇种子不在手边")
    from drafter.formats import read

    outlines = {path.stem[:3]: read(path) for path in sorted(SEEDS.glob("*.txt"))}
    return {name: (outline, mine(outline, name)) for name, outline in outlines.items()}


def of_kind(seeds: dict[str, tuple[Outline, Bank]], kind: str) -> dict[str, Phrase]:
    return {p.text: p for _, bank in seeds.values() for p in bank.sources if p.kind == kind}


def test_the_seeds_give_their_numeric_formulations(seeds: dict[str, tuple[Outline, Bank]]) -> None:
    wanted = (
        "一颗初心、两种特性、三个维度、四种意识、五个坚持、两个确立、三服务、两个维护、四能型、四不两直、三抓三促"
        "、四大家、四风、四个意识、四个自信、两个结合、六个必须坚持"
    )
    assert set(re.split("、", wanted)) <= set(of_kind(seeds, "提法"))


def test_the_seeds_give_their_quotations_with_the_right_speakers(
    seeds: dict[str, tuple[Outline, Bank]],
) -> None:
    speakers = sorted(phrase.by for phrase in of_kind(seeds, "引语").values() if phrase.by)
    assert speakers == ["习近平总书记"] * 3 + ["古人", "总书记", "邓小平同志"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("句框", "不仅是…，更是…"),
        ("句框", "哪里…就…到哪里"),
        ("比喻", "将分散的“指头”握成有力的“拳头”"),
        ("套题", "要做到参谋有道；要做到协调有方；要做到督查有效；要做到保障有力"),
        ("套题", "始终以…为…，在…上…"),
        ("排比", "事事有结果、件件有回音"),
    ],
)
def test_the_seeds_give(seeds: dict[str, tuple[Outline, Bank]], kind: str, text: str) -> None:
    assert text in of_kind(seeds, kind)


def test_every_phrase_of_the_seeds_stands_to_the_letter_where_it_is_said_to_stand(
    seeds: dict[str, tuple[Outline, Bank]],
) -> None:
    for outline, bank in seeds.values():
        for phrase, sources in bank.sources.items():
            for source in sources:
                page = "\n".join(
                    text
                    for n, _, text in outline.numbered()
                    if n >= source.paragraph or phrase.kind != "套题"
                )
                own = "\n".join(text for n, _, text in outline.numbered() if n == source.paragraph)
                where = page if phrase.kind == "套题" else own
                parts = phrase.units or re.split("…", phrase.text)
                assert all(part in where for part in parts), (phrase, source)


def test_no_phrase_of_the_seeds_is_longer_than_thirty_characters(
    seeds: dict[str, tuple[Outline, Bank]],
) -> None:
    for _, bank in seeds.values():
        for phrase in bank.sources:
            assert phrase.kind == "引语" or length(phrase.text) <= 30, phrase.text
            assert all(length(unit) <= 30 for unit in phrase.units), phrase.units


def test_nothing_of_the_seeds_names_a_place_a_house_or_a_figure(
    seeds: dict[str, tuple[Outline, Bank]],
) -> None:
    noise = re.compile(r"\d|甘肃|政协|秘书[处科]|公司|省委|来源|编辑|回复|作者|点击|http|[A-Za-z]{2}")
    for _, bank in seeds.values():
        for phrase in bank.sources:
            assert not noise.search(phrase.text), phrase.text


# --- how far it goes ----------------------------------------------------------------------------------


def test_a_paragraph_ten_times_as_long_takes_about_ten_times_as_long() -> None:
    sentence = (
        "要筑牢安全防线、畅通购销渠道，树牢“三种意识”：节约意识、规矩意识、风险意识；只有这样，才能守好粮仓。"
    )
    mine(outline(sentence), "甲")
    short, long = (_seconds(sentence * n) for n in (200, 2000))
    assert long < 25 * short


def test_marks_that_never_close_cost_no_more_than_others() -> None:
    sentence = "守仓要勤“（《、查账要细，"
    mine(outline(sentence), "甲")
    short, long = (_seconds(sentence * n) for n in (300, 3000))
    assert long < 25 * short


def _seconds(text: str) -> float:
    start = process_time()
    mine(outline(text), "甲")
    return process_time() - start
