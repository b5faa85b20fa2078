"""How long a whole `draft new` takes beside a bare script that writes the same paragraphs."""

import json
import sys
from pathlib import Path

from docx import Document

from tests.benchmarks.pairs import least_ratio, process

ROOT = Path(__file__).parent.parent.parent
LIBRARY = ROOT / "examples" / "library.yaml"

MOST = 1.35

BARE = """
import json, sys
import click, yaml, jinja2, docx
document = docx.Document()
for text in json.loads(sys.argv[1]):
    document.add_paragraph(text)
document.save("bare.docx")
"""


def test_drafting_takes_little_more_than_writing_the_paragraphs(tmp_path: Path) -> None:
    options = ["-t", "four-points", "--answers", str(LIBRARY), "-o", "x.docx", "--force"]
    env = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    ours = process([sys.executable, "-m", "drafter", *options], cwd=tmp_path, env=env)
    ours()
    texts = [paragraph.text for paragraph in Document(str(tmp_path / "x.docx")).paragraphs]
    bare = process([sys.executable, "-c", BARE, json.dumps(texts)], cwd=tmp_path, env=env)
    times = least_ratio(ours, bare, MOST, rounds=5)
    print(f"draft new : bare script = {times:.2f}")
    assert times <= MOST
