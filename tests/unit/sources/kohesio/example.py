"""A made-up project file in the columns that Kohesio publishes. Not a test."""

import csv
from pathlib import Path

HEADER = (
    "Operation_Unique_Identifier",
    "Operation_Local_Identifier",
    "Operation_Name_English",
    "Operation_Name_Programme_Language",
    "Country",
    "Postal_Code",
    "Operation_Start_Date",
    "Operation_End_Date",
    "Total_Eligible_Expenditure_amount",
    "Total_Eligible_Expenditure_Currency",
    "Project_EU_Budget",
    "Beneficiary_Name",
    "Beneficiary_Local_Identifier",
    "Fund_Code",
    "Programme_Name",
    "ManagingAuthority",
    "Operation_Summary_Programme_Language",
)
USUAL = {
    "Operation_Name_English": "Engine on",
    "Operation_Name_Programme_Language": "Kone käyntiin",
    "Country": "Finland",
    "Operation_Start_Date": "01/03/2018",
    "Operation_End_Date": "31/12/2020",
    "Total_Eligible_Expenditure_amount": "100000.5",
    "Total_Eligible_Expenditure_Currency": "EUR",
    "Project_EU_Budget": "60000",
    "Beneficiary_Name": "Esimerkki Oy",
    "Fund_Code": "ERDF",
    "Programme_Name": "Kestävää kasvua",
}


def kohesio_row(*, code: str = "A1", operation: str = "", **cells: str) -> dict[str, str]:
    row = {**USUAL, "Operation_Local_Identifier": code, "Operation_Unique_Identifier": operation or f"Q{code}", **cells}
    return {name: row.get(name, "") for name in HEADER}


def kohesio_text(*rows: dict[str, str]) -> bytes:
    from io import StringIO

    text = StringIO(newline="")
    writer = csv.DictWriter(text, HEADER, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def kohesio_file(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "FI.csv"
    path.write_bytes(kohesio_text(*rows))
    return path
