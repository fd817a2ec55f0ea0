"""Repair of texts that were damaged on their way out of a PDF: what stood, what is proposed, why, how sure.

Judged by letters alone, and by the document's own other words. Numbers are never changed; what is unsure is only
proposed. Not for what the text means, or for figures that are wrong.
"""

from seutu.core.text_repair.cleaning import clean, mend_letters
from seutu.core.text_repair.letters import Letters
from seutu.core.text_repair.records import REASONS, Certainty, Cleaned, Reason, Repair

__all__ = ["REASONS", "Certainty", "Cleaned", "Letters", "Reason", "Repair", "clean", "mend_letters"]
