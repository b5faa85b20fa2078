"""A whole archive into a bank: however the work is done, and however often it is broken off."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.archive import Report, mine_archive, name_of
from drafter.bank import BANNED, Phrase, load, save, union
from drafter.bank.lock import alone
from drafter.bank.states import add, ban, restore
from drafter.outline import Outline, Paragraph, Source
from drafter.problem import DraftError
from tests.archive_help import contents, essay, mine_idioms, mine_slowly, read_lines, write_essays
from tests.banks import ESSAY, OTHER

ROOT = Path(__file__).parents[1]
MANY = 120


def _mine(archive: Path, bank: Path, **how: object) -> Report:
    return mine_archive([archive], bank, read=read_lines, mine=mine_idioms, **how)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_essays(tmp_path_factory.mktemp("archive") / "文稿", MANY)


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    bank = tmp_path_factory.mktemp("expected") / "词库"
    _mine(archive, bank)
    return contents(bank)


def test_every_phrase_stands_where_the_bank_says(archive: Path, tmp_path: Path) -> None:
    report = _mine(archive, tmp_path / "词库")
    bank = load(tmp_path / "词库")
    assert (report.documents, report.phrases, report.kinds) == (
        MANY,
        len(bank.sources),
        {"成语": len(bank.sources)},
    )
    for phrase, sources in bank.sources.items():
        for source in sources:
            n = int(source.document.removeprefix("第").removesuffix("篇见闻"))
            assert phrase.text in essay(n).splitlines()[source.paragraph - 1]


def test_two_processes_make_the_same_bank(archive: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    _mine(archive, tmp_path / "词库", jobs=2)
    assert contents(tmp_path / "词库") == expected


ACCELERATED = """
import sys
from pathlib import Path
if sys.argv[3] == "plain":
    sys.modules["rjieba"] = None
from drafter.archive import mine_archive
mine_archive([sys.argv[1]], Path(sys.argv[2]), own=True)
print(sys.modules.get("rjieba") is not None)
"""


def test_the_accelerator_makes_the_same_bank(tmp_path: Path) -> None:
    pytest.importorskip("rjieba", reason="the extra drafter[fast] is not installed")
    archive = write_essays(tmp_path / "文稿", 5)
    for name, text in (("甲", ESSAY), ("乙", OTHER)):
        (archive / f"{name}.txt").write_text(f"{name}处见闻\n{text}\n", "utf-8")
    for how, loaded in (("fast", "True"), ("plain", "False")):
        call = [sys.executable, "-c", ACCELERATED, str(archive), str(tmp_path / how), how]
        done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == loaded
    assert load(tmp_path / "fast").sources
    assert contents(tmp_path / "fast") == contents(tmp_path / "plain")


def test_mining_twice_changes_nothing(archive: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    first, again = (_mine(archive, tmp_path / "词库") for _ in range(2))
    assert contents(tmp_path / "词库") == expected
    assert replace(again, seconds=0) == replace(first, seconds=0)


def test_an_archive_in_parts_in_any_order_makes_the_same_bank(
    archive: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    files = sorted(archive.iterdir())
    random.Random(3).shuffle(files)
    for part in (files[:50], files[50:90], files[40:]):
        mine_archive(part, tmp_path / "词库", read=read_lines, mine=mine_idioms)
    assert contents(tmp_path / "词库") == expected


def test_a_phrase_deleted_by_hand_stays_away(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "词库"
    _mine(archive, folder)
    bank = load(folder)
    gone = min(bank.sources)
    save(union(type(bank)({p: s for p, s in bank.sources.items() if p != gone}, {}, bank.documents)), folder)
    _mine(archive, folder)
    assert gone not in load(folder).sources


def test_what_the_writer_said_of_a_phrase_survives(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "词库"
    _mine(archive, folder)
    phrase = min(load(folder).sources)
    ban(folder, phrase)
    write_essays(tmp_path / "新稿", 20, first=MANY)
    _mine(tmp_path / "新稿", folder)
    assert load(folder).states == {(phrase.kind, phrase.text): BANNED}
    restore(folder, phrase)
    own = Phrase("四字", "人勤地不懒")
    add(folder, own)
    _mine(archive, folder)
    assert load(folder).states == {(phrase.kind, phrase.text): "可用"}
    assert load(folder).sources[own] == {Source("自己")}


def test_what_the_writer_noted_in_the_bank_survives(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "词库"
    _mine(archive, folder)
    path = folder / "成语.yaml"
    first = min(load(folder).sources).text
    path.write_text(path.read_text("utf-8").replace(f"- 短语: {first}", f"# 少用\n- 短语: {first}"), "utf-8")
    _mine(write_essays(tmp_path / "新稿", 20, first=MANY), folder)
    assert f"# 少用\n- 短语: {first}\n" in path.read_text("utf-8")


def _run(archive: Path, bank: Path, jobs: int) -> subprocess.Popen[bytes]:
    call = [sys.executable, "-m", "tests.archive_help", str(archive), str(bank), str(jobs)]
    return subprocess.Popen(call, cwd=ROOT, stderr=subprocess.PIPE)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_was_killed_goes_on(
    jobs: int, archive: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    moments, ends = random.Random(jobs), []
    for _ in range(4):
        run = _run(archive, tmp_path / "词库", jobs)
        time.sleep(moments.uniform(0.2, 0.45))
        run.kill()
        run.communicate()
        ends.append(run.returncode)
    assert ends[0] == -signal.SIGKILL
    _run(archive, tmp_path / "词库", jobs).communicate()
    assert contents(tmp_path / "词库") == expected


def test_ctrl_c_loses_nothing(archive: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    run = _run(archive, tmp_path / "词库", 2)
    journal = tmp_path / "词库" / ".draft-journal"
    while not (journal.exists() and journal.stat().st_size):
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    run.communicate()
    assert run.returncode != 0
    assert journal.read_bytes()
    _mine(archive, tmp_path / "词库")
    assert contents(tmp_path / "词库") == expected


def test_a_line_that_was_cut_off_is_mined_again(
    archive: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    run = _run(archive, tmp_path / "词库", 1)
    journal = tmp_path / "词库" / ".draft-journal"
    while not (journal.exists() and journal.stat().st_size > 5000):
        time.sleep(0.01)
    run.kill()
    run.communicate()
    journal.write_bytes(journal.read_bytes()[:-20])
    _mine(archive, tmp_path / "词库")
    assert contents(tmp_path / "词库") == expected


@pytest.mark.skipif(sys.platform == "win32", reason="no limits to set there")
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_lost(
    archive: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    import resource

    soft, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9000, most))
    try:
        with pytest.raises(DraftError, match="写不进去（文件太大了）"):
            _mine(archive, tmp_path / "词库")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, most))
    assert [path.name for path in (tmp_path / "词库").iterdir()] == [".draft-journal"]
    _mine(archive, tmp_path / "词库")
    assert contents(tmp_path / "词库") == expected


def test_the_second_miner_of_one_bank_says_so(archive: Path, tmp_path: Path) -> None:
    with alone(tmp_path / "词库"), pytest.raises(DraftError, match="正在写这个词库"):
        _mine(archive, tmp_path / "词库")
    assert _mine(archive, tmp_path / "词库").documents == MANY


def test_two_miners_at_once_lose_nothing(archive: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    runs = [_run(archive, tmp_path / "词库", 1) for _ in range(2)]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    assert sorted(code != 0 for _, code in ends) == [False, True]
    assert any("正在写这个词库" in (said or b"").decode() for said, code in ends if code)
    assert contents(tmp_path / "词库") == expected


def test_workers_end_with_a_killed_miner(archive: Path, tmp_path: Path) -> None:
    run = _run(archive, tmp_path / "词库", 2)
    journal = tmp_path / "词库" / ".draft-journal"
    while not (journal.exists() and journal.stat().st_size):
        time.sleep(0.01)
    workers = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    if not workers.exists():
        pytest.skip("no /proc to look for processes in")
    children = workers.read_text().split()
    run.kill()
    run.communicate()
    deadline = time.monotonic() + 10
    while any(_lives(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_lives(pid) for pid in children)


def _lives(pid: str) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[int]]]:
    """A cluster on this machine: its address, and the processes of its workers."""
    distributed = pytest.importorskip("distributed", reason="the extra drafter[cluster] is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as local:
        workers = [worker.pid for worker in local.workers.values()]
        yield local.scheduler_address, workers


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_bank(
    cluster: tuple[str, list[int]], archive: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    address, workers = cluster
    done: list[int] = []

    def kill_one(count: int, *_: object) -> None:
        if not done and count >= 10:
            os.kill(workers[0], signal.SIGKILL)
            done.append(count)

    mine_archive(
        [archive], tmp_path / "词库", cluster=address, progress=kill_one, read=read_lines, mine=mine_slowly
    )
    assert done
    assert contents(tmp_path / "词库") == expected


def test_a_cluster_that_is_not_there_is_said(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra drafter[cluster] is not installed")
    with pytest.raises(DraftError, match="连不上集群"):
        _mine(archive, tmp_path / "词库", cluster="tcp://127.0.0.1:9")


# ---- where the texts come from


def test_folders_files_and_patterns(archive: Path, tmp_path: Path) -> None:
    nested = write_essays(tmp_path / "甲" / "乙", 3)
    (nested / "~$0001.docx").write_bytes(b"x")
    paths: list[str | Path] = [
        tmp_path / "甲",
        nested / "0001.txt",
        f"{nested}/000[12].txt",
        f"{tmp_path}/**/0000.txt",
    ]
    report = mine_archive(paths, tmp_path / "词库", read=read_lines, mine=mine_idioms)
    assert (report.documents, report.problems) == (3, ())


def test_a_bank_inside_the_archive_is_not_mined(tmp_path: Path) -> None:
    write_essays(tmp_path, 2)
    for _ in range(2):
        assert _mine(tmp_path, tmp_path / "词库").documents == 2


def test_rows_of_a_json_lines_file(tmp_path: Path) -> None:
    rows = [{"text": essay(1)}, {"title": "渡口", "text": essay(2)}, {"nothing": 1}, {"正文": essay(3)}]
    path = tmp_path / "文稿.jsonl"
    path.write_text("\n".join([*(json.dumps(row, ensure_ascii=False) for row in rows), "{broken"]), "utf-8")
    report = mine_archive([path], tmp_path / "词库", read=read_lines, mine=mine_idioms)
    assert report.documents == 3
    assert [problem.at.line for problem in report.problems] == [3, 5]
    assert {*load(tmp_path / "词库").documents} == {"第1篇见闻", "第2篇见闻", "第3篇见闻"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_rows_of_a_table(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "文稿.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([["编号", "正文"], *([str(n), essay(n)] for n in range(3))])
    report = mine_archive([path], tmp_path / "词库", read=read_lines, mine=mine_idioms)
    assert (report.documents, report.problems) == (3, ())


@pytest.mark.parametrize(
    ("name", "text", "said", "line"),
    [
        ("没有正文栏.csv", "编号,意见\n1,甲\n2,乙\n3,丙\n", "没有正文那一栏", 1),
        ("空.csv", "", "没有正文那一栏", 1),
        ("只有栏名.csv", "编号,正文\n", "一篇也没有", 0),
        ("空.jsonl", "\n", "一篇也没有", 0),
        ("不是对象.jsonl", '["甲", "乙"]\n', "不是一篇文稿", 1),
        ("太深.jsonl", "[" * 200_000 + "\n", "不是一篇文稿", 1),
        ("前面有空行.jsonl", '\n\n["甲"]\n', "不是一篇文稿", 3),
        ("没有正文.jsonl", '{"意见": "甲"}\n', "没有正文", 1),
    ],
)
def test_a_table_without_texts_is_said_once(
    name: str, text: str, said: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    told: list[tuple[int, int]] = []
    report = _mine(
        tmp_path / name, tmp_path / "词库", progress=lambda done, total, *_: told.append((done, total))
    )
    (problem,) = report.problems
    assert said in problem.message
    assert (problem.at.path, problem.at.line) == (tmp_path / name, line)
    assert told == [(1, 1)]


def test_what_cannot_be_read_is_said_and_the_rest_is_mined(tmp_path: Path) -> None:
    write_essays(tmp_path / "文稿", 2)
    (tmp_path / "文稿" / "旧稿.doc").write_bytes(b"\xd0\xcf")
    (tmp_path / "文稿" / "空.txt").write_bytes(b"")
    report = mine_archive([tmp_path / "文稿"], tmp_path / "词库", mine=mine_idioms)
    assert report.documents == 2
    assert {p.at.path and p.at.path.name for p in report.problems} == {"旧稿.doc", "空.txt"}


def test_a_path_that_leads_nowhere_stops_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="没有这个文件或文件夹"):
        _mine(tmp_path / "没有", tmp_path / "词库")
    assert not (tmp_path / "词库").exists()


def test_a_folder_with_nothing_to_read_says_so_and_makes_no_bank(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    report = mine_archive([tmp_path / "空"], tmp_path / "我的" / "词库")
    assert [problem.message for problem in report.problems] == ["文件夹里没有能读的文稿"]
    assert [path.name for path in tmp_path.iterdir()] == ["空"]


def test_what_was_mined_as_somebodys_may_be_mined_again_as_ones_own(tmp_path: Path) -> None:
    text = tmp_path / "见闻.txt"
    text.write_text(f"乡间见闻\n{ESSAY}\n", "utf-8")
    kinds = [mine_archive([text], tmp_path / "词库", own=own).kinds for own in (False, True, False)]
    assert "开头" not in kinds[0]
    assert "开头" in kinds[1]
    assert kinds[2] == kinds[1]


def test_a_mistake_in_the_bank_is_said_before_the_work(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "成语.yaml").write_text("- 短语: 一丝不苟\n  状态: 禁止\n", "utf-8")
    with pytest.raises(DraftError, match="不认识的状态"):
        _mine(archive, tmp_path)
    assert [*contents(tmp_path)] == ["成语.yaml"]


def test_the_same_essay_under_other_names_counts_once(tmp_path: Path) -> None:
    folder = tmp_path / "文稿"
    folder.mkdir()
    (folder / "原稿.txt").write_text(f"乡间见闻\n{ESSAY}\n那里的人们不慌不忙地撑船。", "utf-8")
    (folder / "别的.txt").write_text(f"码头见闻\n{OTHER}\n那里的人们不慌不忙地装卸。", "utf-8")
    _mine(folder, tmp_path / "甲")
    (folder / "副本.txt").write_bytes((folder / "原稿.txt").read_bytes())
    (folder / "转载.txt").write_text(
        f"乡间见闻（转载）\n{ESSAY}\n那里的人们不慌不忙地撑船。\n（完）", "utf-8"
    )
    report = _mine(folder, tmp_path / "乙")
    (sources,) = load(tmp_path / "乙").sources.values()
    assert report.documents == 4
    assert len(sources) == 2
    assert load(tmp_path / "甲").sources.keys() == load(tmp_path / "乙").sources.keys()


NAMES = [
    (Outline("渡口"), "渡口"),
    (Outline("渡口", front=(Paragraph("作者：老船工", "署名"),)), "渡口（老船工）"),
    (Outline("", front=(Paragraph("老船工", "署名"),)), "文件名（老船工）"),
    (Outline("渡口", ending=(Paragraph("某县某乡渡口管理站全体同志敬上", "署名"),)), "渡口"),
    (Outline("渡口\\【上】"), "渡口【上】"),
    (Outline(), "文件名"),
]


@pytest.mark.parametrize(("outline", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_document_is_called_by_its_title_and_author(outline: Outline, name: str) -> None:
    assert name_of(outline, "文件名") == name


def test_progress_tells_how_far_it_is(archive: Path, tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    _mine(archive, tmp_path / "词库", progress=lambda done, total, *_: said.append((done, total)))
    assert said[-1] == (MANY, MANY)
    assert [done for done, _ in said] == list(range(1, MANY + 1))
