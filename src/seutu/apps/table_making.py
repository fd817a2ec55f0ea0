"""The step of a migration that makes and widens many tables at once. Not for steps that change rows.

Django works out the relations of all models anew at each model and field that is added: a hundred one by one is slow.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddField, AlterField, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED


class Together(Operation):
    """Takes several steps in the order given, with the relations of all models worked out once.

    A field that is added may point only to tables that stood before. The way back is the backup that an upgrade makes.
    """

    reversible = False

    def __init__(self, steps: list[CreateModel | AddField | AlterField]) -> None:
        self.steps = steps

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the steps to the state; its classes are made when they are next asked for."""
        state.__dict__.pop("apps", None)
        for each in self.steps:
            each.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Make the tables and columns."""
        for each in self.steps:
            if isinstance(each, AddField):
                standing, changed = (
                    state.apps.get_model(app_label, each.model_name) for state in (from_state, to_state)
                )
                _add_field(each, schema_editor, standing, changed)
            else:
                each.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say what is done."""
        return "; ".join(each.describe() for each in self.steps)


def _add_field(step: AddField, schema_editor: BaseDatabaseSchemaEditor, standing: Any, changed: Any) -> None:
    """Add a column, and tell the class of the table that stands: SQLite copies a table by what its class knows."""
    field = changed._meta.get_field(step.name)  # noqa: SLF001 - Django's own public part, in spite of its name
    if not step.preserve_default:
        field.default = step.field.default
    schema_editor.add_field(standing, field)
    if not step.preserve_default:
        field.default = NOT_PROVIDED
    standing.add_to_class(step.name, step.field.clone())
