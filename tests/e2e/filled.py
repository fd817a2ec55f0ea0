"""A workspace with records of every kind, people, links, shares and history, for tests that walk through the pages.

Made by the operations that pages use. Not for example data; names are roles and inventions.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import GuestLink, User, Workspace
from seutu.apps.accounts.operations import issue_entry_ticket, open_to_guests
from seutu.apps.funding.application_operations import keep_missing_version, keep_submitted
from seutu.apps.funding.models import Application
from seutu.apps.funding.monitoring_operations import keep_report
from seutu.apps.funding.scoring_operations import Given, save_scores
from seutu.apps.jobs.operations import start_job
from seutu.apps.programmes.document_operations import approve_document
from seutu.apps.programmes.models import Assignment, PlanDocument
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import change_record, comment, share_record, trash_record, values_of
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.apps.records.view_operations import save_view
from seutu.apps.statistics.models import SurveyLink
from seutu.apps.statistics.surveys.import_operations import SheetRow, import_answers
from seutu.apps.statistics.surveys.wave_operations import make_personal_links
from seutu.core.programmes.monitoring import Words
from seutu.web.uploads import keep_files, keep_text
from tests.integration.factories import make_member, make_network, make_person, make_record, make_workspace
from tests.integration.programmes.city_programme import DAY, make_city
from tests.integration.programmes.glow import make_glow, make_steering
from tests.integration.statistics.surveys import open_survey

PLAN: Final = (
    b'{"title": "Sillat", "cost_lines": [{"label": "Palkat", "kind": "staff", "amount": "80500"}, '
    b'{"label": "Ostot", "kind": "purchases", "amount": "32200", "years": {"2026": "20000", "2027": "12000"}}], '
    b'"total": "112700", "funding": [{"label": "EU ja valtio", "kind": "eu_state", "amount": "112700", "share": "90"}]}'
)
PLAN_TEXT: Final = """Kerromme hankkeesta alueen yrityksille ja oppilaitoksille.

- uutiskirje neljä kertaa vuodessa
- tapahtuma joka syksy
- hankkeen sivut suomeksi ja englanniksi

Vastaamme kysymyksiin kahdessa päivässä."""
SECRETS: Final = "JBSWY3DPEHPK3PXP"
PASTED: Final = (
    "Nimi;Y-tunnus;Kunta;Oma sarake\nNostokone Oy;;Kuopio;a\nLevypaja Oy;1234567-8;Iisalmi;b\nSorvi Ky;;Nowhere;c\n"
)


@dataclass(slots=True)
class Filled:
    """What has been made. ``records`` holds one record of every kind; ``values`` what the addresses need."""

    workspace: Workspace
    owner: User
    guarded: User
    keyed: User
    records: dict[str, OwnedRecord] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


def fill() -> Filled:
    """Make the workspace, with something for every address."""
    filled = _fill_parts(
        _fill_register,
        _fill_index,
        _fill_page,
        _fill_judging,
        _fill_kinds,
        _fill_programme,
        _fill_budget,
        _fill_documents,
        _fill_earlier,
        _fill_survey,
        _live,
    )
    _share(filled)
    return filled


def fill_register() -> Filled:
    """Make the workspace with its actors, contacts and one project: enough to find one's way in."""
    return _fill_parts(_fill_register)


def fill_budget() -> Filled:
    """Make the workspace with what its register and the money of its project need."""
    return _fill_parts(_fill_register, _fill_budget)


def fill_programme() -> Filled:
    """Make the workspace with its register and a city's programme."""
    return _fill_parts(_fill_register, _fill_programme)


def _fill_parts(*parts: Callable[[Filled], None]) -> Filled:
    """Make the workspace with its people and some of what ``fill`` makes."""
    owner = make_person("kehitysjohtaja@example.org", name="Kehitysjohtaja", password="eight-herons-over-ice")
    workspace = make_workspace("Savon Kehitys", owner=owner, slug="savon-kehitys", place_code="140")
    guarded = make_member(workspace, Role.OWNER, name="Toinen omistaja")
    keyed = make_member(workspace, Role.OWNER, name="Kolmas omistaja")
    _guard(guarded, keyed)
    filled = Filled(workspace, owner, guarded, keyed)
    with in_scope(workspace, person=owner, role=Role.OWNER):
        for part in parts:
            part(filled)
    return filled


def _fill_kinds(filled: Filled) -> None:
    """Make one record of each kind that has none yet."""
    for kind in kinds():
        if kind.name not in filled.records:
            filled.records[kind.name] = make_record(kind.name, by=filled.owner)


def _fill_register(filled: Filled) -> None:
    by = filled.owner
    source = make_record("sources", by=by, name="Kaupungin yrityslista")
    actors = [
        make_record(
            "actors",
            by=by,
            name=name,
            municipality=code,
            classes=("company",) if number % 2 else ("company", "testbed"),
            industries=("TOL 2008:28110",),
            size="small",
            intents=("growth", "export"),
            website="https://example.org/",
            description="Tekee nostolaitteita. " * 6,
            tags=("teema:robotiikka",),
            source=source,
        )
        for number, (name, code) in enumerate(
            (
                ("Nosturitehdas Oy", "140"),
                ("Konepaja Ää Oy", "297"),
                ("Mittauslaboratorio", "140"),
                ("Työkalu Ky", "915"),
            )
        )
    ]
    contact = make_record("contacts", by=by, actor=actors[0], name="Yhteyshenkilö A", role="tuotantojohtaja")
    other = make_record("contacts", by=by, actor=actors[1], name="Yhteyshenkilö B", role="myyntijohtaja")
    glow = make_glow(filled.workspace, by=by, name="Nostojen robotiikka", code="A12345", person_years=Decimal("3.2"))
    make_steering(glow, by=by)
    project = glow.project
    filled.records |= {
        "sources": source,
        "actors": actors[0],
        "contacts": contact,
        "links": make_record(
            "links", by=by, from_actor=actors[0], to_actor=actors[1], link_type="supplier", weight=Decimal("2.5")
        ),
        "tasks": make_record("tasks", by=by, name="Soita nosturitehtaalle", due=date(2026, 1, 9), member=by.email),
        "projects": project,
        "participations": make_record("participations", by=by, project=project, actor=actors[0]),
    }
    filled.values |= {"other_id": actors[1].pk, "loser_id": actors[2].pk, "contact_id": contact.pk}
    filled.values["successor_id"] = other.pk
    for number in range(60):
        make_record("actors", by=by, name=f"Rivitoimija {number}", municipality="140")


def _fill_index(filled: Filled) -> None:
    """Make an index of four towns on the product's own figures."""
    group = make_record("place-groups", by=filled.owner, name="Vertailukaupungit")
    for town in ("140", "263", "749", "915"):
        make_record("place-group-members", by=filled.owner, group=group, municipality=town)
    rows = [
        {"code": "index", "name": "Elinvoima"},
        {"code": "jobseeker_rate", "parent": "index", "direction": -1},
        {"code": "median_income", "parent": "index", "weight": 2},
    ]
    index = make_record(
        "indices", by=filled.owner, name="Elinvoima", place_group=group, structure=json.dumps(rows), year_rule="each"
    )
    filled.records |= {"place-groups": group, "indices": index}
    filled.values["index_id"] = index.pk


def _fill_page(filled: Filled) -> None:
    """Open a page of a municipality's figures to everybody, with one fact that is open and one that is not."""
    pages, facts = kind_named("information-pages"), kind_named("facts")
    page = make_record(
        "information-pages",
        by=filled.owner,
        name="Iisalmi yrityksille",
        municipality="140",
        topics=("work",),
        text_fi="Luvut kertovat työvoimasta.\n\nKysy lisää.",
        contact="Elinkeinopalvelut",
    )
    for number, value in enumerate(("30", "12"), 1):
        fact = make_record("facts", by=filled.owner, name=f"Yrityksiä ryhmässä {number}", value=Decimal(value))
        make_record("page-facts", by=filled.owner, page=page, fact=fact, position=Decimal(number))
        if number == 1:
            share_record(facts, fact, Audience.PUBLIC, [], by=filled.owner, at=timezone.now())
    share_record(pages, page, Audience.PUBLIC, [], by=filled.owner, at=timezone.now())
    filled.records["information-pages"] = page


def _fill_survey(filled: Filled) -> None:
    """Make a survey with a wave that is open, a link for all, personal links, and some answers."""
    link = open_survey(filled.workspace)
    letters = make_record("survey-links", wave=link.wave, name="Kirje", link_type="personal")
    assert isinstance(letters, SurveyLink)
    personal = make_personal_links(letters, 5, by=filled.owner, at=timezone.now())[0]
    make_record("survey-quotas", wave=link.wave, name="Omat asukkaat", respondent_group="residents", target=Decimal(4))
    answered = {"who": "residents", "image.140": "4", "image.684": "2", "move": "9"}
    rows = [SheetRow(number, answered | {"who": "city"} if number == 2 else answered) for number in range(2, 10)]
    import_answers(link.wave, [*answered], rows, by=filled.owner, at=timezone.now(), on=timezone.localdate())
    codes = {"answer_code": link.code, "personal_code": letters.code, "personal": personal, "resume": "none"}
    question = {"question": "image", "question_kind": "matrix"}
    filled.values |= {"survey_id": link.wave.survey_id, "wave_id": link.wave_id, **question, **codes}


def _fill_programme(filled: Filled) -> None:
    """Make a city's programme, one review of it and one kept report."""
    city = make_city(by=filled.owner)
    for number in range(1, 12):
        effect = ("strong_for", "for", "neutral", "against")[number % 4]
        make_record(
            "sdg-reviews",
            by=filled.owner,
            project=city.projects["Kielitukipilotti"],
            sdg=str(number),
            effect=effect,
            reviewed=DAY,
        )
    make_record(
        "prospects",
        by=filled.owner,
        name="Aluekehitysrahaston haku",
        appropriation=city.appropriation,
        state="preparing",
        qualifier="about",
        amount=Decimal(900000),
        deadline=date(2024, 3, 15),
    )
    for ahead in (0, 20, 200):
        day = timezone.localdate() + timedelta(days=ahead)
        make_record("project-meetings", by=filled.owner, programme=city.programme, name=f"Ohjausryhmä {ahead}", day=day)
    words = Words("Pilotit alkoivat.\nTuloksia on.", "Rahat riittivät.", "Yhteistyö laajenee.")
    kept = keep_report(city.programme, DAY, words, by=filled.owner, at=timezone.now())
    filled.records |= {"programmes": city.programme, "reflections": city.reflection}
    filled.values |= {
        "programme_id": city.programme.pk,
        "reflection_id": city.reflection.pk,
        "subject_kind": "projects",
        "subject_id": city.projects["Kielitukipilotti"].pk,
        "number": kept.number,
    }


def _fill_judging(filled: Filled) -> None:
    """Make a call with criteria and an application that is submitted, supplemented, scored by two and decided on."""
    by, project = filled.owner, filled.records["projects"]
    call = make_record("calls", by=by, name="Kehittämisavustukset", amount=Decimal(500000), closes=date(2026, 3, 31))
    most = Decimal(3)
    criteria = [
        make_record("criteria", by=by, call=call, number=str(n), name=f"Peruste {n}", max_points=most)
        for n in range(1, 4)
    ]
    application = make_record(
        "applications", by=by, name="Nostojen robotiikka", call=call, project=project, state="submitted",
        submitted_on=date(2026, 2, 2), points=Decimal(6), max_points=Decimal(9), summary="Robotti nostaa. " * 8,
    )  # fmt: skip
    assert isinstance(application, Application)
    row = {"project": project, "label": "EU- ja valtion rahoitus", "funding_kind": "eu_state"}
    make_record("funding-rows", by=by, **row, applied=Decimal(352736), amount=Decimal(352736))
    keep_missing_version(application=application, by=by, at=timezone.now())
    request = make_record(
        "supplement-requests", by=by, application=application, name="Budjetin tarkennus", state="open"
    )
    make_record("statements", by=by, application=application, name="Maakunnan lausunto", position="supports")
    decision = make_record("decisions", by=by, application=application, name="Rahoituspäätös", ceiling=Decimal(2991))
    make_record("shared-costs", by=by, project=project, label="Yhteinen viestintä", amount=Decimal(21171))
    keep_submitted(application=application, by=by, at=timezone.now())
    assessor = make_member(filled.workspace, Role.CONTRIBUTOR, name="Arvioija")
    given = {each.pk: Given(Decimal(2), "Perustelu on riittävä. " * 3, 0) for each in criteria}
    for person in (assessor, by):
        with in_scope(filled.workspace, person=person, role=Role.OWNER):
            save_scores(application=application, given=given, by=person, at=timezone.now())
    filled.records |= {
        "calls": call, "criteria": criteria[0], "applications": application, "supplement-requests": request,
        "decisions": decision,
    }  # fmt: skip
    filled.values |= {
        "call_id": call.pk, "application_id": application.pk, "request_id": request.pk, "decision_id": decision.pk,
        "number": 1,
    }  # fmt: skip


def _fill_budget(filled: Filled) -> None:
    """Make a budget by year and partner, in which one total does not hold."""
    by, project = filled.owner, filled.records["projects"]
    partner = filled.records["actors"]
    lines = [
        make_record(
            "cost-lines", by=by, project=project, label=label, cost_kind=kind, amount=Decimal(amount), partner=whose
        )
        for label, kind, amount, whose in (
            ("Palkkakustannukset", "staff", 80500, None),
            ("Ostopalvelut", "purchases", 32200, None),
            ("Osatoteuttajan palkat", "staff", 9000, partner),
        )
    ]
    for year, amount in (("2026", 40000), ("2027", 40000)):
        make_record("cost-years", by=by, cost_line=lines[0], year=year, amount=Decimal(amount))
    make_record(
        "funding-rows", by=by, project=project, label="Osatoteuttajan oma", funding_kind="own", amount=Decimal(9000),
        partner=partner, share=Decimal(100), share_decimals=Decimal(0),
    )  # fmt: skip
    filled.records |= {"cost-lines": lines[0]}
    filled.values["line_id"] = lines[0].pk
    _fill_money(filled, lines)


def _fill_documents(filled: Filled) -> None:
    """Make an approved plan whose review is late, and a draft."""
    by, project = filled.owner, filled.records["projects"]
    plan = make_record(
        "plan-documents", by=by, project=project, name="Viestintä- ja markkinointisuunnitelma", text=PLAN_TEXT,
        document_type="communication_plan", state="for_approval", responsible="viestintävastaava",
        next_review=date(2026, 1, 31),
    )  # fmt: skip
    assert isinstance(plan, PlanDocument)
    filled.records["plan-documents"] = approve_document(
        document=plan, day=date(2026, 1, 7), version=plan.version, by=by, at=timezone.now()
    )
    make_record(
        "plan-documents", by=by, project=project, name="Toimintasuunnitelma", document_type="action_plan",
        state="draft", text="Kesken.",
    )  # fmt: skip
    filled.values["document_id"] = plan.pk


def _fill_earlier(filled: Filled) -> None:
    """Make hours of two months of the project, and an earlier project that it follows, with what that one left."""
    by, project = filled.owner, filled.records["projects"]
    person = Assignment.objects.filter(work_package__project=project.pk, work_package__number="1").order_by("role")[0]
    for month, hours in ((9, "130.5"), (11, "700")):
        make_record(
            "worked-hours", by=by, project=project, work_package=person.work_package, assignment=person,
            month=date(2021, month, 1), hours=Decimal(hours),
        )  # fmt: skip
    earlier = make_record("projects", by=by, name="Nostojen esiselvitys", life_cycle="continued")
    workshop = make_record(
        "reflections", by=by, project=earlier, name="Mitä opimme", day=date(2021, 6, 1),
        successes="Yritykset lähtivät mukaan.\n- Kokeilut olivat nopeita.", improvements="Tiedotus alkoi myöhään.",
        solutions="Viestintäsuunnitelma heti alussa.",
    )  # fmt: skip
    make_record(
        "resolutions", by=by, reflection=workshop, project=earlier, name="Sovitaan aineistojen omistus", state="open"
    )
    make_record("risks", by=by, project=earlier, name="Avainhenkilö vaihtuu", response="Varahenkilö", state="open")
    kind = kind_named("projects")
    fresh = record_of(kind, project.pk)
    saved = change_record(kind, fresh, {"follows": earlier.pk}, version=fresh.version, by=by, at=timezone.now())
    filled.records["projects"] = record_of(kind, saved.pk)
    filled.values["project_workshop"] = (earlier.pk, workshop.pk)


def _fill_money(filled: Filled, lines: list[OwnedRecord]) -> None:
    """Make costs, two claims of which one is wrong, an instalment that came early, and an approved budget change."""
    by, project = filled.owner, filled.records["projects"]
    for day, label, kind, amount in (
        (date(2026, 1, 31), "Tammikuun palkat", "staff", "8000.40"),
        (date(2026, 2, 28), "Helmikuun palkat", "staff", "8100.10"),
        (date(2026, 4, 30), "Huhtikuun palkat", "staff", "9000"),
        (date(2026, 3, 3), "Koneen vuokra", "other", "1200"),
        (date(2026, 5, 5), "Asiantuntijapalvelu", "purchases", "33000"),
    ):
        make_record(
            "actual-costs", by=by, project=project, day=day, label=label, cost_kind=kind, amount=Decimal(amount),
            voucher=f"M{day.month}", cost_line=lines[0] if kind == "staff" else None,
        )  # fmt: skip
    claims = [
        make_record(
            "payment-claims", by=by, project=project, number=number, start=start, end=end, state=state,
            claimed=Decimal(claimed),
        )
        for number, start, end, state, claimed in (
            ("1", date(2026, 1, 1), date(2026, 3, 31), "paid", "15000"),
            ("2", date(2026, 4, 1), date(2026, 6, 30), "draft", "42000"),
        )
    ]  # fmt: skip
    make_record(
        "instalments", by=by, project=project, name="Ennakko", state="received", amount=Decimal(100000),
        received=Decimal(100000), received_on=date(2026, 1, 15),
    )  # fmt: skip
    make_record("funding-rows", by=by, project=project, label="Omarahoitus", funding_kind="own", amount=Decimal(209884))
    change = make_record(
        "budget-changes", by=by, project=project, number="1", from_line=lines[0], to_line=lines[1],
        amount=Decimal(2000), state="approved", reason="Palkkoja säästyi, asiantuntijaa tarvitaan enemmän.",
    )  # fmt: skip
    filled.values |= {"claim_id": claims[1].pk, "change_id": change.pk}


def _live(filled: Filled) -> None:
    actors = kind_named("actors")
    shown = filled.records["actors"]
    changed = {**values_of(actors, shown), "size": "medium", "municipality": "915"}
    saved = change_record(actors, shown, changed, version=shown.version, by=filled.owner, at=timezone.now())
    comment(actors, saved, "Kävimme tehtaalla, investointi on päätetty.", by=filled.owner, at=timezone.now())
    filled.records["actors"] = record_of(actors, shown.pk)
    gone = make_record("actors", by=filled.owner, name="Lopettanut Oy")
    trash_record(actors, gone, by=filled.owner, at=timezone.now())
    filled.values["trashed_id"] = gone.pk
    filled.values["sequence"] = 5
    view = save_view(kind=actors, name="Työkalualan toimijat", query="q=kone", by=filled.owner, at=timezone.now())
    filled.values["view_id"] = view.pk
    job = start_job(name="verstaat.csv", task="none", arguments={}, by=filled.owner, at=timezone.now())
    filled.values["job_id"] = job.pk


def _share(filled: Filled) -> None:
    fellow = make_workspace("Yläseudun kunta", owner=filled.owner)
    network = make_network("Seutuverkosto", filled.workspace, fellow, owner=filled.owner)
    actors = kind_named("actors")
    with in_scope(fellow, person=filled.owner, role=Role.OWNER):
        theirs = make_record("actors", by=filled.owner, name="Naapurin konepaja")
        share_record(actors, theirs, Audience.NETWORK, [], by=filled.owner, at=timezone.now())
    with in_scope(filled.workspace, person=filled.owner, role=Role.OWNER):
        public = make_record("actors", by=filled.owner, name="Julkinen testialusta")
        share_record(actors, public, Audience.PUBLIC, [], by=filled.owner, at=timezone.now())
    member = make_member(filled.workspace, Role.READER, name="Lukija")
    now = timezone.now()
    link, secret = open_to_guests(workspace=filled.workspace, label="Työpaja", days=7, by=filled.owner, at=now)
    assert isinstance(link, GuestLink)
    filled.values |= {
        "network": network.slug,
        "owner": fellow.slug,
        "shared_id": theirs.pk,
        "public_id": public.pk,
        "person_id": member.pk,
        "link_id": link.pk,
        "guest": secret,
        "enter": issue_entry_ticket(person=filled.owner, minutes=60, at=now),
        "token": keep_text(filled.workspace, "actors", PASTED, "liitetyt rivit").token,
        "kept": keep_files(filled.workspace, [SimpleUploadedFile("hankkeet.csv", b"nimi\n")]).token,
        "plan": keep_files(filled.workspace, [SimpleUploadedFile("plan.json", PLAN)]).token,
    }


def _guard(person: User, keyed: User) -> None:
    """Give one person an authenticator and codes; the other a passkey that no device holds."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP

    TOTP.activate(person, SECRETS)
    RecoveryCodes.activate(person)
    Authenticator.objects.create(user=keyed, type=Authenticator.Type.WEBAUTHN, data={"name": "Avain", "credential": {}})


def session_of(person: User | None) -> str:
    """Return the session of a person who has just signed in, for a browser's cookie."""
    if person is None:
        return ""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return str(session.session_key)


def key_of(person: User) -> int | UUID:
    """Return the id of the person's passkey."""
    from allauth.mfa.models import Authenticator

    key: int = Authenticator.objects.get(user=person, type=Authenticator.Type.WEBAUTHN).pk
    return key
