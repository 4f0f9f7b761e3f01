"""The complexity of a request: the table of the plan, and laws."""

from dataclasses import replace
from itertools import product

import pytest

from routing.core.complexity import SEED_WEIGHTS, score
from routing.core.policy import SIGNALS
from routing.core.signals import Signals

NOTHING = Signals(
    multi_turn=False,
    requires_analysis=False,
    requires_creativity=False,
    personal_data=False,
    long=False,
    simple=False,
    has_examples=False,
    faq=False,
    task="other",
)


@pytest.mark.parametrize(
    ("shown", "total"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param(["multi_turn"], 3, id="context needed"),
        pytest.param(["requires_analysis"], 2, id="deep thinking"),
        pytest.param(["requires_creativity"], 2, id="a novel answer"),
        pytest.param(["personal_data"], 1, id="sensitivity"),
        pytest.param(["long"], 1, id="a longer context"),
        pytest.param(["multi_turn", "simple"], 1, id="a basic question is easier"),
        pytest.param(["multi_turn", "has_examples"], 2, id="examples make it clearer"),
        pytest.param(["multi_turn", "faq"], 1, id="a known answer is easier"),
        pytest.param(["simple", "faq"], 0, id="never below 0"),
        pytest.param(
            ["multi_turn", "requires_analysis", "requires_creativity", "long"],
            8,
            id="points add up",
        ),
    ],
)
def test_the_points_of_the_plan(shown: list[str], total: int):
    assert score(replace(NOTHING, **dict.fromkeys(shown, True))).total == total


def test_the_total_is_the_clamped_sum_of_its_parts():
    for bits in product([False, True], repeat=len(SIGNALS)):
        shown = dict(zip(SIGNALS, bits, strict=True))
        result = score(replace(NOTHING, **shown))
        assert [name for name, _ in result.parts] == [n for n in SIGNALS if shown[n]]
        points = sum(points for _, points in result.parts)
        assert result.total == min(max(points, 0), 10)


def test_other_weights_give_other_points():
    shown = replace(NOTHING, simple=True, long=True)
    assert score(shown, {**SEED_WEIGHTS, "simple": 4, "long": 10}).total == 10
    assert score(shown, {}).parts == (("long", 0), ("simple", 0))
