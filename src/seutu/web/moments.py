"""When something happened, as pages write it. Not for days alone (core/figures)."""

from datetime import datetime

from django.utils import timezone

from seutu.core.figures import write_datetime
from seutu.core.text import Language


def moment(at: datetime, language: Language) -> str:
    """Return a time to the minute in the service's time zone: ``2.3.2026 klo 15.00``, in English ``at 15:00``."""
    return write_datetime(timezone.localtime(at).replace(second=0, microsecond=0), language)
