"""One act on a record that a page leads back to: done whole, or what is in its way is said.

Not for forms, which keep what was written beside its errors.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.programmes.exceptions import DocumentNotApprovableError
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.sheets.columns import ColumnProblem
from seutu.web.scoping import language_of


def try_act(request: HttpRequest, write: Callable[[], object]) -> None:
    """Do one act; what is in its way is said on the next page, and nothing is half done."""
    try:
        write()
    except (StepNotPossibleError, DocumentNotApprovableError, ColumnProblem) as error:
        messages.error(request, error.message.in_language(language_of(request)))
    except StaleVersionError:
        messages.error(
            request, _("Somebody else changed this while you were looking. Look at what stands now, and try again.")
        )
