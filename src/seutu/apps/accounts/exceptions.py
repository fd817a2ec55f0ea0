"""What can go wrong with people and workspaces, one class per error."""


class AccountsError(Exception):
    """Base of the app's errors."""


class LinkNotValidError(AccountsError):
    """The guest or entry link is unknown, used, expired or revoked."""


class NotAllowedError(AccountsError):
    """The person's role does not allow the act."""


class LastOwnerError(AccountsError):
    """A workspace must keep one owner."""
