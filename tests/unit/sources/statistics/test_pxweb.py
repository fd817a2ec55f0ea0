"""The connector of PxWeb's first interface against a server that speaks it.

The form of June 2026 (dated variable codes, prefixed contents, short file names) is built from its description: no
saved answer of it exists. The older form is held to saved descriptions of tables at the end.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from math import prod
from pathlib import Path
from typing import Any

import pytest

from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Observation, SourceRecord
from seutu.sources.http import Limits
from seutu.sources.pace import Pace
from seutu.sources.statistics import pxweb
from seutu.sources.statistics.pulling import Download, PullQuery
from seutu.sources.statistics.snapshots import Snapshot
from tests.local_server import PROXIES, Answer, LocalServer, leading_to, local_server, saying
from tests.pxweb_server import Codes, PxTable, json_stat, variable
from tests.shared_material import SHARED, needs_shared

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
AREAS = ("SSS", "KU140", "KU684", "SK041", "MK04")
NEW = [
    variable("alue_23_20260101", AREAS, ("KOKO MAA", "Iisalmi", "Rauma", "Rauman seutukunta", "Satakunta")),
    variable("sukupuoli_9_20180101", ("SSS", "1", "2"), ("Yhteensä", "Miehet", "Naiset"), elimination=True),
    variable("timeperiod_y", ("2023", "2024"), ("2023", "2024*"), time=True),
    variable("contentscode", ("vaerak-vaesto", "vaerak-synt"), ("Väestö 31.12.", "Syntyneet")),
]
PATH = "/api/v1/fi/StatFin/vaerak/11ra.px"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def length(codes: Codes) -> float:
    return float(sum(map(len, codes)))


def table(figure: Callable[[Codes], float | str | None] = length, **facts: Any) -> PxTable:
    return PxTable(facts.pop("path", PATH), facts.pop("variables", NEW), figure, **facts)


class Pulled:
    """What a download gave: its record, observations by cell, problems, and what the server was asked."""

    def __init__(self, download: Download, server: LocalServer, asking: Snapshot) -> None:
        parts = list(download.parts)
        self.observations: list[Observation] = [one for part in parts for one in part.observations]
        self.problems: list[Problem] = [problem for part in parts for problem in part.problems]
        self.cells = {
            (o.indicator, o.place_kind, o.place, o.period, o.breakdown): (o.value, str(o.status))
            for o in self.observations
        }
        self.record: SourceRecord = download.source
        self.download, self.server, self.asking = download, server, asking
        self.bodies = [json.loads(body) for body in server.bodies]
        self.weights = [part.weight for part in parts]


@pytest.fixture
def pull(tmp_path: Path) -> Iterator[Callable[..., Pulled]]:
    with local_server() as server:

        def pulled(
            answering: PxTable | Answer, name: str = "vaerak/11ra", *, source: str = "statfin", **facts: Any
        ) -> Pulled:
            connector = {"statfin": pxweb.download_from_statistics_finland, "pxweb": pxweb.download}[source]
            for asked in (server.answers, server.asked, server.bodies):
                asked.clear()
            server.answers.append(answering.answer(server.bodies) if isinstance(answering, PxTable) else answering)
            url = f"{server.root}/api/v1{facts.pop('base', '')}"
            asking = Snapshot(tmp_path / "pull", lambda: NOON, Pace(10**6, 1.0), Limits(tries=1, read=5.0), url)
            query = PullQuery(table=name, retrieved=date(2026, 11, 28), url=url, **facts)
            return Pulled(connector(query, asking), server, asking)

        yield pulled


Pull = Callable[..., Pulled]


def test_a_table_of_the_new_form_becomes_observations_with_their_division(pull: Pull) -> None:
    """The form of June 2026, built from its description."""
    got = pull(table(lambda codes: 36_000.0 if codes[0] == "KU684" else 1.0), indicators={"vaesto": "population"})
    assert len(got.observations) == 5 * 2 * 2
    assert got.cells["population", "municipality", "684", "2023", ""] == (36_000.0, "published")
    assert got.cells["population", "municipality", "684", "2024", ""] == (36_000.0, "flag:p")
    assert got.cells["statfin_11ra_synt", "country", "SSS", "2023", ""] == (1.0, "published")
    assert {(o.place_kind, o.place) for o in got.observations} >= {("sub_region", "041"), ("region", "04")}
    record = got.record
    assert (record.id, record.licence, record.division) == ("statfin_11ra", "CC BY 4.0", date(2026, 1, 1))
    assert record.name == "Tilastokeskus, Väkiluku muuttujina"
    assert record.url.endswith("/api/v1/fi/StatFin/vaerak/11ra.px")
    assert "alue_23_20260101" in record.note
    assert got.download.indicators["statfin_11ra_synt"].label.fi == "Syntyneet"
    assert got.download.scope == ("indicator", "place_kind", "period", "breakdown")
    assert got.problems == []


def test_contents_are_named_in_the_languages_that_the_server_has(pull: Pull) -> None:
    swedish = [*NEW[:3], variable("contentscode", ("vaerak-vaesto", "vaerak-synt"), ("Folkmängd", "Födda"))]
    got = pull(table(other_languages={"sv": swedish}))
    label = got.download.indicators["statfin_11ra_synt"].label
    assert (label.fi, label.sv, label.en) == ("Syntyneet", "Födda", "Syntyneet")


def test_the_question_is_in_the_servers_own_codes(pull: Pull) -> None:
    only = {
        "Alue": ("684", "KU140"),
        "Vuosi": ("newest:1",),
        "Tiedot": ("VAESTO",),
        "sukupuoli": ("Naiset", "1"),
    }
    got = pull(table(), only=only)
    assert got.bodies == [
        {
            "query": [
                {"code": "alue_23_20260101", "selection": {"filter": "item", "values": ["KU684", "KU140"]}},
                {"code": "sukupuoli_9_20180101", "selection": {"filter": "item", "values": ["2", "1"]}},
                {"code": "timeperiod_y", "selection": {"filter": "item", "values": ["2024"]}},
                {"code": "contentscode", "selection": {"filter": "item", "values": ["vaerak-vaesto"]}},
            ],
            "response": {"format": "json-stat2"},
        }
    ]
    assert ("statfin_11ra_vaesto", "municipality", "140", "2024", "sukupuoli:1") in got.cells
    assert "place" in got.download.scope


def test_every_sign_stays_apart_from_the_others_and_from_zero(pull: Pull) -> None:
    signs: dict[str, float | str | None] = {"SSS": 0.0, "KU140": "..", "KU684": "...", "SK041": ".", "MK04": None}
    got = pull(table(lambda codes: signs[codes[0]]), only={"vuosi": ("2023",), "tiedot": ("synt",)})
    assert [(o.value, str(o.status)) for o in got.observations] == [
        (0.0, "published"),
        (None, "sign:.."),
        (None, "sign:..."),
        (None, "sign:."),
        (None, "not_published"),
    ]


def test_a_grouping_of_the_server_is_asked_by_its_name_and_tells_the_division(pull: Pull) -> None:
    grouped = "agg:_Kunnat aakkosjärjestyksessä 2025.agg"
    got = pull(table(), only={"alue": (f"{grouped}=SSS,KU895",), "sukupuoli": ("*",)})
    assert got.bodies[0]["query"][0]["selection"] == {"filter": grouped, "values": ["SSS", "KU895"]}
    assert got.record.division == date(2025, 1, 1)
    assert ("statfin_11ra_vaesto", "municipality", "895", "2023", "") in got.cells
    with pytest.raises(InputProblem, match="lacks its codes"):
        pull(table(), only={"alue": ("agg:_Kunnat 2025.agg",)})


def test_a_question_over_the_told_limit_is_cut_by_areas(pull: Pull) -> None:
    got = pull(table(limit=8))
    assert [len(body["query"][0]["selection"]["values"]) for body in got.bodies] == [2, 2, 1]
    assert (sum(got.weights), len(got.cells)) == (20, 20)
    assert got.download.weight == 20


@pytest.mark.parametrize("status", [403, 413])
def test_a_question_that_is_refused_is_halved_until_it_fits(pull: Pull, status: int) -> None:
    got = pull(table(limit=3, told_limit=1000, refusal=status))
    assert len(got.cells) == 20
    sizes = [prod(len(each["selection"]["values"]) for each in body["query"]) for body in got.bodies]
    assert sizes[0] == 20
    assert sum(size for size in sizes if size <= 3) == 20


def test_a_refusal_for_another_reason_ends_with_its_message(pull: Pull) -> None:
    with pytest.raises(InputProblem, match="answered with error 403"):
        pull(table(limit=0, told_limit=1000))


@pytest.mark.parametrize("name", ["statfin_vaerak_pxt_11ra.px", "11ra", "StatFin/vaerak/11ra.px", "vaerak/11RA"])
def test_old_and_short_names_lead_to_the_same_table(pull: Pull, name: str) -> None:
    got = pull(table(), name)
    assert (got.record.id, len(got.cells)) == ("statfin_11ra", 20)


@pytest.mark.parametrize(
    ("base", "name"),
    [
        ("/fi", "vaerak/11ra"),
        ("/fi/StatFin", "vaerak/11ra"),
        ("/fi/StatFin/vaerak/", "11ra"),
        ("/fi/StatFin", "11ra"),
        ("/fi/StatFin/vaerak", "statfin_vaerak_pxt_11ra.px"),
    ],
)
def test_the_address_may_go_as_far_as_the_folder(pull: Pull, base: str, name: str) -> None:
    assert pull(table(), name, base=base, language="sv").record.url.endswith(PATH)


def test_a_table_of_another_database_is_not_sought_in_statfin(pull: Pull) -> None:
    postal = [variable("Postinumeroalue", ("00100", "00120")), *NEW[2:]]
    path = "/api/v1/fi/Postinumeroalueittainen_avoin_tieto/uusin/12f7.px"
    got = pull(table(variables=postal, path=path), "paavo_pxt_12f7.px", area="Postinumeroalue")
    assert got.record.id == "statfin_12f7"
    assert {(o.place_kind, o.place) for o in got.observations} == {("other", "00100"), ("other", "00120")}


def test_a_server_with_the_old_file_names_is_found_through_its_folder(pull: Pull) -> None:
    file = "statfin_vaerak_pxt_11ra.px"
    listed = [{"id": "statfin_vaerak_pxt_11rb.px", "type": "t"}, {"id": file, "type": "t"}, {"id": "x", "type": "l"}]
    got = pull(table(path=f"/api/v1/fi/StatFin/vaerak/{file}", folder=listed))
    assert (got.record.id, got.record.url.rpartition("/")[2]) == ("statfin_11ra", file)
    with pytest.raises(InputProblem, match=r"has no table 99zz\.px. It has: 11rb, 11ra\."):
        pull(table(path=f"/api/v1/fi/StatFin/vaerak/{file}", folder=listed), "vaerak/99zz")


@pytest.mark.parametrize(
    ("only", "said"),
    [
        ({"Ikä": ("1",)}, ("no variable Ikä", "alue_23_20260101, sukupuoli_9_20180101, timeperiod_y, contentscode")),
        ({"Alue": ("KU999",)}, ("no value KU999", "KU140 (Iisalmi)")),
        ({"Tiedot": ("vaki*",)}, ("no value vaki*", "vaerak-vaesto (Väestö 31.12.)")),
        ({"Alue": ("SSS",), "alue_23_20260101": ("SSS",)}, ("limited twice",)),
    ],
)
def test_what_the_table_lacks_is_told_with_what_it_has(
    pull: Pull, only: dict[str, tuple[str, ...]], said: tuple[str, ...]
) -> None:
    with pytest.raises(InputProblem) as caught:
        pull(table(), only=only)
    assert all(each in str(caught.value) for each in said), str(caught.value)


@pytest.mark.parametrize(
    ("missing", "sought"), [(0, "areas (alue_*, Alue, Alue 2019"), (2, "time (timeperiod_*, Vuosi")]
)
def test_a_table_without_areas_or_time_is_told(pull: Pull, missing: int, sought: str) -> None:
    some = [each for place, each in enumerate(NEW) if place != missing]
    with pytest.raises(InputProblem) as caught:
        pull(table(variables=some))
    assert sought in str(caught.value)
    assert "contentscode" in str(caught.value)


def test_a_table_with_two_areas_is_asked_by_the_one_that_is_named(pull: Pull) -> None:
    moves = [variable("tuloalue_1_20260101", AREAS), variable("lahtoalue_1_20260101", AREAS[:2]), *NEW[2:]]
    server = table(variables=moves, path="/api/v1/fi/StatFin/muutl/11a1.px")
    with pytest.raises(InputProblem, match="--area"):
        pull(server, "muutl/11a1")
    found = pull(server, "muutl/11a1", area="tuloalue")
    assert ("statfin_11a1_vaesto", "municipality", "684", "2023", "lahtoalue:KU140") in found.cells
    assert ("statfin_11a1_vaesto", "municipality", "684", "2023", "") in found.cells
    assert found.record.division == date(2026, 1, 1)


def test_weeks_are_left_out_and_told(pull: Pull) -> None:
    weekly = [NEW[0], variable("Viikko", ("2024W01", "2024M02", "2024Q3"), time=True)]
    got = pull(table(variables=weekly))
    assert {o.period for o in got.observations} == {"2024-02", "2024-Q3"}
    assert {o.indicator for o in got.observations} == {"statfin_11ra"}
    assert [(problem.column, problem.value) for problem in got.problems] == [("Viikko", "2024W01")]


def test_industries_carry_their_classification(pull: Pull) -> None:
    industries = [NEW[0], variable("toimiala_1_20250101", ("SSS", "C")), *NEW[2:]]
    got = pull(table(variables=industries))
    assert {o.breakdown for o in got.observations} == {"", "tol2025:C"}


def test_areas_outside_the_divisions_stay_under_their_own_codes(pull: Pull) -> None:
    districts = [variable("Alue", ("0910000000", "091"), ("Helsinki", "x")), *NEW[1:]]
    got = pull(table(variables=districts, path="/api/v1/fi/Hki/asu.px"), "Hki/asu.px", source="pxweb")
    assert {(o.place_kind, o.place) for o in got.observations} == {("other", "0910000000"), ("other", "091")}
    assert (got.record.id, got.record.name, got.record.licence, got.record.division) == (
        "pxweb_127_0_0_1_asu",
        "127.0.0.1, Väkiluku muuttujina",
        "",
        None,
    )
    assert "2 areas are in none" in got.problems[0].message.en
    assert got.problems[0].column is None


def test_a_cut_pull_goes_on_with_the_pieces_it_lacks(pull: Pull) -> None:
    class Cut(PxTable):
        def _figures(self, handler: Any, asked: Any) -> None:
            if "MK04" in asked["query"][0]["selection"]["values"]:
                return saying(b'{"version": "2.0", "cla')(handler)
            return super()._figures(handler, asked)

    with pytest.raises(InputProblem, match="the JSON is broken or cut"):
        pull(Cut(PATH, NEW, length, limit=8))
    got = pull(table(limit=8))
    assert [body["query"][0]["selection"]["values"] for body in got.bodies] == [["MK04"]]
    assert (got.asking.reused, len(got.cells)) == (3, 20)


def test_a_table_that_is_updated_on_the_way_is_not_mixed(pull: Pull, tmp_path: Path) -> None:
    moving = table(limit=8)

    def figure(codes: Codes) -> float:
        if codes[0] == "SK041":
            moving.updated = "2026-06-09T06:00:00Z"
        return 1.0

    moving.figure = figure
    with pytest.raises(InputProblem, match="was updated while it was pulled"):
        pull(moving)
    assert list((tmp_path / "pull" / "under_way").iterdir()) == []
    assert len(pull(moving).cells) == 20


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (saying(b"<!DOCTYPE html><html></html>", media_type="text/html"), "a web page instead of figures"),
        (saying(b'{"title": "x", "variab'), "the JSON is broken or cut"),
        (saying(b'{"title": "x"', promised=4000), "was cut"),
        (saying(b'{"title": "x"}'), "description of the table"),
        (saying(b'{"variables": [{"code": "a", "values": ["1"], "valueTexts": []}]}'), "description of the table"),
        (saying(b"", status=429), "error 429"),
        (saying(b"", status=500), "error 500"),
        (leading_to("http://localhost:9/x"), "private network"),
    ],
)
def test_what_is_no_description_ends_with_one_message(pull: Pull, answer: Answer, said: str) -> None:
    with pytest.raises(InputProblem) as caught:
        pull(answer)
    assert said in str(caught.value)
    assert len(caught.value.problems) == 1


def test_an_answer_to_another_question_is_refused(pull: Pull) -> None:
    class Other(PxTable):
        def _figures(self, handler: Any, asked: Any) -> None:
            asked["query"][0]["selection"]["values"][0] = "KU999"
            super()._figures(handler, asked)

    with pytest.raises(InputProblem, match="something else of 11ra than was asked"):
        pull(Other(PATH, NEW, length))


def test_dimensions_may_be_named_by_their_texts_or_in_another_case(pull: Pull) -> None:
    named = [{**each, "text": f"Text of {each['code']}"} for each in NEW]

    class Renaming(PxTable):
        def _figures(self, handler: Any, asked: Any) -> None:
            chosen = {each["code"]: each["selection"]["values"] for each in asked["query"]}
            plain = json_stat(named, chosen, length)
            new = {"alue_23_20260101": "TEXT OF alue_23_20260101", "contentscode": "ContentsCode"}
            plain["id"] = [new.get(each, each) for each in plain["id"]]
            plain["dimension"] = {new.get(name, name): each for name, each in plain["dimension"].items()}
            saying(json.dumps(plain).encode())(handler)

    assert len(pull(Renaming(PATH, named, length)).cells) == 20


def test_a_source_that_needs_a_server_says_so(tmp_path: Path) -> None:
    asking = Snapshot(tmp_path, lambda: NOON, Pace(1, 1.0))
    with pytest.raises(InputProblem, match="--url"):
        pxweb.download(PullQuery(table="x", retrieved=NOON.date()), asking)
    with pytest.raises(InputProblem, match=r"statistic of the table 9zz9 is not known.*vaerak/11ra"):
        pxweb.download_from_statistics_finland(PullQuery(table="9zz9", retrieved=NOON.date()), asking)


@needs_shared
def test_the_saved_key_figures_of_2017_are_pulled_whole(pull: Pull) -> None:
    """The description is a saved answer of the older form; the figures are made by the test's server."""
    saved = json.loads((SHARED / "data/pxweb-samples/statfi_v1_px-table-aikasarja-response.json").read_bytes())
    path = "/api/v1/fi/Kuntien_avainluvut/2017/kuntien_avainluvut_2017_aikasarja.px"
    server = table(variables=saved["variables"], path=path, limit=2000)
    name = "Kuntien_avainluvut/2017/kuntien_avainluvut_2017_aikasarja.px"
    got = pull(server, name, only={"Tiedot": ("M411",)}, indicators={"M411": "population_key_figures"})
    assert len(got.cells) == 401 * 30
    kinds = {(o.place_kind, o.place) for o in got.observations}
    assert {("municipality", "020"), ("country", "SSS"), ("region", "21"), ("sub_region", "213")} <= kinds
    assert not any(kind == "other" for kind, _ in kinds)
    assert got.record.division == date(2017, 1, 1)
    assert len(got.bodies) == 7
    assert got.download.scope == ("indicator", "place_kind", "period")


def described(name: str) -> list[dict[str, Any]]:
    """Return the variables of a saved description."""
    found: list[dict[str, Any]] = json.loads((SHARED / "data/pxweb-samples" / name).read_bytes())["variables"]
    return found


@needs_shared
def test_a_saved_question_is_written_alike(pull: Pull) -> None:
    """A real question of 2025 with a grouping of municipalities; the table's description is made to fit it."""
    saved = json.loads((SHARED / "data/pxweb-samples/statfi_v1_query_muutl_11a2.json").read_bytes())
    asked = {each["code"]: each["selection"] for each in saved["query"]}
    variables = [variable(code, each["values"]) for code, each in asked.items()]
    only = {code: tuple(each["values"]) for code, each in asked.items()}
    only["Alue"] = (f"{asked['Alue']['filter']}={','.join(asked['Alue']['values'])}",)
    got = pull(table(variables=variables, path="/api/v1/fi/StatFin/muutl/11a2.px"), "muutl/11a2", only=only)
    assert got.bodies == [saved]
    assert got.record.division == date(2025, 1, 1)
    assert {o.breakdown for o in got.observations} == {""}
    assert len(got.observations) == len(asked["Alue"]["values"]) * 2


@needs_shared
def test_a_saved_table_of_one_year_tells_that_it_has_no_time(pull: Pull) -> None:
    with pytest.raises(InputProblem, match=r"no variable of time .* It has: Alue 2017, Tiedot"):
        pull(table(variables=described("statfi_v1_px-table-viimeisin-response.json")))


@needs_shared
def test_years_that_are_only_numbered_are_read_from_their_texts(pull: Pull) -> None:
    helsinki = described("statfi_v1_px-table-hki.json")
    only = {"Vuosi": ("newest:2",), "Alue": ("0910000000",), "Talotyyppi": ("1",), "Huoneistotyyppi": ("all",)}
    got = pull(table(variables=helsinki, path="/api/v1/fi/Hki/asu.px"), "Hki/asu.px", source="pxweb", only=only)
    assert {o.period for o in got.observations} == {"2014", "2015"}
    assert got.bodies[0]["query"][-1]["selection"]["values"] == ["14", "15"]
    assert {o.place for o in got.observations} == {"0910000000"}
    assert "talotyyppi:1" in got.observations[0].breakdown
