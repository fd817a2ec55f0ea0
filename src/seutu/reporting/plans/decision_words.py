"""The words of a printed decision item, in the three languages.

Not for the texts of the item itself.
"""

from collections.abc import Mapping
from typing import Final

from seutu.core.funding.decisions import Part
from seutu.core.text import Text

DECISION_ITEM: Final = Text(fi="Päätösasia", sv="Beslutsärende", en="Decision item")
CASE: Final = Text(fi="Asianumero {number}", sv="Ärendenummer {number}", en="Case number {number}")
NO_SUBJECT: Final = Text(fi="Otsikko puuttuu", sv="Rubriken saknas", en="The subject is missing")
ORGAN: Final = Text(fi="Toimielin", sv="Organ", en="Organ")
DAY: Final = Text(fi="Kokouspäivä", sv="Sammanträdesdag", en="Day of the meeting")
PRESENTER: Final = Text(fi="Esittelijä", sv="Föredragande", en="Presenter")
UNIT: Final = Text(fi="Yksikkö", sv="Enhet", en="Unit")
MONEY: Final = Text(fi="Kustannukset ja rahoitus", sv="Kostnader och finansiering", en="Costs and funding")
COMMITMENT: Final = Text(fi="Sitoumus enintään", sv="Åtagande högst", en="Commitment at most")
APPROPRIATION: Final = Text(fi="Määräraha", sv="Anslag", en="Appropriation")
INVOICES: Final = Text(fi="Laskut hyväksyy", sv="Fakturor godkänns av", en="Invoices are approved by")
WITHDRAWAL: Final = Text(fi="Oikeus vetäytyä", sv="Rätt att dra sig ur", en="Right to withdraw")
ATTACHMENTS: Final = Text(fi="Liitteet", sv="Bilagor", en="Attachments")
NUMBER: Final = Text(fi="Nro", sv="Nr", en="No.")
NAME: Final = Text(fi="Liite", sv="Bilaga", en="Attachment")
PREPARER: Final = Text(fi="Valmistelija", sv="Beredare", en="Prepared by")
DRAFT: Final = Text(fi="Päätösehdotus", sv="Beslutsförslag", en="Proposed decision")
DECISION: Final = Text(fi="Päätös", sv="Beslut", en="Decision")
UNDECIDED: Final = Text(
    fi="Asiaa ei ole vielä päätetty.", sv="Ärendet är ännu inte avgjort.", en="The item has not been decided yet."
)
OUTCOME: Final = Text(fi="Ratkaisu", sv="Avgörande", en="Outcome")
GRANTED: Final = Text(fi="Myönnetty", sv="Beviljat", en="Granted")
NO_WORDING: Final = Text(
    fi="Päätöstekstiä ei ole vielä kirjattu.",
    sv="Beslutstexten har ännu inte antecknats.",
    en="The text of the decision has not been entered yet.",
)
APPEAL_ATTACHED: Final = Text(
    fi="Ohje muutoksenhakuun on liitteenä {number}: {name}.",
    sv="Anvisningen för ändringssökande finns i bilaga {number}: {name}.",
    en="How to appeal is told in attachment {number}: {name}.",
)
NO_APPEAL: Final = Text(
    fi="Muutoksenhakuohjetta ei ole kirjattu. Lisää se päätöksen liitteisiin.",
    sv="Anvisningen för ändringssökande har inte antecknats. Lägg till den bland beslutets bilagor.",
    en="How to appeal has not been entered. Add it to the attachments of the decision.",
)
REASONS: Final = Text(fi="Perustelut", sv="Motivering", en="Reasons")
PARTS: Final[Mapping[Part, Text]] = {
    Part.BACKGROUND: Text(fi="Selostus", sv="Redogörelse", en="Background"),
    Part.IMPACT: Text(fi="Vaikutusten arviointi", sv="Konsekvensbedömning", en="Impact assessment"),
    Part.PROPOSAL: Text(fi="Esitys", sv="Framställning", en="Proposal"),
    Part.RESPONSIBLE: Text(fi="Vastuuhenkilö", sv="Ansvarig", en="Responsible"),
    Part.APPEAL: Text(fi="Muutoksenhaku", sv="Ändringssökande", en="Appeal"),
}
EMPTY: Final = Text(
    fi="Vielä täyttämättä {count}: {names}.",
    sv="Ännu inte ifyllt {count}: {names}.",
    en="Not filled in yet {count}: {names}.",
)
