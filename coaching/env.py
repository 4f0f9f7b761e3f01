"""Every environment variable the product reads: its name, type, default and meaning."""

from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent


def _split(value: object) -> object:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _address(*schemes: str) -> AfterValidator:
    """Check that a value, if there is one, is an address of one of these kinds."""

    def check(value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in schemes or not _reachable(value)):
            raise ValueError(f"must be an address like {schemes[0]}://host:port")
        return value

    return AfterValidator(check)


def _reachable(value: str) -> bool:
    parts = urlsplit(value)
    try:
        return bool(parts.hostname or parts.path) and parts.port != 0
    except ValueError:  # the port is not a number
        return False


def _host(value: str) -> str:
    if "/" in value:
        raise ValueError("must be a host name, not an address")
    return value


def _fernet_key(value: str) -> str:
    try:
        right = len(urlsafe_b64decode(value)) == FERNET_KEY_BYTES
    except ValueError:
        right = False
    if not right:
        raise ValueError("must be 32 bytes in URL-safe base64")
    return value


FERNET_KEY_BYTES = 32
Web = Annotated[str, _address("http", "https")]
Names = Annotated[list[str], NoDecode, BeforeValidator(_split)]
Webs = Annotated[list[Web], NoDecode, BeforeValidator(_split)]
Hosts = Annotated[
    list[Annotated[str, AfterValidator(_host)]], NoDecode, BeforeValidator(_split)
]
Keys = Annotated[
    list[Annotated[str, AfterValidator(_fernet_key)]],
    NoDecode,
    BeforeValidator(_split),
]
Seconds = Annotated[float, Field(gt=0, le=3_600, allow_inf_nan=False)]
Dollars = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


class Environment(BaseSettings):
    """The process environment, validated; field names are the variables' names."""

    model_config = SettingsConfigDict(env_ignore_empty=True, case_sensitive=True)

    DATABASE_URL: Annotated[str, _address("postgres", "postgresql")] = Field(
        "", description="`postgres://...`; unset: SQLite"
    )
    REDIS_URL: Annotated[str, _address("redis", "rediss", "unix")] = Field(
        "", description="event log, wake-ups, Celery broker; unset: in process"
    )
    SECRET_KEY: str = Field(
        "", description="signs sessions; made in `DATA_DIR` when unset"
    )
    KEY_ENCRYPTION_KEYS: Keys = Field(
        [], description="Fernet keys for stored API keys, newest first"
    )
    ALLOWED_HOSTS: Hosts = Field(
        ["localhost", "127.0.0.1", "[::1]"], description="host names served"
    )
    PUBLIC_URL: Web = Field("", description="address in mails, `https://...`")
    TRUSTED_PROXIES: int = Field(
        0, ge=0, description="how many reverse proxies stand in front"
    )
    DEBUG: bool = Field(False, description="developer error pages")
    PORT: int = Field(8000, ge=1, le=65535, description="where `make run` serves")
    DATA_DIR: Path = Field(BASE_DIR / "var", description="database, keys, static files")

    VLLM_BASE_URLS: Webs = Field([], description="vLLM replicas, each `http://host/v1`")
    VLLM_API_KEY: str = Field("", description="the replicas' key, if they want one")
    VLLM_MODEL: str = Field("", description="the model name the replicas serve")
    GROQ_API_KEY: str = Field("", description="switches Groq on")
    OPENAI_API_KEY: str = Field("", description="switches OpenAI on")
    ANTHROPIC_API_KEY: str = Field("", description="switches Anthropic on")
    OPENROUTER_API_KEY: str = Field("", description="switches OpenRouter on")
    TOGETHER_API_KEY: str = Field("", description="switches Together AI on")
    MISTRAL_API_KEY: str = Field("", description="switches Mistral on")
    HF_TOKEN: str = Field("", description="switches the Hugging Face router on")
    BASETEN_API_KEY: str = Field("", description="switches Baseten on")
    REPLICATE_API_TOKEN: str = Field("", description="switches Replicate on")
    GROQ_BASE_URL: Web = Field("", description="another address for Groq")
    OPENAI_BASE_URL: Web = Field("", description="another address for OpenAI")
    ANTHROPIC_BASE_URL: Web = Field("", description="another address for Anthropic")
    OPENROUTER_BASE_URL: Web = Field("", description="another address for OpenRouter")
    TOGETHER_BASE_URL: Web = Field("", description="another address for Together AI")
    MISTRAL_BASE_URL: Web = Field("", description="another address for Mistral")
    HF_BASE_URL: Web = Field("", description="another address for Hugging Face")
    BASETEN_BASE_URL: Web = Field("", description="another address for Baseten")
    REPLICATE_BASE_URL: Web = Field("", description="another address for Replicate")
    MODAL_BASE_URL: Web = Field("", description="switches your Modal server on")
    OLLAMA_BASE_URL: Web = Field("", description="switches Ollama on")
    TEXTGEN_BASE_URL: Web = Field("", description="switches text-generation-webui on")
    GPU_METRICS_URLS: Webs = Field([], description="DCGM exporters")

    DAILY_BUDGET_USD: Dollars = Field(50, description="spend cap per UTC day")
    EMERGENCY_BUDGET_USD: Dollars = Field(
        2, description="part of the cap kept for the emergency policy"
    )
    FIRST_TOKEN_TIMEOUT_S: Seconds = Field(8, description="wait for a first word")
    IDLE_TIMEOUT_S: Seconds = Field(10, description="silence inside an answer")
    CONNECT_TIMEOUT_S: Seconds = Field(2, description="wait for a connection")
    TURN_TIMEOUT_S: Seconds = Field(45, description="a whole answer, retries too")
    MAX_RUNS_PER_PERSON: int = Field(3, ge=1, description="answers at the same time")
    RATE_LIMITS: Literal["on", "off"] = Field("on", description="`off` for load tests")
    DRAIN_S: Annotated[float, Field(ge=0, le=3_600)] | None = Field(
        None, description="time to finish after SIGTERM: 5 embedded, 50 otherwise"
    )

    STRIPE_SECRET_KEY: str = Field("", description="unset: payment is off")
    STRIPE_WEBHOOK_SECRETS: Names = Field([], description="for rotation: several")
    STRIPE_API_BASE: Web = Field("", description="a stand-in for Stripe")
    EMAIL_URL: Annotated[str, _address("smtp", "smtps", "smtp+tls")] = Field(
        "", description="`smtp://user:password@host:port`; unset: console"
    )
    ALERT_EMAIL: str = Field("", description="who is told of trouble")
    ALERT_WEBHOOK_URL: Web = Field("", description="where trouble is posted")
    METRICS_TOKEN: str = Field("", description="bearer token for `/metrics`")
    OTEL_EXPORTER_OTLP_ENDPOINT: Web = Field("", description="traces (`otel` extra)")


def read() -> Environment:
    """Return the environment; a value that cannot be read ends the process.

    Raises:
        SystemExit: with one line naming the first variable at fault.
    """
    try:
        return Environment()
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = fault["loc"][0]
        message = fault["msg"].removeprefix("Value error, ")
        raise SystemExit(f"{name}: {message}, not {fault['input']!r}") from None
