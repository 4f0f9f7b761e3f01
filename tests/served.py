"""Fixtures: served products, embedded, or two web processes on PostgreSQL and Redis."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from tests.fakes.openai_server import FakeOpenAI, running
from tests.product import Person, Product, product


@pytest.fixture(scope="session")
def services() -> Iterator[dict[str, str]]:
    """Variables of the shape under test, with a database of its own."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield {"DATABASE_URL": "", "REDIS_URL": ""}
        return
    name = f"journey_{uuid4().hex[:8]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    own = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    yield {
        "DATABASE_URL": own,
        "REDIS_URL": os.environ["REDIS_URL"],
        "SECRET_KEY": "only-for-tests-" + "x" * 40,
    }
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def upstream() -> Iterator[FakeOpenAI]:
    """A provider that every slot of the upstream product leads to."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def nodes(
    tmp_path_factory: pytest.TempPathFactory,
    services: dict[str, str],
    upstream: FakeOpenAI,
) -> Iterator[list[Product]]:
    """Web processes of one site whose models are the fake provider's.

    Embedded there is one; on PostgreSQL and Redis there are two.
    """
    variables = {
        **services,
        "VLLM_BASE_URLS": upstream.url,
        "VLLM_MODEL": "small",
        "GROQ_API_KEY": "gsk-fake",
        "GROQ_BASE_URL": upstream.url,
        "OPENAI_API_KEY": "sk-fake",
        "OPENAI_BASE_URL": upstream.url,
        "FIRST_TOKEN_TIMEOUT_S": "1.5",
        "IDLE_TIMEOUT_S": "1.5",
    }
    data_dir = tmp_path_factory.mktemp("site")
    with product(data_dir, **variables) as first:
        if not services["REDIS_URL"]:
            yield [first]
            return
        second = Product(data_dir, **variables)
        second.start()
        yield [first, second]
        second.stop()


@pytest.fixture(scope="session")
def site(nodes: list[Product]) -> Product:
    """The first web process."""
    return nodes[0]


@pytest.fixture(scope="session")
def boss(site: Product) -> Person:
    """Somebody of the staff."""
    return site.person("--staff")


@pytest.fixture(autouse=True)
def healthy_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """Forget what a test told the fake provider to do, and what came of it."""
    if "nodes" not in request.fixturenames:
        yield
        return
    names = ("upstream", "nodes", "boss")
    upstream, nodes, boss = (request.getfixturevalue(name) for name in names)
    yield
    upstream.forget()
    for node in nodes:
        node.close_breakers(boss)


@pytest.fixture
def ana(site: Product) -> Person:
    """Somebody on the trial plan."""
    return site.person()


@pytest.fixture
def bo(site: Product) -> Person:
    """Somebody else."""
    return site.person()


@pytest.fixture(scope="session")
def demo(
    tmp_path_factory: pytest.TempPathFactory, services: dict[str, str]
) -> Iterator[Product]:
    """The product without any model: the demo coach answers."""
    with product(tmp_path_factory.mktemp("demo"), **services) as served:
        yield served
