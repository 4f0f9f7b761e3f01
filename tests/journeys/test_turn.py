"""One turn over the real server and the real socket, from the message to the ledger."""

import asyncio
from uuid import uuid4

import pytest

from tests.fakes.openai_server import SIXTY_WORDS, FakeOpenAI
from tests.product import Api, Person, Product, answer_of, tab

SIMPLE = "How do I start journaling?"


async def test_an_answer_streams_in_and_costs_its_price(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.02)
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        heard = await page.until("finished")
    events = [event for event in heard if event.get("turn") == turn]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert [event["type"] for event in events[:2]] == ["started", "route"]
    assert events[0]["held"] == 1
    assert events[1]["slot"] == "local"
    assert {event["type"] for event in events[2:-1]} == {"delta"}
    finished = events[-1]
    assert answer_of(events) == SIXTY_WORDS
    assert finished["answer_chars"] == len(SIXTY_WORDS)
    assert finished["state"] == "answered"
    assert finished["credits"] == {"charged": 1, "available": 999, "held": 0}
    assert finished["error"] is None
    assert finished["usage"]["estimated"] is False
    assert finished["better"]["available"] is True
    shown = await Api(site, ana).get(f"turns/{turn}")
    assert shown["answer"] == SIXTY_WORDS
    assert shown["seq"] == finished["seq"]


async def test_at_most_ten_deltas_a_second_reach_a_reader(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.01, text=" ".join(["word"] * 200))
    async with tab(site, ana) as page:
        await page.ask(SIMPLE)
        loop = asyncio.get_running_loop()
        began = loop.time()
        heard = await page.until("finished")
        took_s = loop.time() - began
    deltas = [event for event in heard if event["type"] == "delta"]
    assert 5 < len(deltas) <= 10 * took_s + 1


async def test_a_better_response_is_a_second_answer_beside_the_first(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        first = await page.until("finished")
        offer = first[-1]["better"]
        await page.says(type="better", id=str(uuid4()), turn=turn)
        second = await page.until("finished")
    events = [event for event in second if event.get("turn") == turn]
    assert {event["run"] for event in events} == {2}
    assert events[0]["seq"] == first[-1]["seq"] + 1
    assert events[0]["held"] == offer["credits"]
    assert events[1]["slot"] == offer["slot"]
    assert events[-1]["credits"]["charged"] == offer["credits"]
    shown = await Api(site, ana).get(f"turns/{turn}")
    assert [run["run"] for run in shown["runs"]] == [1, 2]
    assert shown["runs"][0]["answer"] == SIXTY_WORDS
    assert shown["active_run"] == 2


async def test_the_top_of_the_ladder_is_said_plainly_and_costs_nothing(
    site: Product, ana: Person
):
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        finished = (await page.until("finished"))[-1]
        while finished["better"]["available"]:
            await page.says(type="better", id=str(uuid4()), turn=turn)
            finished = (await page.until("finished"))[-1]
        assert finished["better"]["upgrade"] is True
        command = str(uuid4())
        await page.says(type="better", id=command, turn=turn)
        refused = (await page.until("error"))[-1]
    assert (refused["code"], refused["id"]) == ("ladder_top", command)
    me = await Api(site, ana).get("me")
    assert me["credits"]["held"] == 0
    assert me["credits"]["available"] == finished["credits"]["available"]


async def test_a_failed_better_leaves_the_first_answer_and_costs_nothing(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        before = (await page.until("finished"))[-1]["credits"]["available"]
        for call in list(upstream.calls):
            upstream.script(call.model, status=503)
        for name in ("small", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "gpt-4o"):
            upstream.script(name, status=400, body={"error": {"message": "no"}})
        await page.says(type="better", id=str(uuid4()), turn=turn)
        finished = (await page.until("finished"))[-1]
    assert finished["state"] == "failed"
    assert finished["credits"] == {"charged": 0, "available": before, "held": 0}
    assert finished["error"]["message"]
    shown = await Api(site, ana).get(f"turns/{turn}")
    assert shown["active_run"] == 1
    assert shown["state"] == "answered"


async def test_the_same_ask_twice_is_one_turn_and_one_charge(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.01)
    frame = {
        "type": "ask",
        "id": str(uuid4()),
        "conversation": str(uuid4()),
        "text": SIMPLE,
    }
    async with tab(site, ana) as one, tab(site, ana) as two:
        await asyncio.gather(one.says(**frame), two.says(**frame), one.says(**frame))
        heard = await asyncio.gather(one.until("finished"), two.until("finished"))
        await one.says(**frame)  # long after
        again = await one.until("finished")
    for events in (*heard, again):
        assert answer_of(events) == SIXTY_WORDS
        assert events[-1]["credits"]["available"] == 999
    assert len(upstream.of("small")) == 1
    ledger = await Api(site, ana).get("ledger")
    assert sum(1 for line in ledger["items"] if line["credits"] == -1) == 1


async def test_the_same_id_with_another_text_is_a_conflict(site: Product, ana: Person):
    conversation = str(uuid4())
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE, conversation)
        await page.until("finished")
        await page.says(
            type="ask", id=turn, conversation=conversation, text="Something else"
        )
        refused = (await page.until("error"))[-1]
    assert refused["code"] == "conflict"


async def test_stop_before_the_first_word_is_free_and_closes_the_upstream(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", first_s=30)
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        await page.until("route")
        await page.says(type="stop", turn=turn, run=1)
        finished = (await page.until("finished", 3))[-1]
    assert finished["state"] == "stopped"
    assert finished["credits"] == {"charged": 0, "available": 1000, "held": 0}
    assert await asyncio.to_thread(_hung_up, upstream, "small") is True


async def test_stop_after_the_first_word_costs_the_price_and_keeps_the_text(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.3)
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        await page.until("delta")
        await page.says(type="stop", turn=turn)
        await page.until("finished", 3)
        events = list(page.heard)
        after = [event["type"] for event in await page.silence(0.5)]
    assert set(after) <= {"balance"}
    finished = events[-1]
    assert finished["state"] == "stopped"
    assert finished["credits"]["charged"] == 1
    shown = await Api(site, ana).get(f"turns/{turn}")
    assert shown["answer"] == answer_of(events)
    assert len(shown["answer"]) == finished["answer_chars"] > 0
    assert SIXTY_WORDS.startswith(shown["answer"])


async def test_stop_from_another_tab_and_node(
    nodes: list[Product], ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.3)
    async with tab(nodes[0], ana) as one, tab(nodes[-1], ana) as two:
        turn = await one.ask(SIMPLE)
        await one.until("delta")
        await two.says(type="stop", turn=turn)
        finished = (await one.until("finished", 3))[-1]
    assert finished["state"] == "stopped"


async def test_closing_the_tab_does_not_stop_the_answer(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.02)
    async with tab(site, ana) as page:
        turn = await page.ask(SIMPLE)
        await page.until("delta")
    api = Api(site, ana)
    async with asyncio.timeout(15):
        while (shown := await api.get(f"turns/{turn}"))["state"] == "streaming":
            await asyncio.sleep(0.1)
    assert shown["state"] == "answered"
    assert shown["answer"] == SIXTY_WORDS


@pytest.mark.parametrize("cut", range(4))
async def test_a_reader_who_comes_back_misses_and_repeats_nothing(
    cut: int, nodes: list[Product], ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.03)
    async with tab(nodes[0], ana) as page:
        turn = await page.ask(SIMPLE)
        for _ in range(2 + cut * 3):
            await page.hears()
        seen = [event for event in page.heard if event.get("turn") == turn]
    async with tab(nodes[-1], ana) as page:
        await page.says(type="resume", turn=turn, after=seen[-1]["seq"])
        await page.until("finished")
        rest = [
            event
            for event in page.heard
            if event.get("turn") == turn and "run" in event
        ]
    events = seen + rest
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert answer_of(events) == SIXTY_WORDS


async def test_a_second_tab_that_watches_sees_the_same(
    nodes: list[Product], ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.02)
    conversation = str(uuid4())
    async with tab(nodes[0], ana) as one, tab(nodes[-1], ana) as two:
        await one.ask(SIMPLE, conversation)
        await one.until("finished")
        await two.says(type="watch", conversation=conversation)
        synced = (await two.until("synced"))[-1]
        assert synced["conversation"] == conversation
        turn = await one.ask("And then?", conversation)
        heard = await two.until("finished")
    kinds = [event["type"] for event in heard if event.get("turn") == turn]
    assert kinds[:3] == ["turn", "started", "route"]
    assert answer_of([e for e in heard if e.get("turn") == turn]) == SIXTY_WORDS


async def test_the_events_come_over_http_too(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    import aiohttp

    upstream.script("small", every_s=0.02)
    api = Api(site, ana)
    conversation, turn = str(uuid4()), str(uuid4())
    status, opened = await api.call(
        "POST", f"conversations/{conversation}/turns", {"id": turn, "text": SIMPLE}
    )
    assert (status, opened["state"]) == (202, "streaming")
    headers = {"Authorization": f"Bearer {ana.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.get(f"{site.url}/api/v1/turns/{turn}/events?after=0") as response,
    ):
        assert response.headers["Content-Type"].startswith("text/event-stream")
        lines = (await response.text()).splitlines()
    ids = [int(line[4:]) for line in lines if line.startswith("id: ")]
    assert ids == list(range(1, len(ids) + 1))
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.get(
            f"{site.url}/api/v1/turns/{turn}/events",
            headers={"Last-Event-ID": str(ids[-1])},
        ) as response,
    ):
        assert response.status == 204


async def test_a_dead_model_is_replaced_before_the_first_word_at_the_promised_price(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", connect="reset")
    async with tab(site, ana) as page:
        await page.ask(SIMPLE)
        events = await page.until("finished")
    routes = [event for event in events if event["type"] == "route"]
    assert len(routes) >= 2
    assert routes[-1]["provider"] != "vllm"
    assert events[-1]["state"] == "answered"
    assert events[-1]["credits"]["charged"] == 1


async def test_a_cut_after_text_was_shown_restarts_visibly(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.02, cut_after=30)
    async with tab(site, ana) as page:
        await page.ask(SIMPLE)
        events = await page.until("finished")
    assert [event["type"] for event in events].count("restart") == 1
    assert answer_of(events) == SIXTY_WORDS
    assert events[-1]["answer_chars"] == len(SIXTY_WORDS)
    assert events[-1]["credits"]["charged"] == 1


async def test_a_crisis_is_answered_by_people_who_care_not_by_a_model(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    async with tab(site, ana) as page:
        turn = await page.ask("I want to kill myself tonight")
        events = await page.until("finished")
        await page.says(type="better", id=str(uuid4()), turn=turn)
        refused = (await page.until("error"))[-1]
    first = next(event for event in events if event.get("turn") == turn)
    assert (first["type"], first["held"]) == ("started", 0)
    assert "route" not in {event["type"] for event in events}
    finished = events[-1]
    assert finished["state"] == "safety"
    assert finished["credits"] == {"charged": 0, "available": 1000, "held": 0}
    assert finished["usage"] is None
    assert finished["better"] == {"available": False, "upgrade": False}
    assert len(answer_of(events)) == finished["answer_chars"] > 100
    assert refused["code"] == "conflict"
    assert upstream.calls == []


async def test_without_credits_nothing_is_asked_and_nothing_is_left_behind(
    site: Product, upstream: FakeOpenAI
):
    poor = site.person("--credits", "0")
    async with tab(site, poor) as page:
        turn = await page.ask(SIMPLE)
        refused = (await page.until("error"))[-1]
    assert (refused["code"], refused["id"]) == ("insufficient_credits", turn)
    assert "credits" in refused["message"]
    assert upstream.calls == []
    api = Api(site, poor)
    assert (await api.call("GET", f"turns/{turn}"))[0] == 404
    assert (await api.get("conversations"))["items"] == []
    # The refused id is free again.
    site.manage("make_user", poor.email, "--credits", "5")
    async with tab(site, poor) as page:
        await page.says(type="ask", id=turn, conversation=str(uuid4()), text=SIMPLE)
        assert (await page.until("finished"))[-1]["state"] == "answered"


async def test_a_model_that_answers_nothing_is_a_failure_that_costs_nothing(
    site: Product, ana: Person, upstream: FakeOpenAI
):
    async with tab(site, ana) as page:
        await page.ask(SIMPLE)
        await page.until("finished")
        for name in {call.model for call in upstream.calls} | EVERY_MODEL:
            upstream.script(name, pieces=[])
        await page.ask(SIMPLE)
        finished = (await page.until("finished"))[-1]
    assert finished["state"] == "failed"
    assert finished["credits"] == {"charged": 0, "available": 999, "held": 0}


EVERY_MODEL = {"small", "openai/gpt-oss-20b", "openai/gpt-oss-120b", "gpt-4o"}


def _hung_up(upstream: FakeOpenAI, model: str) -> bool:
    import time

    for _ in range(20):
        if any(call.hung_up_at for call in upstream.of(model)):
            return True
        time.sleep(0.05)
    return False
