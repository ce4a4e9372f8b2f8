"""The rules that neither import-linter nor ruff can state: each yields ``(line, what is wrong)``."""

import ast
import re
from collections.abc import Callable, Iterator

from tests.architecture.source import Module, modules

Finding = tuple[int, str]
Rule = Callable[[Module], Iterator[Finding]]

_QT = ("PySide6", "qasync", "qtawesome")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_PAPER_CODE = re.compile(r"yici:\w")
_STATIC_DIALOGS = {"QMessageBox", "QFileDialog", "QInputDialog", "QColorDialog", "QFontDialog"}
_CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime"}
_CLOCKLESS = {"domain", "ports", "services", "documents"}
CHINESE_THAT_IS_NOT_A_TEXT = {
    "app/documents/lines.py": "characters that a line break keeps with the figure before them",
    "app/domain/catalogue.py": "the kind of item as the published catalogue writes it",
    "app/domain/exception_case.py": "the prescribed form of the number of an exception case",
    "app/domain/document.py": "the prescribed form of an official document number, and the mark of each kind",
    "app/exchange/catalogue_entries.py": "the words of the published catalogue files",
    "app/exchange/past_cases.py": "the words of published collections of cases",
    "app/domain/exception_group.py": "the word in the number of a group of exception cases",
    "app/domain/follow_up_opening.py": "the word in the number of the follow-up of a bad rating",
    "app/domain/reminder.py": "what stands in the number of a reminder",
    "app/domain/department_check.py": "the word in the number of a check over departments",
    "ui/board/direction.py": "the words by which a hall writes left and right in its set-up",
}
"""Files in which Chinese characters are data, not words to show, each with the reason."""


def presenters_and_states_know_no_qt(module: Module) -> Iterator[Finding]:
    """A presenter is tested, and a state is compared, without a screen."""
    if _in_room(module) and module.parts[-1] in {"presenter", "state"}:
        yield from _imports(module, _QT)


def widgets_know_no_services(module: Module) -> Iterator[Finding]:
    """Only a room's ``room.py`` and ``main.py`` see both the widgets and what they are connected to."""
    uses_widgets = any(name.startswith("PySide6.QtWidgets") for _, name in module.imports())
    if module.parts[0] == "ui" and (uses_widgets or module.parts[-1] == "view"):
        connects = module.parts[-1] in {"room", "main"}
        yield from _imports(module, () if connects else ("app.services", "db"))


def rooms_do_not_know_each_other(module: Module) -> Iterator[Finding]:
    """What two rooms share is no room. The demo is none: it composes stations, as ``ui.main`` does."""
    if _in_room(module) and module.parts[1] != "demo":
        others = [f"ui.{room}" for room in rooms() if room != module.parts[1]]
        yield from _imports(module, tuple(others))


def only_entry_points_open_the_screens(module: Module) -> Iterator[Finding]:
    """The command line decides whether a screen is wanted; nothing below it may."""
    if module.parts[:2] not in {("app", "__main__"), ("app", "cli")}:
        yield from _imports(module, ("ui.main",))


def tasks_have_an_owner(module: Module) -> Iterator[Finding]:
    """Tasks are started by the TaskSupervisor or in a TaskGroup; others can be collected in mid-flight."""
    if "class TaskSupervisor" in module.text:
        return
    for node, called in _calls(module):
        starts_task = called.rpartition(".")[2] in {"create_task", "ensure_future"}
        if starts_task and re.search(r"(^|\.)(asyncio|\w*loop(\(\))?)\.\w+$", called):
            yield node.lineno, f"{called}: start it with the TaskSupervisor"


def no_nested_event_loop(module: Module) -> Iterator[Finding]:
    """``exec`` and the static dialogs run a loop inside the loop, which kills other tasks for good."""
    for node, called in _calls(module):
        owner, _, method = called.rpartition(".")
        if owner and method in {"exec", "exec_"} and module.parts[0] == "ui":
            yield node.lineno, f"{called}: open() and a future on finished"
        elif owner.rpartition(".")[2] in _STATIC_DIALOGS:
            yield node.lineno, f"{called}: the static dialogs run a loop of their own"


def no_async_slots(module: Module) -> Iterator[Finding]:
    """Coroutines of asyncSlot can be collected in mid-flight, and their failures are lost."""
    yield from _imports(module, ("qasync.asyncSlot", "qasync.asyncClose"))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in {"asyncSlot", "asyncClose"}:
            yield node.lineno, f"{ast.unparse(node)}: a plain slot and the TaskSupervisor"


def time_is_passed_in(module: Module) -> Iterator[Finding]:
    """The database's clock stamps everything; the inside asks no other."""
    if module.parts[0] != "app" or module.parts[1] not in _CLOCKLESS:
        return
    for node, called in _calls(module):
        if any(called == clock or called.endswith(f".{clock}") for clock in _CLOCKS):
            yield node.lineno, f"{called}: time comes from the unit of work"


def words_live_in_the_catalogues(module: Module) -> Iterator[Finding]:
    """Chinese in a string literal is a text that the catalogues do not know."""
    if module.parts[:2] == ("app", "texts") or module.path in CHINESE_THAT_IS_NOT_A_TEXT:
        return
    documentation = set(_documentation(module.tree))
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(value=str(words)) if node not in documentation and _IDEOGRAPH.search(words):
                yield node.lineno, f"{words!r}: put it into app/texts"


def codes_of_papers_stand_in_one_place(module: Module) -> Iterator[Finding]:
    """What a paper's QR code says is written and read by ``app/domain/paper_code.py`` alone."""
    if module.path == "app/domain/paper_code.py":
        return
    documentation = set(_documentation(module.tree))
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(value=str(text)) if node not in documentation and _PAPER_CODE.search(text):
                yield node.lineno, f"{text!r}: app.domain.paper_code writes and reads it"


RULES: tuple[Rule, ...] = (
    presenters_and_states_know_no_qt,
    widgets_know_no_services,
    rooms_do_not_know_each_other,
    only_entry_points_open_the_screens,
    tasks_have_an_owner,
    no_nested_event_loop,
    no_async_slots,
    time_is_passed_in,
    words_live_in_the_catalogues,
    codes_of_papers_stand_in_one_place,
)


def rooms() -> set[str]:
    """The rooms under ui: the packages with a ``room.py``."""
    return {module.parts[1] for module in modules() if _is_room_file(module)}


def _is_room_file(module: Module) -> bool:
    return len(module.parts) == 3 and module.parts[0] == "ui" and module.parts[2] == "room"


def _in_room(module: Module) -> bool:
    return module.parts[0] == "ui" and len(module.parts) > 2


def _imports(module: Module, forbidden: tuple[str, ...]) -> Iterator[Finding]:
    for line, name in module.imports():
        if any(name == what or name.startswith(f"{what}.") for what in forbidden):
            yield line, f"imports {name}"


def _calls(module: Module) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def _documentation(tree: ast.Module) -> Iterator[ast.expr]:
    """Strings that stand by themselves: docstrings, and those that describe an attribute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
