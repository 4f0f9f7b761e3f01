"""Every environment variable the product reads: its name, type, default and meaning."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent


def _split(value: object) -> object:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


Names = Annotated[list[str], NoDecode, BeforeValidator(_split)]


class Environment(BaseSettings):
    """The process environment, validated; field names are the variables' names."""

    model_config = SettingsConfigDict(env_ignore_empty=True, case_sensitive=True)

    DATABASE_URL: str = Field("", description="`postgres://...`; unset: SQLite")
    REDIS_URL: str = Field(
        "", description="event log, wake-ups, Celery broker; unset: in process"
    )
    SECRET_KEY: str = Field(
        "", description="signs sessions; made in `DATA_DIR` when unset"
    )
    KEY_ENCRYPTION_KEYS: Names = Field(
        [], description="Fernet keys for stored API keys, newest first"
    )
    ALLOWED_HOSTS: Names = Field(
        ["localhost", "127.0.0.1", "[::1]"], description="host names served"
    )
    PUBLIC_URL: str = Field("", description="address in mails, `https://...`")
    TRUSTED_PROXIES: int = Field(
        0, ge=0, description="how many reverse proxies stand in front"
    )
    DEBUG: bool = Field(False, description="developer error pages")
    PORT: int = Field(8000, ge=1, le=65535, description="where `make run` serves")
    DATA_DIR: Path = Field(BASE_DIR / "var", description="database, keys, static files")

    VLLM_BASE_URLS: Names = Field(
        [], description="vLLM replicas, each `http://host/v1`"
    )
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
    GROQ_BASE_URL: str = Field("", description="another address for Groq")
    OPENAI_BASE_URL: str = Field("", description="another address for OpenAI")
    ANTHROPIC_BASE_URL: str = Field("", description="another address for Anthropic")
    OPENROUTER_BASE_URL: str = Field("", description="another address for OpenRouter")
    TOGETHER_BASE_URL: str = Field("", description="another address for Together AI")
    MISTRAL_BASE_URL: str = Field("", description="another address for Mistral")
    HF_BASE_URL: str = Field("", description="another address for Hugging Face")
    BASETEN_BASE_URL: str = Field("", description="another address for Baseten")
    REPLICATE_BASE_URL: str = Field("", description="another address for Replicate")
    MODAL_BASE_URL: str = Field("", description="switches your Modal server on")
    OLLAMA_BASE_URL: str = Field("", description="switches Ollama on")
    TEXTGEN_BASE_URL: str = Field("", description="switches text-generation-webui on")
    GPU_METRICS_URLS: Names = Field([], description="DCGM exporters")

    DAILY_BUDGET_USD: float = Field(50, ge=0, description="spend cap per UTC day")
    EMERGENCY_BUDGET_USD: float = Field(
        2, ge=0, description="part of the cap kept for the emergency policy"
    )
    FIRST_TOKEN_TIMEOUT_S: float = Field(8, gt=0, description="wait for a first word")
    IDLE_TIMEOUT_S: float = Field(10, gt=0, description="silence inside an answer")
    CONNECT_TIMEOUT_S: float = Field(2, gt=0, description="wait for a connection")
    TURN_TIMEOUT_S: float = Field(45, gt=0, description="a whole answer, retries too")
    MAX_RUNS_PER_PERSON: int = Field(3, ge=1, description="answers at the same time")
    RATE_LIMITS: Literal["on", "off"] = Field("on", description="`off` for load tests")
    DRAIN_S: float | None = Field(
        None, ge=0, description="time to finish after SIGTERM: 5 embedded, 50 otherwise"
    )

    STRIPE_SECRET_KEY: str = Field("", description="unset: payment is off")
    STRIPE_WEBHOOK_SECRETS: Names = Field([], description="for rotation: several")
    STRIPE_API_BASE: str = Field("", description="a stand-in for Stripe")
    EMAIL_URL: str = Field(
        "", description="`smtp://user:password@host:port`; unset: console"
    )
    ALERT_EMAIL: str = Field("", description="who is told of trouble")
    ALERT_WEBHOOK_URL: str = Field("", description="where trouble is posted")
    METRICS_TOKEN: str = Field("", description="bearer token for `/metrics`")
    OTEL_EXPORTER_OTLP_ENDPOINT: str = Field("", description="traces (`otel` extra)")

    @field_validator("DATABASE_URL")
    @classmethod
    def _postgres_only(cls, value: str) -> str:
        if value and not value.startswith(("postgres://", "postgresql://")):
            raise ValueError("must start with postgres://")
        return value

    @field_validator("REDIS_URL")
    @classmethod
    def _redis_only(cls, value: str) -> str:
        if value and not value.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("must start with redis://")
        return value


def read() -> Environment:
    """Return the environment; a value that cannot be read ends the process.

    Raises:
        SystemExit: with one line naming the first variable at fault.
    """
    try:
        return Environment()
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = fault["loc"][0] if fault["loc"] else "environment"
        message = fault["msg"].removeprefix("Value error, ")
        raise SystemExit(f"{name}: {message}, not {fault['input']!r}") from None
