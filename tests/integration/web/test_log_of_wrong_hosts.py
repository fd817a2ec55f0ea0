"""A host name that is not ours is one line in the log; anything of ours that breaks keeps its trace."""

import io
import logging

import pytest
from django.test import Client

from seutu.config.logs import WithoutSecrets

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the handler of the settings writes."""
    (handler,) = (
        each
        for each in logging.getLogger().handlers
        if isinstance(each, logging.StreamHandler) and any(isinstance(one, WithoutSecrets) for one in each.filters)
    )
    stream = io.StringIO()
    monkeypatch.setattr(handler, "stream", stream)  # a stream that an earlier test has closed is not flushed
    return stream


def test_a_wrong_host_is_one_line(written: io.StringIO) -> None:
    answer = Client().get("/fi/account/login/", headers={"host": "attacker.example"})
    assert answer.status_code == 400
    lines = written.getvalue().splitlines()
    assert [line for line in lines if "attacker.example" in line] == lines
    assert len(lines) == 1


def test_a_fault_of_ours_keeps_its_trace(written: io.StringIO) -> None:
    logging.getLogger("django.request").error("Internal Server Error: /fi/", exc_info=ZeroDivisionError())
    assert "ZeroDivisionError" in written.getvalue()
