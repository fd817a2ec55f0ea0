"""The settings a person can set: defaults < seutu.toml in the data folder < environment (SEUTU_…).

One typed object; `seutu check-settings` prints it. Django's own settings are built from it in settings.py.
"""

import os
import secrets
from functools import lru_cache
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from seutu.cli.restored import KEY
from seutu.cli.signing_key import keep_key
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text


def data_folder() -> Path:
    """Return the folder of the installation's data: SEUTU_DIR, else the platform's user data folder."""
    named = os.environ.get("SEUTU_DIR")
    return Path(named).expanduser().resolve() if named else user_data_path("seutu")


class Options(BaseSettings):
    """What an installation can choose. Each field is documented in docs/reference/settings.md."""

    model_config = SettingsConfigDict(env_prefix="SEUTU_", extra="forbid")

    database_url: SecretStr | None = Field(
        default=None, description="postgresql://user:password@host:5432/name; without it SQLite in the data folder"
    )
    secret_key: SecretStr | None = Field(
        default=None, description="Signs sessions and links; without it one is made in the data folder"
    )
    debug: bool = Field(default=False, description="Developer's error pages. Refused on other than loopback hosts")
    allowed_hosts: list[str] = Field(
        default=["127.0.0.1", "localhost", "[::1]"], description="Host names the server answers to"
    )
    https: bool = Field(default=False, description="The service stands behind HTTPS: secure cookies, HSTS, redirects")
    proxy: str | None = Field(
        default=None,
        description="IP address of the web server in front, whose X-Forwarded-For and -Proto are believed (* any); "
        "with `https` 127.0.0.1 unless said",
    )
    language: Literal["fi", "sv", "en"] = Field(default="fi", description="Language before a person has chosen one")
    warehouse_engine: Literal["duckdb", "spark"] = Field(
        default="duckdb",
        description="What calculates over the statistics: duckdb, or spark when they outgrow one machine",
    )
    upload_limit_mb: int = Field(
        default=50, ge=1, le=2000, description="Largest file that can be imported, in megabytes"
    )
    email_url: SecretStr | None = Field(
        default=None,
        description="smtp://user:password@host:587 (STARTTLS), smtps://…:465 (TLS from the start), or "
        "smtp://localhost?tls=no for a relay on this machine; without it no message is sent",
    )
    email_from: str = Field(default="seutu@localhost", description="Sender of the service's messages")
    oidc_url: str | None = Field(default=None, description="OpenID Connect issuer for single sign-on")
    oidc_client: str | None = Field(default=None, description="Client id at the issuer")
    oidc_secret: SecretStr | None = Field(default=None, description="Client secret at the issuer")
    feedback_email: str = Field(default="palaute@localhost", description="Where accessibility feedback goes")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Defaults < seutu.toml < environment."""
        toml = TomlConfigSettingsSource(settings_cls, toml_file=data_folder() / "seutu.toml")
        return (init_settings, env_settings, toml)

    def signing_key(self) -> str:
        """Return the secret key, making and keeping one in the data folder when none is set."""
        if self.secret_key is not None:
            return self.secret_key.get_secret_value()
        folder = data_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return keep_key(folder / KEY, secrets.token_urlsafe(64))


def origin_of(url: str) -> str:
    """Return the scheme and host of an address, as a policy of the browser names it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


@lru_cache(maxsize=1)
def options() -> Options:
    """Return the options of this process, read once. Raises ``InputProblem`` that names each setting that is wrong."""
    try:
        return Options()
    except ValidationError as error:
        raise InputProblem(*(Problem(_wrong(each["loc"], each["msg"])) for each in error.errors())) from error
    except (SettingsError, TOMLDecodeError) as error:
        raise InputProblem.because(_unreadable(str(error).partition(":")[0][:200])) from error


def _wrong(name: tuple[int | str, ...], why: str) -> Text:
    """Return what is wrong with a setting; its value is left out, since it may be a secret."""
    setting = f"SEUTU_{'_'.join(str(part) for part in name).upper()}"
    return Text(
        fi=f"Asetus {setting} ei kelpaa: {why}. Katso docs/reference/settings.md.",
        sv=f"Inställningen {setting} duger inte: {why}. Se docs/reference/settings.md.",
        en=f"The setting {setting} is not right: {why}. See docs/reference/settings.md.",
    )


def _unreadable(why: str) -> Text:
    return Text(
        fi=f'Asetuksia ei voi lukea: {why}. Luettelo kirjoitetaan muodossa ["a", "b"]. Katso '
        "docs/reference/settings.md.",
        sv=f'Inställningarna kan inte läsas: {why}. En lista skrivs ["a", "b"]. Se docs/reference/settings.md.',
        en=f'The settings cannot be read: {why}. A list is written ["a", "b"]. See docs/reference/settings.md.',
    )
