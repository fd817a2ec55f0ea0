import logging

import pytest

from seutu.config.logs import HIDDEN, WithoutSecrets, without_secrets

SECRET = "3hBUXhOREHuWF2aK4cgcgrh1Xlp8NGARrAflerAmY7g"


@pytest.mark.parametrize(
    "address",
    [
        f"/fi/enter/{SECRET}/",
        f"/sv/guest/{SECRET}/",
        f"/en/account/password/reset/key/5a4e-{SECRET}/",
        f"/fi/account/confirm-email/MQ:1xUzVr:{SECRET}/",
        f"/fi/answer/K3yt/p/{SECRET}/r/{SECRET}/",
    ],
)
def test_the_secret_of_a_link_is_hidden(address: str) -> None:
    shown = without_secrets(f"Not Found: {address}")
    assert SECRET not in shown
    assert HIDDEN in shown


def test_other_addresses_stay() -> None:
    line = "Not Found: /fi/w/iisalmi/r/actors/1afaa207/"
    assert without_secrets(line) == line


@pytest.mark.parametrize("arguments", [("no cookie", f"/fi/enter/{SECRET}/"), ({"path": f"/fi/enter/{SECRET}/"},)])
def test_a_record_is_cleaned_wherever_the_address_stands(arguments: tuple[object, ...]) -> None:
    text = "%(path)s" if isinstance(arguments[0], dict) else "Forbidden (%s): %s"
    record = logging.LogRecord("x", logging.WARNING, __file__, 1, text, arguments, None)
    assert WithoutSecrets().filter(record)
    assert SECRET not in record.getMessage()
    assert HIDDEN in record.getMessage()
