"""The worked example, and a draft that the bank alone supports, as a writer would judge them."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from drafter import yamlfile
from drafter.chinese import runs
from drafter.cli import run
from tests.docx_valid import faults
from tests.shared import SHARED, needs_shared

LIBRARY = Path(__file__).parent.parent / "examples" / "library.yaml"
POINTS = ("参谋", "协调", "督查", "保障")
OFFICE = ["-t", "four-points", "--topic", "机关办公室工作", *(a for p in POINTS for a in ("--point", p))]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def page(document: str) -> list[str]:
    assert not faults(document)
    return [p.text for p in Document(document).paragraphs if p.text.strip()]


def made(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    capsys.readouterr()
    assert run([*args, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def drafted(answers: Any, capsys: pytest.CaptureFixture[str]) -> list[str]:
    Path("答卷.yaml").write_bytes(yamlfile.dump(answers))
    return page(
        made(capsys, "-t", "four-points", "--answers", "答卷.yaml", "-o", "x.docx", "--force")["document"]
    )


def library() -> Any:
    return yamlfile.parse(LIBRARY.read_bytes()).plain()


@needs_shared
def test_the_worked_example_comes_out_to_the_letter(capsys: pytest.CaptureFixture[str]) -> None:
    essay = (SHARED / "acceptance" / "four-points" / "essay.txt").read_text("utf-8").splitlines()
    assert drafted(library(), capsys) == essay


@needs_shared
def test_the_mix_is_what_a_count_by_hand_gives(capsys: pytest.CaptureFixture[str]) -> None:
    spans = json.loads((SHARED / "acceptance" / "four-points" / "spans.json").read_text("utf-8"))
    truth: Counter[str] = Counter()
    for owner, text in spans:
        truth[owner] += len(re.findall("[一-鿿]", text))
    mix = made(capsys, "-t", "four-points", "--answers", str(LIBRARY))["mix"]
    for owner, share in mix.items():
        assert share == pytest.approx(truth[owner] / truth.total(), abs=0.03), owner


def test_the_answers_hold_no_word_of_the_template() -> None:
    template = yamlfile.parse((LIBRARY.parent.parent / "templates" / "four-points.yaml").read_bytes()).plain()
    answers = LIBRARY.read_text("utf-8")
    frames = re.findall(
        "[一-鿿]{4,}", re.sub("【[^】]*】", "|", json.dumps(template["句式"], ensure_ascii=False))
    )
    assert not [frame for frame in frames if frame in answers and frame != "条规定"]


def test_what_the_bank_lent_is_credited(capsys: pytest.CaptureFixture[str]) -> None:
    credits = made(capsys, "-t", "four-points", "--answers", str(LIBRARY))["credits"]
    lent = {credit["text"]: credit["sources"] for credit in credits if credit["kind"] != "引语"}
    assert set(lent) == {"不仅是…，更是…", "哪里…就…到哪里", "件件有回音", "将分散的“指头”握成有力的“拳头”"}
    assert all(source["document"] and source["paragraph"] for sources in lent.values() for source in sources)
    assert sum(credit["kind"] == "引语" for credit in credits) == 3


@pytest.mark.parametrize("n", range(4))
def test_a_point_that_is_deleted_leaves_nothing_behind(n: int, capsys: pytest.CaptureFixture[str]) -> None:
    answers = library()
    gone = answers["要点"].pop(n)
    left = "、".join(point["题眼"] for point in answers["要点"])
    text = "\n".join(drafted(answers, capsys))
    assert f"关键在“{left}”三个字：" in text
    assert "这三件小事" in text
    assert f"{gone['对象']}要{gone['题眼']}" not in text
    assert gone["得"] not in text
    assert gone["收束"] not in text
    assert re.findall("(?m)^(.)、把", text) == ["一", "二", "三"]


def test_a_quotation_that_is_deleted_takes_its_sentence_along(capsys: pytest.CaptureFixture[str]) -> None:
    answers = library()
    whole = drafted(answers, capsys)
    del answers["要点"][3]["引文"]
    without = drafted(answers, capsys)
    sentence = "朱熹在《观书有感》中写道：“问渠那得清如许？为有源头活水来。”"
    assert [p.replace(sentence, "") for p in whole] == without


def test_a_quotation_without_a_source_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    answers = library()
    del answers["要点"][3]["引文"]["篇"]
    text = "\n".join(drafted(answers, capsys))
    assert "活水来" not in text
    assert "“”" not in text


# ---------------------------------------------------------------- with the bank alone


def sections(paragraphs: list[str]) -> list[str]:
    """The text under each numbered heading."""
    starts = [i for i, text in enumerate(paragraphs) if re.match("[一二三四]、", text)]
    return ["".join(paragraphs[i + 1 : i + 2]) for i in starts]


def test_each_point_carries_three_credited_phrases_about_it(capsys: pytest.CaptureFixture[str]) -> None:
    report = made(capsys, *OFFICE)
    bodies = sections(page(report["document"]))
    assert len(bodies) == 4
    for body in bodies:
        held = [c for c in report["credits"] if c["text"] in body]
        assert len({c["text"] for c in held}) >= 3, body
        assert all(s["document"] and s["paragraph"] for c in held for s in c["sources"])


def test_nothing_is_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    report = made(capsys, *OFFICE)
    text = "\n".join(page(report["document"]))
    count = Counter(run for line in text.split("\n") for run in runs(re.sub("〔[^〕]*〕", "", line), 6))
    assert not [run for run, n in count.items() if n > 1]
    phrases = [credit["text"] for credit in report["credits"]]
    assert len(phrases) == len(set(phrases))
    assert not re.search("。。|，，|的的|《《|；；|，。", text)


def test_what_only_the_writer_knows_is_an_open_hole(capsys: pytest.CaptureFixture[str]) -> None:
    report = made(capsys, *OFFICE)
    owed = "\n".join(gap["hole"] for gap in report["gaps"])
    for name in ("立论", "现状", "依据", "参谋·地位", "保障·收束"):
        assert name in owed
    assert report["mix"]["gap"] > 0.2
