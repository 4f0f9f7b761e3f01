"""A web process dies in the middle of answers: text kept, credits back, Retry works."""

import asyncio
import signal
from pathlib import Path
from uuid import uuid4

import aiohttp

from tests.fakes.openai_server import FakeOpenAI
from tests.product import Api, Product, answer_of, product, tab

SIMPLE = "How do I start journaling?"


def variables(services: dict[str, str], upstream: FakeOpenAI) -> dict[str, str]:
    return {**services, "VLLM_BASE_URLS": upstream.url, "VLLM_MODEL": "small"}


async def test_kill_in_the_middle_leaves_text_and_gives_the_credit_back(
    tmp_path: Path, services: dict[str, str], upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.2)
    with product(tmp_path, **variables(services, upstream)) as site:
        ana = site.person()
        async with tab(site, ana) as page:
            turn = await page.ask(SIMPLE)
            for _ in range(20):  # more than two seconds: past a checkpoint
                event = await page.hears()
            seen = event["seq"]
            shown = answer_of(page.heard)
        site.stop(signal.SIGKILL)

        again = Product(tmp_path, **variables(services, upstream))
        again.start()
        try:
            api = Api(again, ana)
            async with asyncio.timeout(60):
                while (found := await api.get(f"turns/{turn}"))["state"] == "streaming":
                    await asyncio.sleep(0.5)
            assert found["state"] == "interrupted"
            assert found["answer"]
            assert shown.startswith(found["answer"])
            assert (await api.get("me"))["credits"] == {"available": 1000, "held": 0}

            async with tab(again, ana) as page:
                await page.says(type="resume", turn=turn, after=seen)
                events = await page.until("synced")
                assert [event["type"] for event in events[:2]] == [
                    "snapshot",
                    "finished",
                ]
                assert events[0]["seq"] > seen
                assert events[0]["text"] == found["answer"]
                assert events[1]["error"]["code"] == "interrupted"
                upstream.forget()
                await page.says(type="again", id=str(uuid4()), turn=turn)
                finished = (await page.until("finished"))[-1]
            assert (finished["run"], finished["state"]) == (2, "answered")
            assert finished["credits"]["charged"] == 1
            again.manage("audit_ledger")
        finally:
            again.stop()


async def test_sigterm_lets_an_answer_finish(
    tmp_path: Path, services: dict[str, str], upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.03)
    with product(tmp_path, **variables(services, upstream), DRAIN_S="10") as site:
        ana = site.person()
        async with tab(site, ana) as page:
            turn = await page.ask(SIMPLE)
            await page.until("delta")
            assert site.process is not None
            site.process.send_signal(signal.SIGTERM)
            finished = (await page.until("finished"))[-1]
        assert finished["state"] == "answered"
        assert await asyncio.to_thread(site.process.wait, 15) == 0
        assert turn


async def test_while_it_drains_a_process_takes_nothing_new_and_says_so(
    tmp_path: Path, services: dict[str, str], upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.05)
    with product(tmp_path, **variables(services, upstream), DRAIN_S="10") as site:
        ana, bo = site.person(), site.person()
        async with tab(site, ana) as page, tab(site, bo) as other:
            await page.ask(SIMPLE)
            await page.until("delta")
            assert site.process is not None
            site.process.send_signal(signal.SIGTERM)
            await asyncio.sleep(0.3)
            await other.ask(SIMPLE)
            assert (await other.until("error"))[-1]["code"] == "no_model_available"
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"{site.url}/readyz") as response,
            ):
                assert response.status == 503
            assert (await page.until("finished"))[-1]["state"] == "answered"
        assert await asyncio.to_thread(site.process.wait, 15) == 0


async def test_sigterm_interrupts_what_does_not_finish_in_time(
    tmp_path: Path, services: dict[str, str], upstream: FakeOpenAI
):
    upstream.script("small", every_s=0.5)
    with product(tmp_path, **variables(services, upstream), DRAIN_S="0") as site:
        ana = site.person()
        async with tab(site, ana) as page:
            await page.ask(SIMPLE)
            await page.until("delta")
            assert site.process is not None
            site.process.send_signal(signal.SIGTERM)
            finished = (await page.until("finished"))[-1]
        assert finished["state"] == "interrupted"
        assert finished["credits"]["charged"] == 0
        assert await asyncio.to_thread(site.process.wait, 15) == 0
