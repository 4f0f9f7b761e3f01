"""Tapes: whatever a reader has seen, what follows is exact or known to be lost."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

import pytest
import redis.asyncio as redis
from hypothesis import given
from hypothesis import strategies as st

from coaching.log import TAPE_BYTES, Event, Log, RedisLog, Tape
from tests import needs


def events(first: int, last: int) -> list[Event]:
    return [Event(seq, f'{{"seq":{seq}}}') for seq in range(first, last + 1)]


@pytest.mark.pure
@given(st.integers(0, 30), st.integers(0, 40))
def test_what_follows_a_place_is_everything_after_it(count: int, place: int):
    tape = Tape()
    for event in events(1, count):
        tape.add(event)
    following = tape.after(place)
    if count == 0:
        assert following is None
    else:
        assert following == events(place + 1, count)


@pytest.mark.pure
@given(st.lists(st.integers(1, 12)))
def test_a_tape_never_holds_a_gap_or_a_repetition(seqs: list[int]):
    tape = Tape()
    for seq in seqs:
        tape.add(Event(seq, "x"))
    held = [event.seq for event in tape.events]
    assert held == list(range(held[0], held[0] + len(held))) if held else True
    assert tape.last == max(seqs, default=0)


@pytest.mark.pure
def test_a_tape_forgets_its_beginning_when_it_is_full():
    tape = Tape()
    for seq in range(1, 13):
        tape.add(Event(seq, "x" * (TAPE_BYTES // 10)))
    assert tape.after(0) is None
    assert [event.seq for event in tape.after(9) or []] == [10, 11, 12]


@pytest.mark.pure
async def test_a_listener_is_woken_by_new_events_and_not_by_known_ones():
    log, turn, woken = Log(), uuid4(), []
    await log.follow(turn, woken.append)
    log.append(turn, Event(1, "a"))
    log.append(turn, Event(1, "a"))
    assert woken == [turn]
    log.unfollow(turn, woken.append)
    log.append(turn, Event(2, "b"))
    assert woken == [turn]


@asynccontextmanager
async def redis_log(node: str) -> AsyncIterator[RedisLog]:
    log = RedisLog(os.environ.get("REDIS_URL") or needs.REDIS_URL, node)
    await log.start()
    try:
        yield log
    finally:
        await log.stop()


async def until(log: Log, turn: UUID, seq: int) -> None:
    async with asyncio.timeout(5):
        while log.last(turn) < seq:
            await asyncio.sleep(0.01)


@pytest.mark.pure
@pytest.mark.redis
async def test_another_node_reads_what_was_and_what_comes():
    turn = uuid4()
    async with redis_log(uuid4().hex) as here, redis_log(uuid4().hex) as there:
        here.own(turn)
        for event in events(1, 5):
            here.append(turn, event)
        await asyncio.sleep(0.1)
        woken: list[UUID] = []
        await there.follow(turn, woken.append)
        assert there.after(turn, 0) == events(1, 5)
        for event in events(6, 20):
            here.append(turn, event)
        await until(there, turn, 20)
        assert there.after(turn, 3) == events(4, 20)
        assert woken


@pytest.mark.pure
@pytest.mark.redis
async def test_a_reader_goes_on_when_the_next_run_is_on_another_node():
    turn = uuid4()
    async with redis_log(uuid4().hex) as one, redis_log(uuid4().hex) as two:
        one.own(turn)
        await one.follow(turn, lambda turn: None)
        for event in events(1, 3):
            one.append(turn, event)
        one.disown(turn)
        await asyncio.sleep(0.1)
        two.own(turn)
        for event in events(4, 6):
            two.append(turn, event)
        await until(one, turn, 6)
        assert one.after(turn, 0) == events(1, 6)


@pytest.mark.pure
@pytest.mark.redis
async def test_streams_are_bounded_in_time():
    turn = uuid4()
    async with redis_log(uuid4().hex) as log:
        log.append(turn, Event(1, "a"))
        await asyncio.sleep(0.1)
        client = redis.Redis.from_url(os.environ.get("REDIS_URL") or needs.REDIS_URL)
        assert 0 < await client.ttl(f"coach:log:{turn}") <= 3_600
        await client.aclose()


@pytest.mark.pure
async def test_without_redis_the_own_readers_notice_nothing():
    turn = uuid4()
    log = RedisLog("redis://127.0.0.1:1/0", "alone")
    await log.start()
    try:
        log.own(turn)
        await log.follow(turn, lambda turn: None)
        for event in events(1, 3):
            log.append(turn, event)
        assert log.after(turn, 0) == events(1, 3)
        assert not await log.healthy()
    finally:
        await log.stop()
