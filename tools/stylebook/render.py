"""Render every component with invented content and serve it under the strict content security policy.

For those who change the look. Not part of the product, and not a test.

    uv run --no-sync python tools/stylebook/render.py OUT [--serve PORT]
"""

import argparse
import functools
import http.server
import sys
from pathlib import Path

import django
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
WEB = ROOT / "src/seutu/web"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)


def set_up() -> None:
    """Configure Django with templates only: no database, no project settings."""
    settings.configure(
        DEBUG=False,
        SECRET_KEY="stylebook",  # noqa: S106
        INSTALLED_APPS=["django.contrib.staticfiles", "django_htmx"],
        STATIC_URL="/static/",
        USE_I18N=True,
        LANGUAGE_CODE="fi",
        LANGUAGES=[("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")],
        LOCALE_PATHS=[WEB / "locale"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates", WEB / "templates"],
                "OPTIONS": {"libraries": {"seutu_components": "seutu.web.templatetags.seutu_components"}},
            }
        ],
    )
    django.setup()


def write_pages(out: Path) -> None:
    """Write one HTML file per page of the style book, and link the static files beside them."""
    from content import PAGES, shell
    from django.template.loader import render_to_string

    out.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        context = {**shell(name), **page()}
        (out / f"{name}.html").write_text(render_to_string(f"{name}.html", context), encoding="utf-8")
    static = out / "static"
    if not static.exists():
        static.symlink_to(WEB / "static")


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves files with the policy of the product."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Serve django_htmx's files from its package, the rest from the folder."""
        import django_htmx

        prefix = "/static/django_htmx/"
        if path.startswith(prefix):
            return str(Path(django_htmx.__file__).parent / "static/django_htmx" / path.removeprefix(prefix))
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


def main(arguments: list[str]) -> None:
    """Write the pages and, when asked, serve them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--serve", type=int, metavar="PORT")
    options = parser.parse_args(arguments)
    sys.path.insert(0, str(HERE))
    set_up()
    write_pages(options.out)
    if options.serve:
        handler = functools.partial(Strict, directory=str(options.out))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", options.serve), handler)
        print(f"serving http://127.0.0.1:{options.serve}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
