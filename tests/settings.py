"""The product's settings, made quick to test: cheap hashes, plain static names."""

from coaching.settings import *  # noqa: F403
from coaching.settings import DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # A pool keeps connections that would stop the test database from being dropped.
    del DATABASES["default"]["OPTIONS"]["pool"]
