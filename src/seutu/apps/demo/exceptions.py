"""What can go wrong with examples, one class per error."""

from collections.abc import Sequence

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text


class ExampleFaultError(InputProblem):
    """A file of an example folder was not taken whole. Nothing of the folder was loaded."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        said = Text(
            fi=f"Esimerkin tiedostoa {file} ei voi ladata sellaisenaan. Korjaa rivit ja lataa esimerkki uudelleen.",
            sv=f"Exempelfilen {file} kan inte läsas in som den är. Rätta raderna och läs in exemplet på nytt.",
            en=f"The example file {file} cannot be loaded as it stands. Correct its rows and load the example again.",
        )
        super().__init__(Problem(said), *problems)
