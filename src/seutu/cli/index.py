"""`seutu index`: composite indices built, and how sure their ranks are, from files to files."""

import hashlib
import json
import math
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu import __version__
from seutu.cli.failing import language, stop
from seutu.cli.index_exchange import attach as attach_exchange
from seutu.cli.result_folder import refuse_what_stands, write_folder
from seutu.core.text import Text
from seutu.rules.indices import preset_names, preset_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from seutu.core.indices.replaying import Replayer
    from seutu.core.indices.sensitivity import Sensitivity
    from seutu.core.indices.structure import Structure
    from seutu.core.indices.uncertainty import Uncertainty
    from seutu.core.indices.unit_tables import UnitTable
    from seutu.reporting.tables.content import TableContent
    from seutu.sources.indices import RecipeFile

Units = Annotated[Path, typer.Option("--units", help="Units: uCode, uName and a column for each indicator.")]
Structured = Annotated[
    Path, typer.Option("--structure", help="The structure: iCode, Level, Parent, Direction, Weight …")
]
Recipes = Annotated[Path | None, typer.Option("--recipe", help="The recipe (TOML); without it the defaults.")]
Preset = Annotated[
    str | None,
    typer.Option("--preset", help=f"In place of a recipe, that of a known index: {', '.join(preset_names())}."),
]
Folder = Annotated[Path, typer.Option("--out", help="Folder to write the files into.")]
METHODS: Final = ("exact", "sobol")
SAMPLES: Final = 512
MOST_SAMPLES: Final = 65_536
MOST_REPLICATES: Final = 100_000
MOST_SEED: Final = 2**63 - 1
BUILT: Final = Text(
    fi="Indeksi {top}: {units} yksikköä, {indicators} mittaria. Täytettyjä lukuja {imputed}, käsiteltyjä mittareita "
    "{treated}, joista siirrettyjä lukuja {points}, muunnettuja mittareita {transformed}.",
    sv="Index {top}: {units} enheter, {indicators} indikatorer. Ifyllda tal {imputed}, behandlade indikatorer "
    "{treated}, "
    "därav flyttade tal {points}, transformerade indikatorer {transformed}.",
    en="Index {top}: {units} units, {indicators} indicators. Imputed figures {imputed}, treated indicators "
    "{treated}, of "
    "which points moved {points}, indicators transformed {transformed}.",
)
NO_METHOD: Final = Text(
    fi="--method {given}: valitse exact tai sobol.",
    sv="--method {given}: välj exact eller sobol.",
    en="--method {given}: choose exact or sobol.",
)
ONE_RECIPE: Final = Text(
    fi="Anna joko --recipe tai --preset, ei molempia.",
    sv="Ge antingen --recipe eller --preset, inte båda.",
    en="Give either --recipe or --preset, not both.",
)
NO_PRESET: Final = Text(
    fi="--preset {given}: valmista reseptiä ei ole. Reseptit ovat {known}.",
    sv="--preset {given}: det finns inget sådant färdigt recept. Recepten är {known}.",
    en="--preset {given}: there is no such ready recipe. The recipes are {known}.",
)
BEYOND: Final = Text(
    fi="{option} on {given}. Anna luku väliltä {least} – {most}.",
    sv="{option} är {given}. Ange ett tal mellan {least} och {most}.",
    en="{option} is {given}. Give a number from {least} to {most}.",
)
NO_POWER: Final = Text(
    fi="--samples on {given}. Anna kahden potenssi, esimerkiksi 512.",
    sv="--samples är {given}. Ange en potens av två, till exempel 512.",
    en="--samples is {given}. Give a power of two, for example 512.",
)


def attach(app: typer.Typer) -> None:
    """Add the commands."""
    index = typer.Typer(no_args_is_help=True, help="Composite indices: build, uncertainty, sensitivity.")
    index.command("build", help="Build an index. Example: seutu index build --units u.csv --structure s.csv --out i/")(
        build
    )
    index.command("uncertainty", help="Tell how sure the ranks are when the choices of the recipe are not.")(
        uncertainty
    )
    index.command("sensitivity", help="Tell which choice moves the ranks.")(sensitivity)
    index.command("audit", help="Write the whole audit of an index as one document, with its tables.")(audit)
    attach_exchange(index)
    app.add_typer(index, name="index")


def build(units: Units, structure: Structured, out: Folder, recipe: Recipes = None, preset: Preset = None) -> None:
    """Build an index and write each of its steps, scores, ranks, weights and statistics as csv, and audit.json."""
    from seutu.core.indices.building import built
    from seutu.core.indices.recipe_reading import recipe_of
    from seutu.reporting.indices.audit import audit_of
    from seutu.reporting.indices.tables import tables_of

    refuse_what_stands(out)
    recipe = _chosen(recipe, preset)
    table, hierarchy, told = _read(units, structure, recipe)
    with told.named():
        index = built(table, hierarchy, recipe_of(told.told))
    inputs = {path.name: _digest(path) for path in (units, structure, recipe) if path is not None}
    done = audit_of(index, inputs=inputs, version=__version__)
    written = _csv(tables_of(index))
    written["audit.json"] = json.dumps(done, ensure_ascii=False, indent=1).encode() + b"\n"
    write_folder(out, written)
    facts = {
        "top": hierarchy.top.name,
        "units": done["units"],
        "indicators": done["indicators"],
        "imputed": len(done["imputed"]),
        "treated": done["treated_indicators"],
        "points": done["winsorised_points"],
        "transformed": len(done["transformed"]),
    }
    typer.echo(BUILT.in_language(language()).format(**facts))
    for note in index.weighting.notes:
        typer.echo(f"  {note.in_language(language())}")
    typer.echo(f"  → {out}")


def uncertainty(
    units: Units,
    structure: Structured,
    recipe: Recipes,
    out: Folder,
    replicates: Annotated[int, typer.Option("--replicates", help="How many replicates are drawn.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed draws the same replicates.")] = 1,
    design: Annotated[
        Path | None, typer.Option("--design", help="Replay the choices of a table (rep and a column for each choice).")
    ] = None,
) -> None:
    """Write the scores and ranks of replicates with other choices, and the 90 % interval of each rank."""
    import numpy as np

    from seutu.core.indices.uncertainty import drawn_positions, replayed
    from seutu.reporting.indices.tables import tables_of_replicates
    from seutu.sources.indices import read_design

    _refuse_beyond("--replicates", replicates, 1, MOST_REPLICATES)
    _refuse_beyond("--seed", seed, 0, MOST_SEED)
    refuse_what_stands(out)
    table, hierarchy, told = _read(units, structure, recipe, seed)
    with told.named():
        replayer = _replayer(table, hierarchy, told)
        if design is None:
            sizes = [len(choice.values) for choice in replayer.choices]
            positions = drawn_positions(sizes, replicates, seed)
            names: tuple[str, ...] = tuple(str(number) for number in range(1, replicates + 1))
        else:
            names, rows = read_design(design, replayer.choices)
            positions = np.array(rows, dtype=np.int64).reshape(len(rows), len(replayer.choices))
        found = replayed(replayer, positions)
    write_folder(out, _csv(tables_of_replicates(found, names)))
    typer.echo(f"  → {out}")


def sensitivity(
    units: Units,
    structure: Structured,
    recipe: Recipes,
    out: Folder,
    method: Annotated[str, typer.Option("--method", help="exact (every combination) or sobol.")] = "exact",
    samples: Annotated[int, typer.Option("--samples", help="Rows of the design of sobol; a power of two.")] = SAMPLES,
    seed: Annotated[int, typer.Option("--seed", help="The same seed draws the same design.")] = 1,
) -> None:
    """Write the first and total order of each choice in the mean change of ranks."""
    from seutu.core.indices.sensitivity import exact_sensitivity, sampled_sensitivity
    from seutu.reporting.indices.tables import table_of_sensitivity

    if method not in METHODS:
        stop(NO_METHOD.in_language(language()).format(given=method))
    _refuse_beyond("--samples", samples, 8, MOST_SAMPLES)
    if samples.bit_count() > 1:
        stop(NO_POWER.in_language(language()).format(given=samples))
    _refuse_beyond("--seed", seed, 0, MOST_SEED)
    refuse_what_stands(out)
    table, hierarchy, told = _read(units, structure, recipe, seed)
    with told.named():
        replayer = _replayer(table, hierarchy, told)
        found = exact_sensitivity(replayer) if method == "exact" else sampled_sensitivity(replayer, samples, seed)
    write_folder(out, _csv({"sensitivity.csv": table_of_sensitivity(found)}))
    for each in found:
        told_orders = ("–" if math.isnan(order) else f"{order:.3f}" for order in (each.first_order, each.total_order))
        typer.echo(f"  {each.factor}: {', '.join(told_orders)}")
    typer.echo(f"  → {out}")


def audit(
    units: Units,
    structure: Structured,
    out: Folder,
    recipe: Recipes = None,
    preset: Preset = None,
    replicates: Annotated[int, typer.Option("--replicates", help="How many replicates are drawn.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed draws the same replicates.")] = 1,
) -> None:
    """Build an index, try its choices, and write what the ten steps of the OECD/JRC Handbook ask as DOCX and PDF."""
    from datetime import UTC, datetime

    from seutu.core.indices.auditing import audited
    from seutu.core.indices.building import built
    from seutu.core.indices.recipe_reading import recipe_of
    from seutu.reporting.documents import document_to_docx, document_to_pdf
    from seutu.reporting.indices.audit_document import as_document
    from seutu.reporting.indices.tables import table_of_sensitivity, tables_of, tables_of_replicates
    from seutu.reporting.indices.usual_choices import named

    _refuse_beyond("--replicates", replicates, 1, MOST_REPLICATES)
    _refuse_beyond("--seed", seed, 0, MOST_SEED)
    refuse_what_stands(out)
    table, hierarchy, told = _read(units, structure, _chosen(recipe, preset), seed)
    with told.named():
        index = built(table, hierarchy, recipe_of(told.told))
        uncertainty, sensitivity = _tried(table, hierarchy, told, replicates, seed)
        called = sensitivity if told.choices else named(sensitivity, language())
        found = audited(index, told.told, uncertainty=uncertainty, sensitivity=called)
    document = as_document(found, language(), at=datetime.now(UTC).date())
    tables = tables_of(index)
    if uncertainty is not None:
        names = [str(number) for number in range(1, len(uncertainty.scores) + 1)]
        tables |= tables_of_replicates(uncertainty, names) | {"sensitivity.csv": table_of_sensitivity(sensitivity)}
    documents = {"audit.docx": document_to_docx(document), "audit.pdf": document_to_pdf(document)}
    write_folder(out, _csv(tables) | documents)
    for name in documents:
        typer.echo(f"  → {out / name}")


def _tried(
    units: "UnitTable", structure: "Structure", told: "RecipeFile", replicates: int, seed: int
) -> "tuple[Uncertainty | None, Sequence[Sensitivity]]":
    """Return the replicates of a recipe's choices, and their sensitivity, exact where it can be.

    A recipe without choices is tried with the usual ones, weights ± 25 % first among them: nothing where its weights
    are worked out, or a mean takes a linear program for each unit.
    """
    from seutu.core.indices.recipe_reading import recipe_of
    from seutu.core.indices.recipes import Mean
    from seutu.core.indices.replaying import Replayer
    from seutu.core.indices.sensitivity import MOST_CELLS, exact_sensitivity, sampled_sensitivity
    from seutu.core.indices.trials import tried
    from seutu.core.indices.uncertainty import drawn_positions, replayed
    from seutu.core.indices.weighting_recipes import Weighing
    from seutu.reporting.indices.usual_choices import sensitivity_of

    if not told.choices:
        aggregate = recipe_of(told.told).aggregate
        if aggregate.weighting.method is not Weighing.GIVEN or Mean.BOD in aggregate.methods:
            return None, ()
        trial = tried(units, structure, told.told, replicates=replicates, seed=seed)
        return trial.uncertainty, sensitivity_of(trial)
    replayer = Replayer(units, structure, told.told, told.choices)
    sizes = [len(choice.values) for choice in told.choices]
    drawn = any(choice.drawn for choice in told.choices)
    exact = not drawn and math.prod(sizes) <= MOST_CELLS
    found = exact_sensitivity(replayer) if exact else sampled_sensitivity(replayer, SAMPLES, seed)
    return replayed(replayer, drawn_positions(sizes, replicates, seed)), found


def _chosen(recipe: Path | None, preset: str | None) -> Path | None:
    """Return the file of the recipe: the one that is given, or that of a known index."""
    if preset is None:
        return recipe
    if recipe is not None:
        stop(ONE_RECIPE.in_language(language()))
    if preset not in preset_names():
        stop(NO_PRESET.in_language(language()).format(given=preset, known=", ".join(preset_names())))
    return preset_path(preset)


def _refuse_beyond(option: str, given: int, least: int, most: int) -> None:
    if not least <= given <= most:
        stop(BEYOND.in_language(language()).format(option=option, given=given, least=least, most=most))


def _read(
    units: Path, structure: Path, recipe: Path | None, seed: int = 1
) -> "tuple[UnitTable, Structure, RecipeFile]":
    from seutu.sources.indices import read_recipe, read_structure, read_units

    hierarchy = read_structure(structure)
    return read_units(units, hierarchy), hierarchy, read_recipe(recipe, hierarchy, seed=seed)


def _replayer(units: "UnitTable", structure: "Structure", told: "RecipeFile") -> "Replayer":
    from seutu.core.indices import choice_messages as say
    from seutu.core.indices.replaying import Replayer
    from seutu.core.problems import InputProblem, Problem

    if not told.choices:
        raise InputProblem(Problem(say.NO_CHOICES))
    return Replayer(units, structure, told.told, told.choices)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _csv(tables: "Mapping[str, TableContent]") -> dict[str, bytes]:
    """Return the bytes of each table by the name of its file."""
    from seutu.reporting.tables import write_csv

    written = {}
    for name, content in tables.items():
        stream = BytesIO()
        write_csv(content, stream, form="machine", language="en")
        written[name] = stream.getvalue()
    return written
