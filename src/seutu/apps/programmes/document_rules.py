"""What a form may not do to a document: approve it past its own page, or change what was approved without a version.

Not for approving (``document_operations``).
"""

from collections.abc import Mapping
from typing import Any, Final, cast

from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.models import OwnedRecord, Snapshot
from seutu.core.text import Text

FORM: Final = "document"
APPROVED_ELSEWHERE: Final = Text(
    fi="Asiakirja hyväksytään sen omalla sivulla, jossa siitä tallennetaan samalla versio.",
    sv="Dokumentet godkänns på sin egen sida, där en version sparas på samma gång.",
    en="A document is approved on its own page, where a version of it is kept with that.",
)
TEXT_STANDS: Final = Text(
    fi="Hyväksytty teksti ei muutu hyväksyttynä. Vaihda tilaksi luonnos ja tyhjennä hyväksymispäivä: hyväksytty versio "
    "säilyy, ja uusi teksti hyväksytään aikanaan.",
    sv="En godkänd text ändras inte som godkänd. Byt läget till utkast och töm dagen för godkännande: den godkända "
    "versionen finns kvar och den nya texten godkänns i sin tid.",
    en="An approved text does not change while it is approved. Set the state to draft and clear the day of approval: "
    "the approved version stays, and the new text is approved in its time.",
)
KEEP_FIRST: Final = Text(
    fi="Hyväksytystä tekstistä ei ole vielä versiota. Tallenna se ensin asiakirjan omalla sivulla.",
    sv="Av den godkända texten finns ännu ingen version. Spara den först på dokumentets egen sida.",
    en="No version of the approved text has been kept yet. Keep it first on the document's own page.",
)


def begin_unapproved(values: Mapping[str, Any]) -> dict[str, Text]:
    """Tell that a form does not add a document as approved: nothing would be kept of it."""
    return {"state": APPROVED_ELSEWHERE} if values.get("state") == "approved" else {}


def keep_approved(record: OwnedRecord, values: Mapping[str, Any]) -> dict[str, Text]:
    """Tell why a form may not approve a document, or lose an approved text."""
    document = cast("PlanDocument", record)
    to = values.get("state", document.state)
    if to == "approved" and document.state != "approved":
        return {"state": APPROVED_ELSEWHERE}
    if document.state != "approved" or (values.get("text") or "") == document.text:
        return {}
    if to == "approved":
        return {"text": TEXT_STANDS}
    kept = Snapshot.objects.filter(kind="plan-documents", record_id=document.pk, form=FORM)
    return {} if kept.exists() else {"text": KEEP_FIRST}
