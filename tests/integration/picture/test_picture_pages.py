"""The picture's pages open for those who may, say what is there, and give every file."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.places.boundaries import boundary_file, keep_boundaries, municipal_shapes
from seutu.core.text import Text
from seutu.reporting.situation.files import FORMS, content_type
from seutu.rules import places
from seutu.sources.places import BoundarySource
from tests.integration.factories import make_member, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db
IISALMI = "140"
SQUARE = [[[27.0, 63.4], [27.5, 63.4], [27.5, 63.7], [27.0, 63.7], [27.0, 63.4]]]
BEGINNINGS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "png": b"\x89PNG"}


@pytest.fixture(autouse=True)
def _finnish() -> Iterator[None]:
    """A page leaves its language on in the thread; addresses are made in Finnish here."""
    with translation.override("fi"):
        yield


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Savon Kehitys", place_code=IISALMI)


@pytest.fixture
def boundaries(tmp_path: Path, settings_folder: Path) -> Path:
    source = tmp_path / "rajat.geojson"
    feature = {
        "type": "Feature",
        "properties": {"NATCODE": IISALMI, "NAMEFIN": "Iisalmi"},
        "geometry": {"type": "Polygon", "coordinates": SQUARE},
    }
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    whose = BoundarySource(Text.same("Kuntien kartta"), "CC BY 4.0", date(2026, 11, 2))
    keep_boundaries([source], source=whose)
    return boundary_file()


@pytest.fixture
def settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from seutu.apps.places import boundaries

    folder = tmp_path / "rajat" / "boundaries.geojson"
    monkeypatch.setattr(boundaries, "boundary_file", lambda: folder)
    monkeypatch.setattr("seutu.web.views.picture_files.boundary_file", lambda: folder)
    monkeypatch.setitem(globals(), "boundary_file", lambda: folder)
    return folder


def page(here: Workspace, code: str = IISALMI, kind: str = "municipality") -> str:
    return reverse("picture", args=[here.slug, kind, code])


@pytest.mark.parametrize("role", list(Role))
def test_the_picture_opens_for_everybody_in_the_workspace(here: Workspace, role: Role) -> None:
    answer = signed_in_as(here, role).get(page(here))
    assert answer.status_code == 200
    exports = reverse("picture_file", args=[here.slug, "municipality", IISALMI, "pdf"]) in answer.content.decode()
    assert exports == (role not in {Role.FUNDER, Role.GUEST})


def test_anothers_picture_is_as_if_not_there(here: Workspace) -> None:
    assert signed_in(make_member(make_workspace(), Role.OWNER)).get(page(here)).status_code == 404


@pytest.mark.parametrize(("kind", "code"), [("municipality", "999"), ("planet", "140"), ("group", "no-such")])
def test_an_unknown_place_is_not_found(here: Workspace, kind: str, code: str) -> None:
    assert signed_in_as(here, Role.OWNER).get(page(here, code, kind)).status_code == 404


def test_an_unknown_group_to_compare_with_is_not_found(here: Workspace) -> None:
    assert signed_in_as(here, Role.OWNER).get(page(here) + "?group=nonsense").status_code == 404


def test_a_merged_municipality_leads_to_the_one_of_today(here: Workspace) -> None:
    old = places.load().mergers[-1].old
    answer = signed_in_as(here, Role.OWNER).get(page(here, old))
    assert answer.status_code == 302
    assert answer["Location"] == page(here, places.load().successor(old, places.NEWEST_DIVISION))


def test_the_way_in_goes_to_the_workspaces_own_place(here: Workspace) -> None:
    client = signed_in_as(here, Role.OWNER)
    home = reverse("picture_home", args=[here.slug])
    assert client.get(home)["Location"] == page(here)
    assert page(here) in client.get(home, {"q": "iisal"}).content.decode()
    assert client.get(home, {"choose": "1"}).status_code == 200
    placeless = make_workspace()
    asked = signed_in_as(placeless, Role.READER).get(reverse("picture_home", args=[placeless.slug]))
    assert asked.status_code == 200
    assert page(placeless, "11", "region") in asked.content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_speaks_the_readers_language(here: Workspace, language: str) -> None:
    address = page(here).replace("/fi/", f"/{language}/")
    text = signed_in_as(here, Role.OWNER).get(address).content.decode()
    said = {"fi": "Avainluvut", "sv": "Nyckeltal", "en": "Key figures"}
    assert [word for word in said.values() if f">{word}</h2>" in text] == [said[language]]


def test_what_people_wrote_is_escaped(here: Workspace) -> None:
    nasty = "<script>alert(1)</script>"
    one = make_record("actors", workspace=here, name=nasty, municipality=IISALMI)
    other = make_record("actors", workspace=here, name='"><img src=x>', municipality="564")
    make_record("links", workspace=here, from_actor=one, to_actor=other, evidence="<b>n = 2</b>")
    text = signed_in_as(here, Role.OWNER).get(page(here)).content.decode()
    assert nasty not in text
    assert "<img src=x>" not in text
    assert "<b>n = 2</b>" not in text
    assert "&lt;script&gt;" in text


def test_gaps_lead_to_the_lists_to_mend(here: Workspace) -> None:
    make_record("actors", workspace=here, name="Kone Oy", municipality=IISALMI)
    make_record("actors", workspace=here, name="Paikaton Oy", municipality=None)
    client = signed_in_as(here, Role.OWNER)
    text = client.get(page(here)).content.decode()
    listed = f"{reverse('collection', args=[here.slug, 'actors'])}?missing=classes&amp;municipality={IISALMI}"
    assert listed in text
    assert "Kone Oy" in client.get(listed.replace("&amp;", "&")).content.decode()
    assert "Kokonaan ilman kuntaa" in text


def test_the_home_shows_the_first_figures_of_the_place(here: Workspace) -> None:
    text = signed_in_as(here, Role.READER).get(reverse("workspace", args=[here.slug])).content.decode()
    assert text.count('class="number__change"') >= 1
    assert "Väkiluku" in text
    assert "ei ole vielä toimijoita Iisalmessa" not in text


@pytest.mark.parametrize("form", list(FORMS))
def test_every_file_can_be_had(here: Workspace, form: str) -> None:
    make_record("actors", workspace=here, name="Kone Oy", municipality=IISALMI, classes=("company",))
    address = reverse("picture_file", args=[here.slug, "municipality", IISALMI, form])
    answer = signed_in_as(here, Role.READER).get(address, {"language": "sv"})
    assert answer.status_code == 200
    assert answer["Content-Type"] == content_type(form)
    assert answer.content.startswith(BEGINNINGS[form.rpartition(".")[2]])
    assert "idensalmi" in answer["Content-Disposition"]


def test_files_are_for_those_who_may_export(here: Workspace) -> None:
    address = reverse("picture_file", args=[here.slug, "municipality", IISALMI, "xlsx"])
    assert signed_in_as(here, Role.FUNDER).get(address).status_code == 404
    client = signed_in_as(here, Role.OWNER)
    assert client.get(address.replace("/xlsx/", "/exe/")).status_code == 404
    assert client.get(address.replace(f"/{IISALMI}/", "/999/")).status_code == 404


def test_boundaries_come_from_the_data_folder(here: Workspace, settings_folder: Path) -> None:
    client = signed_in_as(here, Role.OWNER)
    assert client.get(reverse("picture_boundaries", args=[here.slug])).status_code == 404
    assert municipal_shapes() is None
    assert "data-areas" not in client.get(page(here)).content.decode()


def test_boundaries_are_given_once(here: Workspace, boundaries: Path) -> None:
    client = signed_in_as(here, Role.OWNER)
    address = reverse("picture_boundaries", args=[here.slug])
    answer = client.get(address)
    assert answer["Content-Type"] == "application/geo+json"
    assert [each["properties"]["id"] for each in json.loads(answer.content)["features"]] == [IISALMI]
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert f'data-areas="{address}"' in client.get(page(here)).content.decode()
    assert boundaries.parent != Path(settings.DATA_FOLDER)


def test_whose_the_boundaries_are_stands_under_the_map(here: Workspace, boundaries: Path) -> None:
    said = "Rajat: Kuntien kartta, CC BY 4.0, haettu 2.11.2026."
    make_record("actors", workspace=here, name="Kone Oy", municipality=IISALMI, classes=("company",))
    client = signed_in_as(here, Role.OWNER)
    assert f'<p class="picture__source">{said}</p>' in client.get(page(here)).content.decode()
    for form in ("docx", "one-page.docx"):
        address = reverse("picture_file", args=[here.slug, "municipality", IISALMI, form])
        document = docx.Document(io.BytesIO(client.get(address).content))
        assert any(said in paragraph.text for paragraph in document.paragraphs), form
