"""Django settings, built from the options of options.py. Nothing here is meant to be edited per installation."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from seutu.cli.restored import finish_restore
from seutu.config import mail
from seutu.config.database import from_url, sqlite
from seutu.config.options import data_folder, options, origin_of

DATA_FOLDER = data_folder()
DATA_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds people: nobody else on the machine reads it
finish_restore(DATA_FOLDER)
chosen = options()
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = chosen.signing_key()
DEBUG = chosen.debug
ALLOWED_HOSTS = chosen.allowed_hosts
DATABASES = {
    "default": from_url(chosen.database_url.get_secret_value()) if chosen.database_url else sqlite(DATA_FOLDER)
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "seutu.apps.accounts",
    "seutu.apps.records",
    "seutu.apps.register",
    "seutu.apps.places",
    "seutu.apps.statistics",
    "seutu.apps.programmes",
    "seutu.apps.funding",
    "seutu.apps.jobs",
    "seutu.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "seutu.web.security.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "seutu.config.urls"
WSGI_APPLICATION = "seutu.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "seutu.web.shell.shell",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "seutu.web.sign_in.InvitedOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "20/15m/ip,5/15m/key"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not chosen.https
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_ADAPTER = "seutu.web.sign_in.FirstAddressOnly"
# An invited person's first visit by single sign-on finds the account of the same, verified address.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = bool(chosen.oidc_url)
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = bool(chosen.oidc_url)
SIGN_IN_ORIGINS = [origin_of(chosen.oidc_url)] if chosen.oidc_url else []
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": "OpenID Connect",
                "client_id": chosen.oidc_client or "",
                "secret": chosen.oidc_secret.get_secret_value() if chosen.oidc_secret else "",
                "settings": {"server_url": chosen.oidc_url},
            }
        ]
        if chosen.oidc_url
        else []
    }
}

LANGUAGE_CODE = chosen.language
LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
FORMAT_MODULE_PATH = ["seutu.web.formats"]

STATIC_URL = "/static/"
STATICFILES_DIRS: list[str] = []
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_FOLDER / "files"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_TEMP_DIR = None
FEEDBACK_EMAIL = chosen.feedback_email
UPLOAD_LIMIT_MB = chosen.upload_limit_mb
OPTIONS = chosen

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = chosen.https
CSRF_COOKIE_SECURE = chosen.https
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = chosen.https
SECURE_HSTS_SECONDS = 31536000 if chosen.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = chosen.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if chosen.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

MAIL_SERVER = mail.from_url(chosen.email_url.get_secret_value()) if chosen.email_url else mail.NONE
EMAIL_BACKEND = MAIL_SERVER.backend
EMAIL_HOST = MAIL_SERVER.host
EMAIL_PORT = MAIL_SERVER.port
EMAIL_HOST_USER = MAIL_SERVER.user
EMAIL_HOST_PASSWORD = MAIL_SERVER.password
EMAIL_USE_TLS = MAIL_SERVER.security == mail.STARTTLS
EMAIL_USE_SSL = MAIL_SERVER.security == mail.TLS
EMAIL_TIMEOUT = mail.SECONDS
DEFAULT_FROM_EMAIL = chosen.email_from
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "without_secrets": {"()": "seutu.config.logs.WithoutSecrets"},
        "one_line": {"()": "seutu.config.logs.OneLineForWrongHosts"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_secrets", "one_line"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
