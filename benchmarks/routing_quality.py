"""How well messages are sorted by whether they need the strong model.

    python benchmarks/routing_quality.py --data outcomes.csv --prompt prompt
        --weak NAME --strong NAME --seeds 5 --labels 0,100,300,1500 --json

The protocol is RouteLLM's (arXiv:2406.18665): eleven thresholds at quantiles of the
score, the area under quality over the share of strong calls (APGR: 0.5 is random,
higher is better), and the share of strong calls that recovers 50 and 80 % of the gap
(CPT50, CPT80, in %: lower is better). Halves are drawn by seed; labels come from the
first half, measured is the second. Length and chance stand beside, on the same halves.

Needs numpy (`pip install numpy`); the product does not.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

try:
    import numpy as np
except ModuleNotFoundError:
    sys.exit("routing_quality needs numpy: pip install numpy")

from routing.core import complexity, confidence, signals  # noqa: E402
from routing.core.gain import NEUTRAL, GainModel, shape, terms  # noqa: E402

Array = Any
TIES = 20
BINS = 10
RIDGE = 30.0
LEAST_TEXTS = 3
STRENGTHS = (0.0, 0.5, 1.0, 2.0, 4.0)
FOLDS = 5
STANDARD_ERRORS = 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """A prompt, what we see in it, and how good either answer was."""

    text: str
    signals: signals.Signals
    weak: float
    strong: float


def main() -> None:
    """Print one table, or with --json one object."""
    options = _options()
    items = [*_items(options)]
    rows: dict[str, list[dict[str, float]]] = {}
    for seed in range(options.seeds):
        order = np.random.default_rng(seed).permutation(len(items))
        middle = len(items) // 2
        known = [items[i] for i in order[:middle]]
        unseen = [items[i] for i in order[middle:]]
        for name, scorer in _routers(known, options.labels, seed):
            rows.setdefault(name, []).append(_measure(scorer, unseen))
    told = {name: _summary(runs) for name, runs in rows.items()}
    if options.json:
        about = {"prompts": len(items), "seeds": options.seeds, "routers": told}
        print(json.dumps(about, indent=2))
        return
    print(f"{'router':16}{'APGR':>16}{'CPT50':>14}{'CPT80':>14}")
    for name, figures in told.items():
        cells = (
            f"{figures[key]['mean']:.3f} ± {figures[key]['sd']:.3f}" for key in KEYS
        )
        print(f"{name:16}" + "".join(f"{cell:>15}" for cell in cells))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="CSV of outcomes")
    parser.add_argument("--prompt", default="prompt", help="its column of prompts")
    parser.add_argument(
        "--weak", required=True, help="column: the weak answer's quality"
    )
    parser.add_argument("--strong", required=True, help="column: the strong one's")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--labels", type=_counts, default=[0], help="as in 0,100,300")
    parser.add_argument("--drop", type=_counts, default=[], help="rows to leave out")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _counts(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part.strip()]


def _items(options: argparse.Namespace) -> Iterator[Item]:
    csv.field_size_limit(10**9)
    dropped = set(options.drop)
    with options.data.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if number not in dropped:
                text = row[options.prompt]
                outcomes = _quality(row[options.weak]), _quality(row[options.strong])
                yield Item(text, signals.read(text, ()), *outcomes)


def _quality(cell: str) -> float:
    said = {"true": 1.0, "false": 0.0}
    return said[cell.lower()] if cell.lower() in said else float(cell)


# --- routers: a higher score asks for the strong model -----------------------

Scorer = Callable[[Item], float]


def _routers(
    known: Sequence[Item], labels: Sequence[int], seed: int
) -> Iterator[tuple[str, Scorer]]:
    chance = np.random.default_rng(1_000 + seed)
    yield "chance", lambda _: float(chance.random())
    yield "length", lambda item: float(len(item.text))
    for count in labels:
        model = learn(known[:count]) if count else NEUTRAL
        yield f"{min(count, len(known))} labels", _scorer(model)


def _scorer(model: GainModel) -> Scorer:
    def score(item: Item) -> float:
        points = complexity.score(item.signals)
        gain = model.score(item.text, item.signals)
        return 1 - confidence.prior(item.signals, points, len(item.text), gain)

    return score


def learn(items: Sequence[Item]) -> GainModel:
    """Return a model of the gain, as strong as folds of its own labels bear out.

    Where nothing learned beats the prior by a standard error, it is neutral: learning
    never makes the order worse than no labels would.
    """
    gains = np.array([item.strong - item.weak for item in items])
    folds = np.arange(len(items)) % FOLDS
    said = np.zeros(len(items))
    for fold in range(FOLDS):
        train = [items[i] for i in np.flatnonzero(folds != fold)]
        model = _ridge(train)
        for i in np.flatnonzero(folds == fold):
            said[i] = model.score(items[i].text, items[i].signals)
    prior = np.array([_log_odds(item) for item in items])
    strength = _best_strength(prior, said, gains)
    return _scaled(_ridge(items), strength)


def _log_odds(item: Item) -> float:
    p = _scorer(NEUTRAL)(item)
    return float(np.log(p / (1 - p)))


def _best_strength(prior: Array, said: Array, gains: Array) -> float:
    """Return how much of `said` to add to `prior`: 0 unless it clearly helps."""
    spread = prior.std() / (said.std() or 1.0)
    merits = [_merit(prior + s * spread * said, gains) for s in STRENGTHS]
    best = int(np.argmax(merits))
    error = STANDARD_ERRORS / np.sqrt(len(gains))
    return STRENGTHS[best] * spread if merits[best] - merits[0] > error else 0.0


def _merit(score: Array, gains: Array) -> float:
    """Return the correlation of the score's rank with the gain: APGR up to a factor."""
    ranks = np.argsort(np.argsort(score))
    return float(np.corrcoef(ranks, gains)[0, 1])


def _ridge(items: Sequence[Item]) -> GainModel:
    """Return ridge regression of the gain on terms and shape, as plain weights."""
    texts = Counter(term for item in items for term in terms(item.text))
    vocabulary = sorted(term for term, n in texts.items() if n >= LEAST_TEXTS)
    column = {term: place for place, term in enumerate(vocabulary)}
    numbers = [shape(item.text, item.signals) for item in items]
    names = [*numbers[0]]
    worded = np.zeros((len(items), len(vocabulary)))
    for row, item in enumerate(items):
        said = terms(item.text)
        for term in said & column.keys():
            worded[row, column[term]] = 1 / np.sqrt(len(said))
    shaped = np.array([[number[name] for name in names] for number in numbers])
    scale = shaped.std(axis=0)
    scale[scale == 0] = np.inf
    x = np.hstack([worded * np.sqrt(len(names)), shaped / scale])
    y = np.array([item.strong - item.weak for item in items])
    centre, level = x.mean(axis=0), y.mean()
    kernel = (x - centre) @ (x - centre).T
    dual = np.linalg.solve(kernel + RIDGE * np.eye(len(items)), y - level)
    w = (x - centre).T @ dual
    words = w[: len(vocabulary)] * np.sqrt(len(names))
    return GainModel(
        words=dict(zip(vocabulary, words.tolist(), strict=True)),
        shape=dict(zip(names, (w[len(vocabulary) :] / scale).tolist(), strict=True)),
    )


def _scaled(model: GainModel, strength: float) -> GainModel:
    if strength == 0:
        return NEUTRAL
    return GainModel(
        words={term: strength * weight for term, weight in model.words.items()},
        shape={name: strength * weight for name, weight in model.shape.items()},
    )


# --- the protocol ------------------------------------------------------------

KEYS = ("apgr", "cpt50", "cpt80")


def _measure(scorer: Scorer, items: Sequence[Item]) -> dict[str, float]:
    """Return the three figures, the mean over draws that break ties."""
    scores = np.array([scorer(item) for item in items])
    weak = np.array([item.weak for item in items])
    strong = np.array([item.strong for item in items])
    draws = [
        figures(_without_ties(scores, np.random.default_rng(draw)), weak, strong)
        for draw in range(TIES)
    ]
    return {key: float(np.mean([draw[key] for draw in draws])) for key in KEYS}


def _without_ties(scores: Array, chance: Any) -> Array:
    """Break ties by chance, never swapping two different scores."""
    order = np.lexsort((chance.random(len(scores)), scores))
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(len(scores))
    return ranks


def figures(scores: Array, weak: Array, strong: Array) -> dict[str, float]:
    """Return APGR, CPT50 and CPT80 of distinct scores."""
    edges = np.quantile(scores, np.linspace(0, 1, BINS + 1))
    sent = [scores >= edge for edge in edges[:-1]] + [scores > edges[-1]]
    share = np.array([chosen.mean() for chosen in sent])[::-1]
    quality = np.array([np.where(chosen, strong, weak).mean() for chosen in sent])[::-1]
    low, gap, width = weak.mean(), strong.mean() - weak.mean(), np.ptp(share)
    steps = np.diff(share) * (quality[1:] + quality[:-1]) / 2
    return {
        "apgr": float((steps.sum() - low * width) / (gap * width)),
        "cpt50": _call_share(share, quality, low + 0.5 * gap),
        "cpt80": _call_share(share, quality, low + 0.8 * gap),
    }


def _call_share(share: Array, quality: Array, wanted: float) -> float:
    """Return the smallest share of strong calls, in %, that reaches `wanted`."""
    for i in range(1, len(share)):
        if quality[i] >= wanted > quality[i - 1]:
            part = (wanted - quality[i - 1]) / (quality[i] - quality[i - 1])
            return float(100 * (share[i - 1] + part * (share[i] - share[i - 1])))
    return float(100 * share[0])


def _summary(runs: Sequence[dict[str, float]]) -> dict[str, dict[str, float]]:
    return {
        key: {
            "mean": float(np.mean([run[key] for run in runs])),
            "sd": float(np.std([run[key] for run in runs])),
        }
        for key in KEYS
    }


if __name__ == "__main__":
    main()
