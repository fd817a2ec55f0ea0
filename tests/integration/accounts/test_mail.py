"""The link of a forgotten password: it leaves for the server that is set, and is shown nowhere else."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.integration.accounts.mail_server import mail_server
from tests.integration.durability.installation import command, environment, installed

pytestmark = pytest.mark.own_installation

OWNER, STRANGER = "owner@example.org", "nobody@example.org"
# The service as it is set up for use: the test runner's own would put every message aside.
ASK = """
import json, sys
import django
django.setup()
from django.test import Client
told = []
for address in sys.argv[1:]:
    answer = Client(headers={"host": "localhost"}, raise_request_exception=False).post(
        "/en/account/password/reset/", {"email": address}, follow=True
    )
    told.append([answer.status_code, answer.redirect_chain, answer.content.decode()])
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("mail") / "seutu"
    installed(made)
    return made


def _forgotten(folder: Path, *addresses: str, **settings: str) -> tuple[list[list[Any]], str]:
    """Return how the page answered each address, and what the service wrote in its log."""
    extra = {"DJANGO_SETTINGS_MODULE": "seutu.config.settings", **settings}
    done = subprocess.run(
        [sys.executable, "-c", ASK, *addresses],
        env=environment(folder, **extra),
        capture_output=True,
        text=True,
        check=True,
    )
    answers, *more = done.stdout.splitlines()
    assert not more
    return json.loads(answers), done.stderr


def test_the_message_arrives_at_the_server_that_is_set(folder: Path) -> None:
    with mail_server() as server:
        url = f"smtp://127.0.0.1:{server.port}?tls=no"
        settings = {"SEUTU_EMAIL_URL": url, "SEUTU_EMAIL_FROM": "seutu@kunta.example"}
        _forgotten(folder, OWNER, **settings)
    (message,) = server.messages
    assert (message["To"], message["From"]) == (OWNER, "seutu@kunta.example")
    body = message.get_body()
    assert body is not None
    assert re.search(r"http://localhost/en/account/password/reset/key/\S+", body.get_content())


def test_nothing_is_said_in_the_open_to_a_server_without_tls(folder: Path) -> None:
    with mail_server() as server:
        url = f"smtp://palvelu:hauki-77@127.0.0.1:{server.port}"
        ((status, *_),), log = _forgotten(folder, OWNER, SEUTU_EMAIL_URL=url)
    assert status == 503
    assert not server.messages
    assert {line.split()[0].upper() for line in server.commands} <= {"EHLO", "QUIT"}
    assert "hauki-77" not in log


def test_a_server_that_does_not_answer_is_said_alike_to_all(folder: Path) -> None:
    with mail_server() as server:
        port = server.port
    (known, unknown), log = _forgotten(folder, OWNER, STRANGER, SEUTU_EMAIL_URL=f"smtp://127.0.0.1:{port}?tls=no")
    assert known == unknown
    assert known[0] == 503
    assert "Mail cannot be sent now" in known[2]
    assert "reset/key" not in log


def test_without_a_server_the_page_answers_all_alike_and_the_log_holds_no_link(folder: Path) -> None:
    (known, unknown), log = _forgotten(folder, OWNER, STRANGER)
    assert known[:2] == unknown[:2]
    assert known[0] == 200
    assert _comparable(known[2]) == _comparable(unknown[2])
    assert "SEUTU_EMAIL_URL" in log
    assert OWNER not in log
    assert "reset/key" not in log


def _comparable(page: str) -> str:
    """Return a page without what is drawn by lot for each visit."""
    return re.sub(r"\b[A-Za-z0-9]{32,64}\b", "", page)


def test_the_settings_tell_the_server_without_the_password(folder: Path) -> None:
    shown = command(folder, "check-settings", SEUTU_EMAIL_URL="smtps://palvelu:hauki-77@mail.example.org")
    assert "mail server = mail.example.org:465 (TLS)" in shown.stdout
    assert "hauki-77" not in shown.stdout + shown.stderr


def test_a_wrong_server_is_one_line_without_the_password(folder: Path) -> None:
    shown = command(folder, "check-settings", SEUTU_EMAIL_URL="http://palvelu:hauki-77@mail.example.org")
    assert shown.returncode == 2
    assert shown.stderr.startswith("seutu: The setting SEUTU_EMAIL_URL")
    assert len(shown.stderr.strip().splitlines()) == 1
    assert "hauki-77" not in shown.stdout + shown.stderr
