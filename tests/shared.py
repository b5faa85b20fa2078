"""What lies beside the checkout: the five seeds, their expected outlines, the worked example."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no seeds beside this checkout")


def gold(seed: str) -> Any:
    """The expected outline of a seed, by the first three letters of its name."""
    return json.loads(next((SHARED / "gold").glob(f"{seed}*.json")).read_text("utf-8"))
