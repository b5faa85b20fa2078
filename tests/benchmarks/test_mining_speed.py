"""How long it takes to read and mine an archive, beside bare jieba cutting the same files."""

import random
import sys
from pathlib import Path

import pytest

from tests.benchmarks.pairs import least_ratio, process

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"

BARE = """
import sys, jieba
from pathlib import Path
jieba.setLogLevel(60)
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    jieba.lcut(path.read_text("utf-8"))
"""
OURS = """
import sys
from pathlib import Path
from drafter.formats import read
from drafter.mining import mine
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    mine(read(path), path.stem, cache=Path(sys.argv[2]))
"""
WITHOUT_RJIEBA = """
import sys, importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "rjieba" else found(name, *rest)
"""

VERBS = ("筑牢", "畅通", "完善", "压实", "提升", "守住", "改进", "优化", "盘活", "夯实", "打通")
NOUNS = ("安全防线", "购销渠道", "轮换机制", "保管责任", "服务水平", "工作作风", "办事流程", "仓储基础")
FRAMES = ("要{0}，{1}。", "坚持{0}、{1}、{2}，做到件件有着落。", "只有{0}，才能{1}。", "不仅要{0}，更要{1}。")


@pytest.mark.parametrize("engine", ["rjieba", "plain"])
def test_an_archive_is_read_and_mined_in_three_times_the_time_of_jieba(engine: str, tmp_path: Path) -> None:
    if engine == "rjieba":
        pytest.importorskip("rjieba", reason="没有装 drafter[fast]")
    folder = CORPUS if CORPUS.exists() else archive(tmp_path / "archive")
    script = OURS if engine == "rjieba" else WITHOUT_RJIEBA + OURS
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    ours = process([sys.executable, "-c", script, str(folder), str(tmp_path / "cache")], env=env)
    bare = process([sys.executable, "-W", "ignore", "-c", BARE, str(folder)], env=env)
    times = least_ratio(ours, bare, 3, pairs=2)
    print(f"read and mine with {engine} : bare jieba = {times:.2f}")
    assert times <= 3


def archive(folder: Path) -> Path:
    """Three hundred documents of made-up official prose."""
    folder.mkdir()
    luck = random.Random(7)
    for n in range(300):
        lines = ["".join(sentence(luck) for _ in range(12)) for _ in range(6)]
        (folder / f"{n:03}.txt").write_text("\n".join(["管好一座粮仓", *lines]), "utf-8")
    return folder


def sentence(luck: random.Random) -> str:
    return luck.choice(FRAMES).format(*(luck.choice(VERBS) + luck.choice(NOUNS) for _ in range(3)))
