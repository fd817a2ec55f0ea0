"""A file that cannot be opened: told in one line, the rest of the folder checked all the same."""

from pathlib import Path

import pytest

from seutu.cli import checking
from seutu.cli.failing import unopened
from seutu.core.funding.documents import CheckedDocument
from seutu.sources import documents


def test_a_file_without_rights_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run by the owner of the machine may read everything, so the refusal is made here."""
    right = documents.check_file

    def refused(path: Path, told: object = None) -> CheckedDocument:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        assert told is None
        return right(path)

    monkeypatch.setattr(documents, "check_file", refused)
    monkeypatch.setenv("SEUTU_LANGUAGE", "fi")
    checked, unread = checking._checked([Path(__file__).with_name(name) for name in ("b.txt", "c.txt")])
    assert checked == []
    assert [each.split(": ", 1)[1] for each in unread] == [
        "sinulla ei ole tähän oikeutta. Pyydä tiedoston oikeudet tai kopioi se omaan kansioosi.",
        "tiedostoa tai kansiota ei ole. Tarkista polku.",
    ]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(), "no such file or folder"),
        (PermissionError(), "no right to this"),
        (IsADirectoryError(), "this is a folder"),
    ],
)
def test_why_a_file_does_not_open_is_said_with_what_to_do(error: OSError, said: str) -> None:
    assert said in unopened(error).en
    assert all(unopened(error).in_language(language).endswith(".") for language in ("fi", "sv", "en"))
