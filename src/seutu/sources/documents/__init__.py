"""Documents whose figures are checked: from a file to the relations that it claims.

Not for files of records (``tables``), which people bring into the system.
"""

from seutu.sources.documents.checking import READ, check_file
from seutu.sources.documents.counted_wholes import between_documents
from seutu.sources.documents.readable import cleaned_text

__all__ = ["READ", "between_documents", "check_file", "cleaned_text"]
