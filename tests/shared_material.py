"""Where material that is not part of the project lies, for the tests that read it.

The material stands in a folder `shared` beside the project's root. Without it those tests are skipped.
"""

from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder `shared` is not beside the project")
