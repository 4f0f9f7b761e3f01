"""Settings. Two shapes, one file, chosen by two variables and nothing else.

                 unset = embedded                       set = production
DATABASE_URL     SQLite file in DATA_DIR                PostgreSQL
REDIS_URL        event log, wake-ups, tasks and         Redis Streams, Redis channel
                 schedule inside the web process        layer, Celery worker and beat
"""

import secrets
from typing import Any
from urllib.parse import unquote, urlsplit

import django_stubs_ext

from coaching import env as environment
from coaching.env import BASE_DIR
from coaching.schedule import JOBS

django_stubs_ext.monkeypatch()  # lets admin classes name their model type

env = environment.read()
EMBEDDED = not env.REDIS_URL
DATA_DIR = env.DATA_DIR


def _kept_secret(name: str) -> str:
    """Return the secret in DATA_DIR/name, made on the first call."""
    path = DATA_DIR / name
    try:
        if not path.exists():
            DATA_DIR.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48))
        return path.read_text()
    except OSError as error:
        raise SystemExit(
            f"DATA_DIR: cannot write to {DATA_DIR} ({error.strerror}); name a folder "
            "of your own with DATA_DIR=..."
        ) from None


def _database(url: str) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "coach.sqlite3",
            "OPTIONS": {
                # The ledger's lock: see billing/ledger/.
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                    "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY"
                ),
            },
            # Answers run in threads; an in-memory database would be one per thread.
            "TEST": {"NAME": DATA_DIR / "test.sqlite3"},
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 20, "timeout": 10}},
    }


DEBUG = env.DEBUG
SECRET_KEY_MADE = not env.SECRET_KEY
SECRET_KEY = env.SECRET_KEY or _kept_secret("secret_key")
ALLOWED_HOSTS = env.ALLOWED_HOSTS
DATABASES = {"default": _database(env.DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "coaching.User"
ROOT_URLCONF = "coaching.urls"
ASGI_APPLICATION = "coaching.asgi.application"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "coaching" / "locale"]

INSTALLED_APPS = [
    "coaching.apps.CoachingConfig",
    "billing.apps.BillingConfig",
    "routing.apps.RoutingConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "channels",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "coaching.middleware.json_errors",
    "csp.middleware.CSPMiddleware",
    "coaching.middleware.admin_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "coaching.views.credits_in_header",
            ]
        },
    }
]

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/chat/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "coaching.accounts.AccountAdapter"
# Embedded mode has no mailbox: signing up counts as verified (billing/trial).
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if env.EMAIL_URL else "none"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS: Any = {} if env.RATE_LIMITS == "on" else False

# The page's own origin for everything; see docs/decisions/ and SECURITY.md.
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": [
            "'self'",
            "https://checkout.stripe.com",
            "https://billing.stripe.com",
            *([env.STRIPE_API_BASE] if env.STRIPE_API_BASE else []),
        ],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["dompurify", "coach"],
    }
}
HTTPS = env.PUBLIC_URL.startswith("https://")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.TRUSTED_PROXIES else None
)
CSRF_TRUSTED_ORIGINS = [env.PUBLIC_URL.rstrip("/")] if env.PUBLIC_URL else []
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "coaching.staticfiles.HashedStorage"},
}

CHANNEL_LAYERS: dict[str, Any] = {
    "default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    if EMBEDDED
    else {
        # One connection for all sockets; the core layer holds one each.
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [env.REDIS_URL]},
    }
}
CELERY_BROKER_URL = env.REDIS_URL or "memory://"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = {
    job.task: {"task": job.task, "schedule": job.every_s} for job in JOBS
}


def _email(url: str) -> dict[str, Any]:
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
    }


globals().update(_email(env.EMAIL_URL))
DEFAULT_FROM_EMAIL = env.ALERT_EMAIL or "coach@localhost"

# What the routing app is told of the world: it never reads the environment itself.
PROVIDERS: dict[str, dict[str, Any]] = {
    "vllm": {
        "base_urls": env.VLLM_BASE_URLS,
        "api_key": env.VLLM_API_KEY,
        "model": env.VLLM_MODEL,
    },
    "ollama": {"base_urls": [env.OLLAMA_BASE_URL] if env.OLLAMA_BASE_URL else []},
    "textgen": {"base_urls": [env.TEXTGEN_BASE_URL] if env.TEXTGEN_BASE_URL else []},
    "modal": {"base_urls": [env.MODAL_BASE_URL] if env.MODAL_BASE_URL else []},
    "groq": {"api_key": env.GROQ_API_KEY, "base_url": env.GROQ_BASE_URL},
    "openai": {"api_key": env.OPENAI_API_KEY, "base_url": env.OPENAI_BASE_URL},
    "anthropic": {"api_key": env.ANTHROPIC_API_KEY, "base_url": env.ANTHROPIC_BASE_URL},
    "openrouter": {
        "api_key": env.OPENROUTER_API_KEY,
        "base_url": env.OPENROUTER_BASE_URL,
    },
    "together": {"api_key": env.TOGETHER_API_KEY, "base_url": env.TOGETHER_BASE_URL},
    "mistral": {"api_key": env.MISTRAL_API_KEY, "base_url": env.MISTRAL_BASE_URL},
    "huggingface": {"api_key": env.HF_TOKEN, "base_url": env.HF_BASE_URL},
    "baseten": {"api_key": env.BASETEN_API_KEY, "base_url": env.BASETEN_BASE_URL},
    "replicate": {
        "api_key": env.REPLICATE_API_TOKEN,
        "base_url": env.REPLICATE_BASE_URL,
    },
}
DAILY_BUDGET_MICROUSD = round(env.DAILY_BUDGET_USD * 1_000_000)
EMERGENCY_BUDGET_MICROUSD = round(env.EMERGENCY_BUDGET_USD * 1_000_000)
FIRST_TOKEN_TIMEOUT_S = env.FIRST_TOKEN_TIMEOUT_S
IDLE_TIMEOUT_S = env.IDLE_TIMEOUT_S
CONNECT_TIMEOUT_S = env.CONNECT_TIMEOUT_S
TURN_TIMEOUT_S = env.TURN_TIMEOUT_S
MAX_RUNS_PER_PERSON = env.MAX_RUNS_PER_PERSON
RATE_LIMITS = env.RATE_LIMITS == "on"
DRAIN_S = env.DRAIN_S if env.DRAIN_S is not None else (5.0 if EMBEDDED else 50.0)
STRIPE_SECRET_KEY = env.STRIPE_SECRET_KEY
PORT = env.PORT
METRICS_TOKEN = env.METRICS_TOKEN
TRUSTED_PROXIES = env.TRUSTED_PROXIES
PUBLIC_URL = env.PUBLIC_URL
REDIS_URL = env.REDIS_URL

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "daphne": {"level": "WARNING"},
        "django.server": {"level": "WARNING"},
        "httpx2": {"level": "WARNING"},
    },
}
