"""The bank that is shipped: made by this very tool, true to its sources, short."""

from pathlib import Path

from drafter import bank
from drafter.chinese import length
from drafter.cli import run
from tests.shared import SHARED, needs_shared

SHIPPED = Path(__file__).parent.parent / "phrasebank"


@needs_shared
def test_the_shipped_bank_is_what_mining_the_seeds_writes(tmp_path: Path) -> None:
    assert run(["mine", str(SHARED / "seeds"), "--bank", str(tmp_path / "bank")]) == 0
    made = {path.name: path.read_bytes() for path in (tmp_path / "bank").iterdir()}
    assert made == {path.name: path.read_bytes() for path in SHIPPED.iterdir()}


def test_what_is_shipped_is_short_and_sourced() -> None:
    shipped = bank.load(SHIPPED)
    assert len(shipped.sources) > 400
    for phrase, sources in shipped.sources.items():
        assert length(phrase.text) <= 30 or phrase.kind == "引语", phrase.text
        assert sources
        assert all(source.document and source.paragraph for source in sources)
        assert phrase.kind not in ("举措", "开头", "结尾")
