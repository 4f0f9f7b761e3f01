"""The JSON API as another client would use it."""

from uuid import uuid4

import pytest

from tests.product import Api, Person, Product, tab

SIMPLE = "How do I start journaling?"


@pytest.fixture
async def answered(site: Product, ana: Person) -> tuple[str, str]:
    """A conversation with one answered turn: (conversation, turn)."""
    conversation = str(uuid4())
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE, conversation)
        await page.until("finished")
    return conversation, turn


async def test_me(site: Product, ana: Person):
    assert await Api(site, ana).get("me") == {
        "id": ana.id,
        "email": ana.email,
        "plan": "trial",
        "credits": {"available": 1000, "held": 0},
        "staff": False,
    }


async def test_a_growthplus_subscriber_has_the_months_credits(site: Product):
    rich = site.person("--plan", "growthplus")
    me = await Api(site, rich).get("me")
    assert me["plan"] == "growthplus"
    assert me["credits"]["available"] == 4_000


async def test_conversations_are_listed_found_renamed_archived_and_deleted(
    site: Product, ana: Person, answered: tuple[str, str]
):
    api = Api(site, ana)
    conversation, turn = answered
    listed = (await api.get("conversations"))["items"]
    assert [(item["id"], item["title"]) for item in listed] == [(conversation, SIMPLE)]
    assert (await api.get("conversations?q=journal"))["items"]
    assert (await api.get("conversations?q=swimming"))["items"] == []
    path = f"conversations/{conversation}"
    status, changed = await api.call(
        "PATCH", path, {"title": "Pages", "archived": True}
    )
    assert (status, changed["title"], changed["archived"]) == (200, "Pages", True)
    assert (await api.get("conversations"))["items"] == []
    assert (await api.get("conversations?archived=true"))["items"]
    assert (await api.call("DELETE", path))[0] == 204
    assert (await api.call("GET", path))[0] == 404
    assert (await api.call("GET", f"turns/{turn}"))[0] == 404


async def test_lists_come_in_pages(site: Product, ana: Person):
    api = Api(site, ana)
    for _ in range(51):
        await api.call("POST", "conversations", {})
    first = await api.get("conversations")
    second = await api.get(f"conversations?cursor={first['next']}")
    ids = {item["id"] for item in first["items"] + second["items"]}
    assert (len(first["items"]), len(second["items"]), len(ids)) == (50, 1, 51)
    assert second["next"] is None


async def test_a_rating_can_be_given_changed_and_taken_back(
    site: Product, ana: Person, answered: tuple[str, str]
):
    api, path = Api(site, ana), f"turns/{answered[1]}/rating"
    for body in (
        {"value": 1, "reasons": []},
        {"value": -1, "reasons": ["too_generic", "unsafe"], "comment": "Hm."},
        {"value": 0, "reasons": []},
    ):
        status, turn = await api.call("PUT", path, body)
        assert (status, turn["rating"]) == (200, body["value"])
    status, refused = await api.call("PUT", path, {"value": 1, "reasons": ["rude"]})
    assert (status, refused["error"]["code"]) == (400, "bad_request")
    status, refused = await api.call("PUT", path, {"value": 1, "run": 7})
    assert (status, refused["error"]["code"]) == (404, "not_found")


async def test_which_helped_more_puts_the_winner_on_screen(
    site: Product, ana: Person, answered: tuple[str, str]
):
    api, (_, turn) = Api(site, ana), answered
    async with tab(site, ana) as page:
        await page.says(type="better", id=str(uuid4()), turn=turn)
        await page.until("finished")
    path = f"turns/{turn}/preferred"
    status, shown = await api.call("PUT", path, {"between": [1, 2], "winner": 1})
    assert (status, shown["preferred"], shown["active_run"]) == (200, 1, 1)
    status, shown = await api.call("PUT", path, {"between": [2, 1], "winner": 2})
    assert (status, shown["preferred"], shown["active_run"]) == (200, 2, 2)
    for body in (
        {"between": [1, 1], "winner": 1},
        {"between": [1, 2], "winner": 3},
        {"between": [1], "winner": 1},
    ):
        assert (await api.call("PUT", path, body))[0] == 400


async def test_the_ledger_adds_up(
    site: Product, ana: Person, answered: tuple[str, str]
):
    lines = (await Api(site, ana).get("ledger"))["items"]
    assert [line["credits"] for line in lines] == [-1, 1000]
    assert lines[0]["balance_after"] == 999
    assert lines[1]["words"] == "Trial credits"


async def test_models_are_those_of_the_plan(site: Product, ana: Person):
    models = (await Api(site, ana).get("models"))["items"]
    assert models[0]["slot"] == "local"
    assert {"name", "slot", "provider", "credits", "data_policy", "ends_on"} <= set(
        models[0]
    )


async def test_a_token_is_shown_once_and_works(site: Product, ana: Person):
    status, made = await Api(site, ana).call("POST", "tokens", {"name": "phone"})
    assert status == 201
    other = Person(ana.id, ana.email, "", made["token"])
    assert (await Api(site, other).get("me"))["id"] == ana.id


async def test_staff_see_why_and_nothing_is_called(site: Product):
    boss = site.person("--staff")
    status, why = await Api(site, boss).call(
        "POST", "staff/explain", {"text": SIMPLE, "history": [], "plan": "trial"}
    )
    assert status == 200
    assert set(why) == {
        "signals",
        "task",
        "complexity",
        "score",
        "confidence",
        "crisis",
        "route",
        "why",
    }
    assert why["route"][0]["slot"] == "local"
    assert why["crisis"] == "none"


async def test_the_document_describes_the_api(site: Product, ana: Person):
    document = await Api(site, ana).get("openapi.json")
    assert "/api/v1/turns/{turn_id}/better" in document["paths"]


async def test_everything_can_be_taken_along_and_erased(
    site: Product, ana: Person, answered: tuple[str, str]
):
    api = Api(site, ana)
    taken = await api.get("export")
    assert taken["me"]["email"] == ana.email
    assert taken["conversations"][0]["turns"][0]["text"] == SIMPLE
    assert [line["credits"] for line in taken["ledger"]] == [1000, -1]
    assert "hc_" not in str(taken)
    assert (await api.call("DELETE", "me"))[0] == 204
    assert (await api.call("GET", "me"))[0] == 401
    site.manage("audit_ledger")


async def test_the_same_is_a_verdict_too(
    site: Product, ana: Person, answered: tuple[str, str]
):
    api, (_, turn) = Api(site, ana), answered
    async with tab(site, ana) as page:
        await page.says(type="better", id=str(uuid4()), turn=turn)
        await page.until("finished")
    path = f"turns/{turn}/preferred"
    _, shown = await api.call("PUT", path, {"between": [1, 2], "winner": None})
    assert shown["preferred"] is None
    assert shown["preferences"] == [{"between": [1, 2], "winner": None}]


async def test_staff_can_probe_a_model(site: Product, ana: Person):
    boss = site.person("--staff")
    names = {
        model["provider"]: model["id"]
        for model in (await Api(site, boss).get("models"))["items"]
    }
    path = f"staff/models/{names['vllm']}/probe"
    status, report = await Api(site, boss).call("POST", path)
    assert (status, report["ok"], report["error"]) == (200, True, None)
    assert (await Api(site, boss).call("POST", "staff/models/none/probe"))[0] == 404
    assert (await Api(site, ana).call("POST", path))[0] == 403


async def test_prometheus_reads_from_this_machine_only(site: Product, ana: Person):
    import aiohttp

    async with aiohttp.ClientSession() as session:
        async with session.get(f"{site.url}/metrics") as response:
            assert response.status == 200
            assert "coach_runs_total" in await response.text()
        forwarded = {"X-Forwarded-For": "127.0.0.1"}
        async with session.get(f"{site.url}/metrics", headers=forwarded) as response:
            assert response.status == 403


async def test_the_process_says_whether_it_is_ready(site: Product):
    import aiohttp

    async with aiohttp.ClientSession() as session:
        for path in ("healthz", "readyz"):
            async with session.get(f"{site.url}/{path}") as response:
                assert response.status == 200, await response.text()
