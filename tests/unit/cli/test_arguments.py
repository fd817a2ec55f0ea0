"""Where --dir may stand on the line."""

import pytest

from seutu.cli.arguments import with_folder_first


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("picture Iisalmi --out kuva --dir data", "--dir data picture Iisalmi --out kuva"),
        ("picture --dir=data Iisalmi", "--dir=data picture Iisalmi"),
        ("--dir data serve", "--dir data serve"),
        ("--dir a serve --dir b", "--dir a --dir b serve"),
        ("serve --dir", "--dir serve"),
        ("import -- --dir", "import -- --dir"),
        ("import --directory x", "import --directory x"),
        ("", ""),
    ],
)
def test_the_folder_may_stand_anywhere(given: str, wanted: str) -> None:
    assert with_folder_first(given.split()) == wanted.split()
