"""What can go wrong with records, one class per error. Each message says what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.apps.records.files.report import ImportReport


class RecordsError(Exception):
    """Base of the app's errors."""


class OutsideScopeError(RecordsError):
    """Owned rows were queried outside a workspace scope. Enter one with in_scope()."""


class UnknownKindError(RecordsError):
    """No kind of record has that name."""


class StaleVersionError(RecordsError):
    """The record was changed after the form was opened. Carries what stands now beside what was sent."""

    def __init__(self, *, current: Mapping[str, object], sent: Mapping[str, object], version: int) -> None:
        super().__init__("the record was changed by somebody else")
        self.current = current
        self.sent = sent
        self.version = version


class InvalidValuesError(RecordsError):
    """One or more values of a record cannot be read: a message per column."""

    def __init__(self, problems: Mapping[str, Text]) -> None:
        super().__init__("; ".join(f"{name}: {text.en}" for name, text in problems.items()))
        self.problems = problems


class NotYoursError(InvalidValuesError):
    """The record is somebody else's to write, whatever the role: its kind's guard says why."""


class RejectedRowsError(RecordsError):
    """An import was refused because rows were rejected; nothing was written. Carries the report."""

    def __init__(self, report: "ImportReport") -> None:
        super().__init__(f"{len(report.rejected)} rows rejected")
        self.report = report.refused()


class StalePlanError(RecordsError, InputProblem):
    """The workspace was changed after an import was planned. Nothing was written; plan the file again."""

    def __init__(self) -> None:
        said = Text(
            fi="Työtilaa muutettiin, kun tiedostoa luettiin. Mitään ei tallennettu. Tuo tiedosto uudelleen.",
            sv="Arbetsytan ändrades medan filen lästes. Inget sparades. Importera filen på nytt.",
            en="The workspace was changed while the file was read. Nothing was saved. Bring the file in again.",
        )
        InputProblem.__init__(self, Problem(said))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that cannot be returned because it was changed later."""

    kind: str
    record_id: UUID
    title: str


class UndoConflictError(RecordsError):
    """Something the act touched has been changed since; undoing it would lose that change."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(f"{len(conflicts)} records changed since")
        self.conflicts = conflicts


class CannotUndoError(RecordsError):
    """The act cannot be undone: its old values were erased, or it has been undone already."""


class SealedColumnError(RecordsError):
    """A query would tell of a row's own values what is shown of a kept version only. A fault of the code that asks."""

    def __init__(self, model: str, column: str) -> None:
        super().__init__(f"{model}.{column} is read from a kept version: ask for the records, or for values_list")


class InUseError(RecordsError):
    """A record cannot be removed while others refer to it."""


class NameTakenError(RecordsError):
    """A list has another saved view of that name."""


class TooLongError(RecordsError):
    """The filters of a list are too long to be kept."""
