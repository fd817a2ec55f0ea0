"""Texts of the sign-in library that we say in our own words; our catalogue goes before the library's.

Nothing calls this: the catalogue is gathered from it. Not for texts of our own pages.
"""

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("Email"),
    gettext_noop("Email address"),
    gettext_noop("Remember Me"),
    gettext_noop("Password (again)"),
    gettext_noop("New Password (again)"),
    gettext_noop("The email address and/or password you specified are not correct."),
    gettext_noop("Please type your current password."),
    gettext_noop("You must type the same password each time."),
    gettext_noop("Password successfully changed."),
    gettext_noop("Password successfully set."),
    gettext_noop("Two-Factor Authentication"),
    gettext_noop("Activate Authenticator App"),
    gettext_noop("Authenticator App"),
    gettext_noop("Authenticator code"),
    gettext_noop("Authenticator secret"),
    gettext_noop("An authenticator app is not active."),
    gettext_noop("Authentication using an authenticator app is active."),
    gettext_noop("Activate"),
    gettext_noop("Deactivate"),
    gettext_noop("No recovery codes set up."),
    gettext_noop("Please reauthenticate to safeguard your account."),
    gettext_noop("Confirm Access"),
    gettext_noop("Bad Token"),
    gettext_noop("You can store this secret and use it to reinstall your authenticator app at a later time."),
)
