"""Asks Seutu for the list of actors as often as told, in this process: `list_requests.py FOLDER COUNT`."""

import sys
from pathlib import Path

from material import start_seutu


def main() -> int:
    """Ask, and make sure that what is asked for came."""
    start_seutu(Path(sys.argv[1]))
    from django.test import Client

    from seutu.apps.accounts.models import User, Workspace

    client = Client()
    client.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    slug = Workspace.objects.get().slug
    for number in range(int(sys.argv[2])):
        page = "2" if number % 2 else "1"
        asked = {"municipality": "140", "class": "company", "page": page}
        answer = client.get(f"/fi/w/{slug}/r/actors/", asked)
        assert answer.status_code == 200
        assert answer.content.count(b"Toimija ") >= 50
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
