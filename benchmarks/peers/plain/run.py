"""A plain Django project with the same table of actors: django-import-export and REST framework as their makers say.

The peer of the benchmarks: `run.py FOLDER prepare`, `run.py FOLDER import FILE row-by-row|bulk`, `… list N`.
"""

# mypy: ignore-errors

import sys
from pathlib import Path

import django
from django.conf import settings

FOLDER = Path(sys.argv[1])
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
settings.configure(
    SECRET_KEY="a benchmark's own",  # noqa: S106 - no secret: nothing is served
    ALLOWED_HOSTS=["testserver"],
    USE_TZ=True,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "rest_framework",
        "django_filters",
        "import_export",
        "plain",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    ROOT_URLCONF="plain.lists",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "peer.sqlite3"}},
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
        "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
        "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
        "PAGE_SIZE": 50,
    },
    IMPORT_EXPORT_USE_TRANSACTIONS=True,
)
django.setup()


def prepare() -> None:
    """Make the tables and a person."""
    from django.contrib.auth.models import User
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    User.objects.create_user("owner")


def bring_in(file: str, way: str) -> None:
    """Save the rows of a file."""
    import tablib

    from plain.files import ActorResource, BulkActorResource
    from plain.models import Actor

    rows = tablib.Dataset().load(Path(file).read_text(encoding="utf-8"), format="csv")
    resource = BulkActorResource() if way == "bulk" else ActorResource()
    resource.import_data(rows, raise_errors=True, use_transactions=True)
    assert Actor.objects.count() == len(rows)


def ask(count: int) -> None:
    """Ask for the list in this process."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get())
    for number in range(count):
        page = "2" if number % 2 else "1"
        asked = {"municipality": "140", "classes": "company", "page": page}
        answer = client.get("/actors/", asked)
        assert answer.status_code == 200
        assert answer.content.count(b"Toimija ") == 50


if __name__ == "__main__":
    match sys.argv[2:]:
        case ["prepare"]:
            prepare()
        case ["import", file, way]:
            bring_in(file, way)
        case ["list", count]:
            ask(int(count))
        case _:
            raise SystemExit(__doc__)
