"""Files sent for import that may still hold a person who is erased. The pages keep them for a day (web/uploads.py).

Not for files people have brought to stay: those are records' own.
"""

import shutil
from pathlib import Path
from uuid import UUID

from django.conf import settings


def sent_files(workspace: UUID) -> Path:
    """Return the folder where a workspace's sent files wait."""
    return Path(settings.DATA_FOLDER) / "uploads" / str(workspace)


def forget_sent_files(workspace: UUID) -> None:
    """Delete every file of the workspace that waits to be imported.

    All of them: a packed file cannot be asked whom it holds. Whoever was about to import one sends it again.
    """
    shutil.rmtree(sent_files(workspace), ignore_errors=True)
