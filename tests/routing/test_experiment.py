"""Trials: the same person always sees the same policy; guardrails may be watched."""

import random
from collections import Counter
from statistics import fmean, pvariance

import pytest

from routing.core.experiment import Sample, assign, fraction, guardrail

pytestmark = pytest.mark.pure

PEOPLE = [f"person-{number}" for number in range(4_000)]


def test_a_fraction_depends_on_its_seed_alone():
    assert fraction("a", "b") == fraction("a", "b")
    assert fraction("a", "b") != fraction("ab", "") != fraction("", "ab")
    assert all(0 <= fraction(person) < 1 for person in PEOPLE)


def test_people_are_spread_by_the_shares():
    arms = Counter(assign(p, "tiers@2", [("new", 10)], "old") for p in PEOPLE)
    assert 330 < arms["new"] < 470


def test_a_person_keeps_the_arm_while_its_share_grows():
    early = {p for p in PEOPLE if assign(p, "tiers@2", [("new", 10)], "old") == "new"}
    later = {p for p in PEOPLE if assign(p, "tiers@2", [("new", 50)], "old") == "new"}
    assert early < later


def test_two_trials_do_not_choose_the_same_people():
    one = {p for p in PEOPLE if assign(p, "tiers@2", [("new", 50)], "old") == "new"}
    two = {p for p in PEOPLE if assign(p, "tiers@3", [("new", 50)], "old") == "new"}
    assert 0.4 < len(one & two) / len(one) < 0.6


def test_everybody_is_in_a_trial_of_a_hundred_percent():
    assert {assign(p, "t", [("new", 100)], "old") for p in PEOPLE} == {"new"}


def sample(values: list[float]) -> Sample:
    return Sample(len(values), fmean(values), pvariance(values))


def test_a_clear_loss_is_found_and_a_clear_gain_too():
    good, bad = [1.0, 1.0, 1.0, -1.0] * 300, [1.0, -1.0, -1.0, -1.0] * 300
    assert guardrail(sample(bad), sample(good)) == "worse"
    assert guardrail(sample(good), sample(bad)) == "better"


@pytest.mark.parametrize("n", [0, 1, 2, 20])
def test_a_few_rewards_decide_nothing(n: int):
    few = Sample(n, 1.0, 0.5)
    assert guardrail(few, Sample(n, -0.2, 0.5)) == "go on"


def test_looking_every_day_seldom_raises_a_false_alarm():
    """Two equal arms, looked at 60 times each: at most 5 % may ever be called."""
    chance = random.Random(7)
    alarms = 0
    for _ in range(200):
        trial: list[float] = []
        base: list[float] = []
        for _ in range(60):
            trial += [chance.choice((-1.0, 1.0)) for _ in range(20)]
            base += [chance.choice((-1.0, 1.0)) for _ in range(20)]
            if guardrail(sample(trial), sample(base)) != "go on":
                alarms += 1
                break
    assert alarms <= 10
