"""Backups: taken under writes they are consistent; every edit of one is refused; what comes back is what was there."""

import hashlib
import json
import random
import sqlite3
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.backups.archive import MARK, SIGNATURE, Manifest, is_safe, unpack, verify, write_archive
from seutu.apps.jobs.backups.database import refuse_damaged, tables, tables_put_back
from seutu.apps.records.operations import create_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.cli.backup import write_backup
from seutu.core.problems import InputProblem
from tests.integration.durability.installation import command
from tests.integration.factories import make_record, make_workspace

KEY = "eight-herons-over-the-ice-of-march-and-april"
WRITERS = 50
sqlite_only = pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a restore of a file")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    content = {"database/seutu.sqlite3": b"SQLite format 3\0" + bytes(range(256)) * 40, "files/käsi kirja.pdf": b"%PDF"}
    files = {}
    for number, (name, data) in enumerate(content.items()):
        files[name] = tmp_path / str(number)
        files[name].write_bytes(data)
    target = tmp_path / "backup.zip"
    write_archive(target, files, Manifest("2026-03-02T10:00:00+00:00", "0.1.0", "sqlite", [], []), key=KEY)
    return target


def _resigned(path: Path, key: str = KEY) -> None:
    """Sign an edited archive again, as somebody would who has got hold of the key."""
    import hmac

    body = path.read_bytes()[:-SIGNATURE]
    own = hashlib.sha256(b"seutu backup\0" + key.encode()).digest()
    path.write_bytes(body + hmac.new(own, body, hashlib.sha256).hexdigest().encode())


def _rewritten(path: Path, edit: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, content in edit(members).items():
            new.writestr(name, content)
        new.comment = MARK + b"0" * SIGNATURE


def test_what_went_in_comes_out(archive: Path, tmp_path: Path) -> None:
    manifest = unpack(archive, tmp_path / "out", key=KEY)
    assert set(manifest.files) == {"database/seutu.sqlite3", "files/käsi kirja.pdf"}
    assert (tmp_path / "out/files/käsi kirja.pdf").read_bytes() == b"%PDF"
    assert archive.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(archive) as ordinary:
        assert ordinary.testzip() is None


@pytest.mark.parametrize("number", range(30))
def test_an_edit_of_any_byte_is_refused(archive: Path, tmp_path: Path, number: int) -> None:
    data = bytearray(archive.read_bytes())
    dice = random.Random(number)
    place = dice.randrange(len(data))
    if number % 3 == 0:
        data[place] ^= 1 << dice.randrange(8)
    elif number % 3 == 1:
        del data[place]
    else:
        data.insert(place, dice.randrange(256))
    archive.write_bytes(data)
    with pytest.raises(InputProblem):
        unpack(archive, tmp_path / "out", key=KEY)
    assert not (tmp_path / "out").exists()


EDITS: dict[str, Callable[[dict[str, bytes]], dict[str, bytes]]] = {
    "content": lambda held: {**held, "files/käsi kirja.pdf": b"%PDX"},
    "longer": lambda held: {**held, "files/käsi kirja.pdf": b"%PDF" * 1000},
    "missing": lambda held: {name: data for name, data in held.items() if not name.startswith("files")},
    "added": lambda held: {**held, "files/new.txt": b"new"},
    "renamed": lambda held: {name.replace("käsi", "jalka"): data for name, data in held.items()},
    "no manifest": lambda held: {name: data for name, data in held.items() if name != "manifest.json"},
    "manifest is no JSON": lambda held: {**held, "manifest.json": b"{"},
    "manifest is a list": lambda held: {**held, "manifest.json": b"[]"},
    "other format": lambda held: {
        **held,
        "manifest.json": held["manifest.json"].replace(b"seutu-backup-1", b"seutu-backup-9"),
    },
}


@pytest.mark.parametrize("name", EDITS)
def test_even_with_the_key_the_files_must_be_those_of_the_list(archive: Path, tmp_path: Path, name: str) -> None:
    _rewritten(archive, EDITS[name])
    with pytest.raises(InputProblem):
        verify(archive, key=KEY)
    _resigned(archive)
    with pytest.raises(InputProblem):
        unpack(archive, tmp_path / "out", key=KEY)


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "files/../../out.txt",
        "/etc/cron.d/x",
        "files//x",
        "C:\\x",
        "files\\x",
        "files/..",
        "a\n",
        "x/. ",
    ],
)
def test_names_that_lead_out_are_refused(archive: Path, tmp_path: Path, name: str) -> None:
    assert not is_safe(name)

    def edit(held: dict[str, bytes]) -> dict[str, bytes]:
        manifest = json.loads(held["manifest.json"])
        manifest["files"][name] = {"size": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
        return {**held, name: b"x", "manifest.json": json.dumps(manifest).encode()}

    _rewritten(archive, edit)
    _resigned(archive)
    with pytest.raises(InputProblem):
        unpack(archive, tmp_path / "deep" / "out", key=KEY)
    assert not (tmp_path / "deep" / "out.txt").exists()
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + b"0" * 200, b"name;value\n" * 50])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(content)
    with pytest.raises(InputProblem):
        verify(path, key=KEY)


def test_another_key_is_refused(archive: Path) -> None:
    with pytest.raises(InputProblem):
        verify(archive, key=KEY + "x")


@pytest.fixture
def workspace(transactional_db: None) -> Workspace:
    made = make_workspace("Seutu")
    for number in range(20):
        make_record("actors", workspace=made, name=f"First {number}")
    return made


def _written_under(over: threading.Event, workspace: Workspace, number: int, faults: list[Exception]) -> None:
    try:
        with in_scope(Workspace.objects.get(pk=workspace.pk)):
            turn = 0
            while not over.is_set() and turn < 40:
                turn += 1
                values = {"name": f"Writer {number} {turn}", "classes": ("company",)}
                create_record(kind_named("actors"), values, by=None, at=datetime.now(UTC))
    except Exception as fault:  # noqa: BLE001 - shown by the test
        faults.append(fault)
    finally:
        connection.close()


@sqlite_only
def test_a_backup_under_fifty_writers_is_whole(workspace: Workspace, tmp_path: Path) -> None:
    over, faults = threading.Event(), []
    threads = [
        threading.Thread(target=_written_under, args=(over, workspace, number, faults)) for number in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    try:
        manifest = write_backup(tmp_path / "hot.zip")
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert not faults
    unpack(tmp_path / "hot.zip", tmp_path / "out", key=settings.SECRET_KEY)
    copy = tmp_path / "out" / "database" / "seutu.sqlite3"
    with closing(sqlite3.connect(copy)) as taken, closing(sqlite3.connect(connection.settings_dict["NAME"])) as live:
        entries = manifest.workspaces[0]["entries"]
        for table in ("records_activity", "records_activityrow"):
            limit = (
                "sequence <= ?"
                if table == "records_activity"
                else "activity_id IN (SELECT id FROM records_activity WHERE sequence <= ?)"
            )
            question = f"SELECT * FROM {table} WHERE {limit} ORDER BY id"  # noqa: S608
            assert taken.execute(question, [entries]).fetchall() == live.execute(question, [entries]).fetchall()
        actors = {row[0] for row in taken.execute("SELECT id FROM register_actor")}
        logged = {row[0] for row in taken.execute("SELECT record_id FROM records_activityrow")}
        assert actors == logged
        assert taken.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert taken.execute("SELECT max(sequence) FROM records_activity").fetchone() == (entries,)


@sqlite_only
def test_a_restore_brings_everything_back(workspace: Workspace, tmp_path: Path) -> None:
    file, folder, report = tmp_path / "b.zip", tmp_path / "new", tmp_path / "report.json"
    key = tmp_path / "key"
    key.write_text(settings.SECRET_KEY)
    write_backup(file)
    refused = command(folder, "restore", str(file))
    assert refused.returncode == 2
    assert "--key-file" in refused.stderr
    done = command(folder, "restore", str(file), "--key-file", str(key), "--json", str(report))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(report.read_text())["workspaces"][0]["entries"] == 20
    with closing(sqlite3.connect(folder / "seutu.sqlite3")) as back:
        for table in sorted(set(tables()) - {"django_session", "accounts_entryticket"}):
            assert _digest(back.execute(f'SELECT * FROM "{table}"')) == _digest(_live(table)), table  # noqa: S608
    again = command(folder, "restore", str(file))
    assert again.returncode == 2
    assert "--replace" in again.stderr
    over = command(folder, "restore", str(file), "--replace", "--json", str(report))
    assert over.returncode == 0
    (kept,) = (folder / "backups").glob("before-restore-*")
    assert json.loads(report.read_text())["kept"] == str(kept)
    assert f"{kept}. It may hold people whose data were erased" in over.stdout
    assert not list(folder.glob(".restoring-*"))


def _live(table: str) -> list[Any]:
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as live:
        return live.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608


def _digest(rows: Any) -> str:
    return hashlib.sha256("\n".join(sorted(repr(tuple(row)) for row in rows)).encode()).hexdigest()


@sqlite_only
def test_a_damaged_chain_is_not_restored(workspace: Workspace, tmp_path: Path) -> None:
    """The archive is genuine, but what was backed up had been edited past the program."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_activity SET note = 'edited' WHERE sequence = 7")
    write_backup(tmp_path / "b.zip", with_secrets=True)
    key = tmp_path / "key"
    key.write_text(settings.SECRET_KEY)
    folder = tmp_path / "new"
    done = command(folder, "restore", str(tmp_path / "b.zip"), "--key-file", str(key))
    assert done.returncode == 2
    assert "entry 7" in done.stderr
    assert not (folder / "seutu.sqlite3").exists()


@pytest.mark.skipif("sqlite" in settings.DATABASES["default"]["ENGINE"], reason="tables as lines are PostgreSQL's")
def test_tables_come_back_as_they_were(workspace: Workspace, tmp_path: Path) -> None:
    make_record("actors", workspace=workspace, name='Line\nbreak "quoted" \u2028 å \\ end')
    write_backup(tmp_path / "b.zip")
    before = _all_rows()
    make_record("actors", workspace=workspace, name="Afterwards")
    manifest = unpack(tmp_path / "b.zip", tmp_path / "out", key=settings.SECRET_KEY)
    with tables_put_back(tmp_path / "out", manifest):
        refuse_damaged()
    assert _all_rows() == before
    make_record("actors", workspace=Workspace.objects.get(), name="Sequences go on")


def _all_rows() -> dict[str, str]:
    found = {}
    with connection.cursor() as cursor:
        for table in set(tables()) - {"django_session", "accounts_entryticket"}:
            cursor.execute(f"SELECT row_to_json(t)::text FROM {connection.ops.quote_name(table)} t")  # noqa: S608
            found[table] = _digest(cursor.fetchall())
    return found
