"""Each library has one room, and nobody imports upstairs."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "drafter"
FILES = sorted(HOUSE.rglob("*.py"))
FLOORS = (
    {"problem", "chinese"},
    {"files", "yamlslips"},
    {"outline", "yamlfile", "holes"},
    {"bank", "cleaning", "checks"},
    {"formats", "mining", "filling"},
    {"archive", ""},
    {"cli"},
    {"__main__"},
)
ROOMS = {
    "docx": set(),  # Word files are written and read as what they are; tests open them with it
    "lxml": {"formats", "cleaning"},
    "jieba": {"chinese"},
    "rjieba": {"chinese"},
    "jinja2": {"holes"},
    "markupsafe": {"holes"},
    "click": {"cli", "__main__"},
    "yaml": {"yamlfile"},
    "sqlite3": {"bank"},
    "opencc": {"cleaning"},
    "distributed": {"archive"},
}
STRANGERS = {  # rooms that must never know each other, though their floors would let them
    "outline": {"chinese", "files", "yamlfile", "holes"},
    "filling": {"formats", "mining"},
    "checks": {"formats", "bank"},
    "mining": {"formats"},
    "formats": {"holes", "bank", "filling", "mining"},
}


def room_of(module: str) -> str:
    return module.removeprefix("drafter").lstrip(".").split(".")[0]


def imports(path: Path) -> Iterator[str]:
    """Every module that a file names, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "drafter":
            rooms = [
                a.name for a in node.names if (HOUSE / a.name).exists() or (HOUSE / f"{a.name}.py").exists()
            ]
            yield from (f"drafter.{room}" for room in rooms)
            if len(rooms) < len(node.names):
                yield "drafter"
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def floor_of(room: str) -> int:
    return next(i for i, rooms in enumerate(FLOORS) if room in rooms)


def here(path: Path) -> str:
    return room_of(
        path.relative_to(HOUSE.parent).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    )


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_library_is_imported_in_its_own_room(path: Path) -> None:
    for module in imports(path):
        library = module.split(".")[0]
        assert library not in ROOMS or here(path) in ROOMS[library], f"{name(path)} imports {module}"
        assert library in ROOMS or library in sys.stdlib_module_names or library == "drafter", module


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nobody_imports_upstairs(path: Path) -> None:
    room = here(path)
    for module in imports(path):
        if module.split(".")[0] == "drafter" and room_of(module) != room:
            assert floor_of(room_of(module)) < floor_of(room), f"{name(path)} imports {module}"
            assert room_of(module) not in STRANGERS.get(room, set()), f"{name(path)} imports {module}"


@pytest.mark.parametrize("path", [p for p in FILES if here(p) not in ("cli", "__main__")], ids=name)
def test_below_the_command_line_nobody_prints_exits_or_reads_the_environment(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "exit", "quit"}, f"{name(path)}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in {("os", "environ"), ("os", "getenv"), ("sys", "exit")}
