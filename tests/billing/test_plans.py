"""What is sold, and what the checks refuse to start with."""

import pytest

from billing import checks, errors, plans
from billing.plans import CATALOGUE, Item, faults, for_sale

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("sku", "credits", "price_cents", "monthly"),
    [
        ("growthplus", 3_000, 999, True),
        ("pack-1000", 1_000, 150, False),
        ("pack-5000", 5_000, 500, False),
        ("pack-20000", 20_000, 1_600, False),
    ],
)
def test_what_is_for_sale(sku: str, credits: int, price_cents: int, monthly: bool):
    item = for_sale(sku)
    assert (item.credits, item.price_cents, item.currency, item.monthly) == (
        credits,
        price_cents,
        "usd",
        monthly,
    )


def test_nothing_else_is_for_sale():
    assert len(CATALOGUE) == 4
    with pytest.raises(KeyError):
        for_sale("pack-1")


def test_the_trial_is_a_thousand_credits_for_sixty_days():
    assert (plans.TRIAL_CREDITS, plans.TRIAL_LIFETIME.days) == (1_000, 60)


def test_our_catalogue_has_no_faults():
    assert checks.catalogue_is_sound() == []


@pytest.mark.parametrize(
    ("items", "found"),
    [
        pytest.param([Item("a", 1, 0, 100)], 1, id="no credits"),
        pytest.param([Item("a", 1, -5, 100)], 1, id="credits below zero"),
        pytest.param([Item("a", 1, 10, 0)], 1, id="no price"),
        pytest.param([Item("a", 1, 10, -100)], 1, id="a price below zero"),
        pytest.param([Item("a", 1, 10, 100)] * 2, 1, id="one version twice"),
        pytest.param([Item("a", 1, 10, 100), Item("a", 2, 10, 90)], 0, id="versions"),
    ],
)
def test_a_catalogue_with_faults_is_refused(items: list[Item], found: int):
    assert len(faults(items)) == found


def test_every_error_has_a_code_the_protocol_knows():
    known = {"insufficient_credits", "account_frozen", "conflict", "not_found"}
    known |= {"bad_request"}
    kinds = errors.BillingError.__subclasses__()
    assert {kind.code for kind in kinds} == known


def test_the_drawn_tree_of_errors_names_them_all():
    for kind in errors.BillingError.__subclasses__():
        assert f"── {kind.__name__} " in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("database", "found"),
    [
        pytest.param(
            {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {}},
            ["billing.E002"],
            id="SQLite as Django has it",
        ),
        pytest.param(
            {
                "ENGINE": "django.db.backends.sqlite3",
                "OPTIONS": {"transaction_mode": "IMMEDIATE"},
            },
            [],
            id="SQLite that locks when a transaction begins",
        ),
        pytest.param({"ENGINE": "django.db.backends.postgresql"}, [], id="PostgreSQL"),
    ],
)
def test_a_database_that_locks_too_late_is_refused(database: dict, found: list[str]):
    assert [e.id for e in checks.late_locks({"default": database})] == found
