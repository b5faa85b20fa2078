"""What the README says is so: its Python block runs, its commands work."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def beside_the_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("templates", "examples", "phrasebank"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside_the_templates")
def test_the_python_block_runs() -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    subprocess.run([sys.executable, "-c", block], check=True, env={"PYTHONPATH": str(ROOT)})
    assert Path("稿.docx").exists()


@pytest.mark.usefixtures("beside_the_templates")
def test_the_draft_commands_work_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```sh\n(draft --template.*?)```", README, re.DOTALL)
    for line in block.strip().splitlines():
        assert run(shlex.split(line)[1:]) == 0, capsys.readouterr().err
    assert Path("办好家门口的图书馆.docx").exists()
