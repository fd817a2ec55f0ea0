"""The mail server of a URL: how it is reached, and that what is wrong is said without showing the password."""

import pytest

from seutu.config.mail import NO_MAIL, NONE, PLAIN, SMTP, STARTTLS, TLS, from_url
from seutu.core.problems import InputProblem

SECRET = "hauki-77"


@pytest.mark.parametrize(
    ("url", "host", "port", "security"),
    [
        ("smtp://mail.example.org", "mail.example.org", 587, STARTTLS),
        ("smtp://mail.example.org:2525/", "mail.example.org", 2525, STARTTLS),
        ("SMTPS://mail.example.org", "mail.example.org", 465, TLS),
        ("smtps://mail.example.org:4465", "mail.example.org", 4465, TLS),
        ("smtp://localhost?tls=no", "localhost", 25, PLAIN),
        ("smtp://127.0.0.1:1025/?tls=no", "127.0.0.1", 1025, PLAIN),
        ("smtp://[::1]:1025?tls=no", "::1", 1025, PLAIN),
    ],
)
def test_a_server_is_reached_as_its_url_says(url: str, host: str, port: int, security: str) -> None:
    server = from_url(url)
    assert (server.host, server.port, server.security) == (host, port, security)
    assert (server.user, server.password, server.backend) == ("", "", SMTP)


def test_user_and_password_are_read_as_they_were_before_encoding() -> None:
    server = from_url("smtp://palvelu%40kunta.fi:a%2Fb%3A%40%25%C3%A4@mail.example.org")
    assert (server.user, server.password) == ("palvelu@kunta.fi", "a/b:@%ä")


def test_a_server_is_shown_without_its_password() -> None:
    server = from_url(f"smtp://palvelu:{SECRET}@mail.example.org")
    assert str(server) == "mail.example.org:587 (STARTTLS)"
    assert SECRET not in repr(server)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (f"http://u:{SECRET}@mail.example.org", "begin with smtp://"),
        (f"u:{SECRET}@mail.example.org:587", "begin with smtp://"),
        ("mail.example.org", "begin with smtp://"),
        (f"smtp://u:{SECRET}@", "name of the server is missing"),
        (f"smtp://u:{SECRET}@:587", "name of the server is missing"),
        (f"smtp://{SECRET}@mail.example.org", "go together"),
        (f"smtp://:{SECRET}@mail.example.org", "go together"),
        (f"smtp://u:{SECRET}/x@mail.example.org", "percent-encoded"),
        (f"smtp://u:{SECRET}#x@mail.example.org", "percent-encoded"),
        (f"smtp://u:{SECRET}[x@mail.example.org", "percent-encoded"),
        (f"smtp://u:{SECRET}@mail.example.org:99999", "percent-encoded"),
        (f"smtp://u:{SECRET}@mail.example.org/inbox", "percent-encoded"),
        (f"smtp://u:{SECRET}@localhost?tls=yes", "only tls=no"),
        (f"smtp://u:{SECRET}@localhost?tls=no&x=1", "only tls=no"),
        (f"smtps://u:{SECRET}@localhost?tls=no", "only tls=no"),
        (f"smtp://u:{SECRET}@mail.example.org?tls=no", "this machine only"),
        (f"smtp://u:{SECRET}@10.0.0.5?tls=no", "this machine only"),
    ],
)
def test_what_is_wrong_is_said_without_the_password(url: str, words: str) -> None:
    with pytest.raises(InputProblem) as caught:
        from_url(url)
    (problem,) = caught.value.problems
    assert words in problem.message.en
    for said in problem.message.as_dict().values():
        assert SECRET not in said
        assert "SEUTU_EMAIL_URL" in said
    assert caught.value.__cause__ is None


def test_no_server_is_no_mail() -> None:
    assert (NONE.backend, str(NONE)) == (NO_MAIL, "–")
