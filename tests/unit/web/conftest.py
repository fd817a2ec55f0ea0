"""Pages need Django's templates; no database is touched here."""

from tests.django_setup import prepare

prepare()
