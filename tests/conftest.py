"""What holds for every test: no network, Hypothesis profiles, long trials only when asked for.

Django is set up by the folders that need it (tests/django_setup.py), not here.
"""

import gc
import ipaddress
import os
import random
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

SOAK = os.environ.get("SEUTU_SOAK", "")
DISTRIBUTED = os.environ.get("SEUTU_DISTRIBUTED", "")
SECOND_DATABASE = os.environ.get("SEUTU_TEST_DATABASE_URL", "")
CASES_TRIED = os.environ.get("SEUTU_TEST_CASES_TRIED", "")
"""Set when the same run, with the same seed, has tried a third of the many cases on the other database already."""
SLOW_MACHINE = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=SLOW_MACHINE)
settings.register_profile("soak", max_examples=5000, deadline=None, suppress_health_check=SLOW_MACHINE)
settings.load_profile("soak" if SOAK == "all" else "quick")


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach another machine."""


def pytest_report_header() -> str:
    """Say how long the trials of this run are."""
    return f"long trials: {SOAK or 'left out (SEUTU_SOAK=tenth or all runs them)'}"


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a value that would silently run nothing."""
    if SOAK not in {"", "tenth", "all"}:
        message = f"SEUTU_SOAK is {SOAK!r}; it must be tenth or all"
        raise pytest.UsageError(message)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long trials and the tests that need Spark out unless they are asked for; begin with the longest tests.

    A long test that comes last keeps one processor busy while the others wait.
    """
    unasked = [name for name, asked in (("soak", SOAK), ("distributed", DISTRIBUTED)) if not asked]
    left_out = {item for item in items if any(item.get_closest_marker(name) for name in unasked)}
    if SOAK != "all":
        left_out |= {item for item in items if (long := item.get_closest_marker("soak")) and long.kwargs.get("whole")}
        many, drawn = _many_cases(items, f"{config.getoption('randomly_seed', default=0)}")
        if SECOND_DATABASE:
            left_out |= many - drawn
        elif CASES_TRIED:
            left_out |= drawn
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def _many_cases(items: list[pytest.Item], seed: str) -> tuple[set[pytest.Item], set[pytest.Item]]:
    """Return the cases of tests of many, and a third of each test's drawn with the seed, for PostgreSQL to try."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("many_cases") and not item.get_closest_marker("own_installation"):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    drawn: set[pytest.Item] = set()
    for test, found in cases.items():
        ordered = sorted(found, key=lambda item: item.nodeid)
        drawn.update(random.Random(f"{seed} {test}").sample(ordered, len(ordered) - len(ordered) * 2 // 3))
    return {item for found in cases.values() for item in found}, drawn


def pytest_collection_finish() -> None:
    """Keep the garbage collector from walking through thousands of gathered tests again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Return the chance of the run: the same seed, the one pytest-randomly prints, draws the same again."""
    return random.Random(f"{request.config.getoption('randomly_seed', default=0)} {request.node.nodeid}")


@pytest.fixture
def trials(chance: random.Random) -> Callable[..., list[int]]:
    """Return the numbers of the trials to run out of ``total``: all of them, or a tenth drawn with the run's seed.

    ``one_of`` draws a smaller share than a tenth of trials that are much alike.

    The seed is the one pytest-randomly prints; `-p "randomly_seed=…"` draws the same tenth again.
    """

    def draw(total: int, one_of: int = 10) -> list[int]:
        if SOAK == "all":
            return list(range(total))
        return sorted(chance.sample(range(total), max(1, total // one_of)))

    return draw


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Keep the SQLite test database in a file, so that threads meet the same locks as in use."""
    from django.db import connections

    database = connections.databases["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(Path(os.environ["SEUTU_DIR"]) / "tests.sqlite3")
        options = database["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")


def _is_this_machine(host: object) -> bool:
    if not isinstance(host, str | bytes):
        return host is None
    name = host.decode() if isinstance(host, bytes) else host
    if name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def no_bytecode() -> Iterator[None]:
    """Keep what was compiled before the first test, and nothing after: programs are killed and disks run full."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        yield


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let sockets reach this machine only. Names other than localhost are not even looked up."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def refuse(host: object) -> None:
        if not _is_this_machine(host):
            message = f"a test tried to reach {host!r}; tests use this machine only"
            raise NetworkForbiddenError(message)

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            refuse(address[0])
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            refuse(address[0])
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        refuse(host)
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield
