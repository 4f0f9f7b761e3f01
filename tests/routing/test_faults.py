"""What a provider says when it says no, and what we make of it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from routing.core.errors import (
    BadRequest,
    ContextTooLong,
    KeyRefused,
    ModelGone,
    ProviderError,
    RateLimited,
    Refused,
    RequestTooLarge,
    Unavailable,
)
from routing.providers import faults, waits

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def said(message: str, code: str = "", **more: Any) -> str:
    return json.dumps({"error": {"message": message, "code": code, **more}})


def error_of(status: int, body: str = "", **headers: str) -> ProviderError:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return faults.translate(faults.read(status, named, body, NOW))


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        pytest.param(400, said("Invalid value for 'messages'"), BadRequest, id="a 400"),
        pytest.param(400, "not JSON", BadRequest, id="a 400 in words"),
        pytest.param(
            400,
            said("This model's maximum context length is 8192 tokens.", "x"),
            ContextTooLong,
            id="context length, vLLM",
        ),
        pytest.param(
            400,
            said("too long", "context_length_exceeded"),
            ContextTooLong,
            id="context length, by its code",
        ),
        pytest.param(
            400,
            said("prompt is too long: 210000 tokens > 200000 maximum"),
            ContextTooLong,
            id="context length, Anthropic",
        ),
        pytest.param(
            400,
            said("Please reduce the length of the messages or completion."),
            ContextTooLong,
            id="context length, Groq",
        ),
        pytest.param(
            400,
            said("x", "model_decommissioned"),
            ModelGone,
            id="Groq's end of a model",
        ),
        pytest.param(
            404,
            said(
                "The model `x` does not exist or you do not have access to it.",
                "model_not_found",
            ),
            ModelGone,
            id="404 model_not_found",
        ),
        pytest.param(
            404,
            json.dumps({"object": "error", "message": "The model `x` does not exist."}),
            ModelGone,
            id="404 of vLLM",
        ),
        pytest.param(
            404,
            said('model "x" not found, try pulling it first'),
            ModelGone,
            id="Ollama",
        ),
        pytest.param(
            403,
            said("Project does not have access to model `x`", "model_not_found"),
            ModelGone,
            id="a project without the model",
        ),
        pytest.param(404, "404 page not found", Unavailable, id="404 of a proxy"),
        pytest.param(410, "", ModelGone, id="410"),
        pytest.param(
            400, said("x", "content_filter"), Refused, id="400 content filter, Azure"
        ),
        pytest.param(
            400,
            json.dumps(
                {
                    "error": {
                        "code": "400",
                        "innererror": {"code": "ResponsibleAIPolicyViolation"},
                    }
                }
            ),
            Refused,
            id="an inner error, Azure",
        ),
        pytest.param(
            403,
            said("Your input was flagged", metadata={"reasons": ["violence"]}),
            Refused,
            id="403 moderation, OpenRouter",
        ),
        pytest.param(
            400,
            said("Provider returned error: upstream timed out"),
            Unavailable,
            id="400, upstream",
        ),
        pytest.param(
            400, said("upstream request failed"), Unavailable, id="400, upstream failed"
        ),
        pytest.param(401, said("Incorrect API key"), KeyRefused, id="401"),
        pytest.param(403, said("Forbidden"), KeyRefused, id="403"),
        pytest.param(402, said("Insufficient credits"), KeyRefused, id="402"),
        pytest.param(
            429,
            said("You exceeded your quota", "insufficient_quota"),
            KeyRefused,
            id="429 without credit",
        ),
        pytest.param(
            400,
            said("Your credit balance is too low"),
            KeyRefused,
            id="400 without credit",
        ),
        pytest.param(429, said("Rate limit"), RateLimited, id="429"),
        pytest.param(429, "", RateLimited, id="429 without a body"),
        pytest.param(
            413,
            said(
                "Request too large for model `x` on tokens per minute (TPM): Limit 8000"
            ),
            RequestTooLarge,
            id="413, a rate limit in disguise",
        ),
        pytest.param(413, "<html>", RequestTooLarge, id="413"),
        pytest.param(408, "", Unavailable, id="408"),
        pytest.param(422, said("Hallucinated tool"), Unavailable, id="422"),
        pytest.param(424, "", Unavailable, id="424"),
        pytest.param(498, said("x", "capacity_exceeded"), Unavailable, id="498"),
        pytest.param(499, "", Unavailable, id="499"),
        pytest.param(500, "", Unavailable, id="500"),
        pytest.param(503, said("Model loading"), Unavailable, id="503"),
        pytest.param(529, said("Overloaded"), Unavailable, id="529"),
        pytest.param(307, "", Unavailable, id="a redirect that is not followed"),
        pytest.param(999, "", Unavailable, id="no such status"),
        pytest.param(500, "[" * 100_000, Unavailable, id="a body to break a parser"),
        pytest.param(400, '[{"error": {"message": "x"}}]', BadRequest, id="a list"),
        pytest.param(400, '{"error": "words"}', BadRequest, id="a string"),
        pytest.param(400, '{"error": null}', BadRequest, id="nothing"),
        pytest.param(
            500, '{"detail": [{"msg": "x", "loc": ["a"]}]}', Unavailable, id="a detail"
        ),
    ],
)
def test_translate(status: int, body: str, kind: type[ProviderError]):
    assert type(error_of(status, body)) is kind


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        pytest.param({"error": {"message": "x", "code": 429}}, RateLimited, id="429"),
        pytest.param(
            {"error": {"message": "x", "code": "502"}}, Unavailable, id="'502'"
        ),
        pytest.param({"error": {"message": "EngineDeadError"}}, Unavailable, id="vLLM"),
        pytest.param(
            {"error": {"type": "rate_limit_exceeded", "message": "x"}},
            RateLimited,
            id="named",
        ),
        pytest.param(
            {"error": {"type": "overloaded_error"}}, Unavailable, id="overloaded"
        ),
        pytest.param({"error": "invalid api key"}, KeyRefused, id="key"),
        pytest.param(
            {"error": {"code": 502, "metadata": {"provider_code": 429}}},
            Unavailable,
            id="the outer number counts",
        ),
        pytest.param({"error": {"code": 7, "type": []}}, Unavailable, id="nonsense"),
    ],
)
def test_translate_an_error_frame(frame: dict[str, Any], kind: type[ProviderError]):
    assert type(faults.translate(faults.read_frame(frame))) is kind


@pytest.mark.parametrize(
    ("headers", "body", "wait_s"),
    [
        pytest.param({"retry_after": "2"}, "", 2.0, id="seconds"),
        pytest.param({"Retry_After": " 2.5 "}, "", 2.5, id="any case, a fraction"),
        pytest.param(
            {"retry_after_ms": "250", "retry_after": "1"},
            "",
            0.25,
            id="milliseconds first",
        ),
        pytest.param(
            {"retry_after": "Mon, 23 Nov 2026 12:00:07 GMT"}, "", 7.0, id="a date"
        ),
        pytest.param(
            {
                "retry_after": "Mon, 23 Nov 2026 13:00:07 GMT",
                "date": "Mon, 23 Nov 2026 13:00:00 GMT",
            },
            "",
            7.0,
            id="a date by their clock",
        ),
        pytest.param(
            {"retry_after": "Mon, 23 Nov 2026 11:00:00 GMT"},
            "",
            0.0,
            id="a date gone by",
        ),
        pytest.param(
            {"retry_after": str(int(NOW.timestamp()) + 9)},
            "",
            9.0,
            id="seconds since 1970",
        ),
        pytest.param({"retry_after": "2m59.56s"}, "", 179.56, id="a duration"),
        pytest.param({"retry_after": "0"}, "", 0.0, id="at once"),
        pytest.param(
            {"retry_after": "99999999"}, "", 86_400.0, id="never more than a day"
        ),
        pytest.param({"retry_after": "9" * 500}, "", 86_400.0, id="a very long number"),
        pytest.param({"retry_after": "-5"}, "", None, id="negative"),
        pytest.param({"retry_after": "soon"}, "", None, id="words"),
        pytest.param(
            {"retry_after": "1" * 5000 + "x"}, "", 86_400.0, id="to break a pattern"
        ),
        pytest.param(
            {"x_ratelimit_remaining_tokens": "0", "x_ratelimit_reset_tokens": "7.66s"},
            "",
            7.66,
            id="Groq's reset",
        ),
        pytest.param(
            {"x_ratelimit_remaining_tokens": "5", "x_ratelimit_reset_tokens": "7.66s"},
            "",
            None,
            id="a reset nobody waits for",
        ),
        pytest.param(
            {}, said("Please try again in 2m59.56s. Visit us"), 179.56, id="in words"
        ),
        pytest.param({}, said("try again in 20 seconds"), 20.0, id="in long words"),
        pytest.param(
            {}, said("Retry after 1 minute 5 secs"), 65.0, id="in mixed words"
        ),
        pytest.param({}, said("please wait 120ms"), 0.12, id="in short words"),
        pytest.param(
            {},
            json.dumps({"error": "x", "estimated_time": 20.5}),
            20.5,
            id="Hugging Face",
        ),
        pytest.param(
            {},
            json.dumps({"error": {"details": [{"retryDelay": "34s"}]}}),
            34.0,
            id="Google",
        ),
        pytest.param(
            {},
            json.dumps(
                {
                    "error": {
                        "metadata": {
                            "headers": {
                                "X-RateLimit-Remaining": "0",
                                "X-RateLimit-Reset": str(
                                    int(NOW.timestamp() * 1000) + 4000
                                ),
                            }
                        }
                    }
                }
            ),
            4.0,
            id="OpenRouter",
        ),
        pytest.param(
            {}, said("Limit 8000, used 7000"), None, id="numbers that are no wait"
        ),
    ],
)
def test_retry_after(headers: dict[str, str], body: str, wait_s: float | None):
    assert error_of(429, body, **headers).retry_after_s == (
        None if wait_s is None else pytest.approx(wait_s)
    )


def test_a_402_that_passes_is_a_rate_limit():
    assert type(error_of(402, "{}", retry_after="3")) is RateLimited


@pytest.mark.parametrize("status", [409, 425, 422, 500])
def test_what_may_pass_at_once_may_be_tried_again(status: int):
    assert error_of(status).again


@pytest.mark.parametrize("status", [400, 401, 404, 408, 413, 429, 502, 503, 504, 529])
def test_what_will_not_pass_at_once_is_not_tried_again(status: int):
    assert not error_of(status).again


@pytest.mark.parametrize(
    "secret", ["sk-proj-abc123def456", "gsk_abcdefghij", "Bearer abcdef", "hf_abcdefgh"]
)
def test_no_error_repeats_a_key(secret: str):
    error = error_of(401, said(f"Incorrect API key provided: {secret}. See the page"))
    assert secret.rsplit(maxsplit=1)[-1] not in str(error)
    assert "Incorrect API key provided" in str(error)


def test_an_error_is_one_short_line():
    text = str(error_of(500, "<html>\n" + "x" * 50_000))
    assert len(text) < 400
    assert "\n" not in text


@pytest.mark.parametrize("text", ["", "s", "1x", "1 s s", "ms", "1.2.3s", "1e5"])
def test_not_a_duration(text: str):
    assert waits.duration_s(text) is None
