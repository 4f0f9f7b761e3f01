"""One trial to a person and to a mailbox: cases 1 to 4."""

from uuid import UUID

import pytest
from django.contrib.auth import get_user_model

from billing import ledger
from billing.models import CreditLot, LedgerEntry, TrialClaim
from billing.trial import THROWAWAY_LIST, claim_trial, fingerprint, is_throwaway, normal
from tests.billing.conftest import DAY, NOW, left, spend

pure = pytest.mark.pure


def test_the_first_claim_brings_a_thousand_credits_for_sixty_days(ana: UUID):
    assert claim_trial(ana, "ana@example.com", NOW) == 1_000
    lot = CreditLot.objects.get()
    assert (lot.kind, lot.granted, lot.expires_at) == ("trial", 1_000, NOW + 60 * DAY)
    assert left(ana) == (1_000, 0)
    assert left(ana, NOW + 60 * DAY) == (0, 0)


def test_verifying_again_says_the_same_and_brings_nothing(ana: UUID):
    for day in range(3):
        assert claim_trial(ana, "ana@example.com", NOW + day * DAY) == 1_000
    assert left(ana) == (1_000, 0)
    assert CreditLot.objects.get().expires_at == NOW + 60 * DAY


def test_a_second_claim_does_not_refill_what_was_spent(ana: UUID):
    claim_trial(ana, "ana@example.com", NOW)
    spend(ana, 999)
    claim_trial(ana, "ana@example.com", NOW)
    assert left(ana) == (1, 0)


SAME_MAILBOX = [
    pytest.param("ana@example.com", "Ana@Example.COM", id="upper case"),
    pytest.param("ana@example.com", " ana@example.com ", id="spaces around"),
    pytest.param("ana@example.com", "ana+2@example.com", id="a tag"),
    pytest.param("ana@example.com", "ana+a+b@example.com", id="two tags"),
    pytest.param("ana@example.com", "ana@example.com.", id="a dot at the end"),
    pytest.param("ana@gmail.com", "a.n.a@gmail.com", id="Gmail's dots"),
    pytest.param("ana@gmail.com", "a.na+x@googlemail.com", id="Gmail's other name"),
    pytest.param("ana@bücher.example", "ana@xn--bcher-kva.example", id="IDNA"),
    pytest.param("ana@example.com", "ana@\uff25xample.com", id="full-width letters"),
    pytest.param(
        "ana@example.com", "ana@example\u3002com", id="an ideographic full stop"
    ),
]


@pure
@pytest.mark.parametrize(("one", "other"), SAME_MAILBOX)
def test_spellings_of_one_mailbox_have_one_fingerprint(one: str, other: str):
    assert normal(one) == normal(other)
    assert fingerprint(one) == fingerprint(other)


@pure
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ana@example.com", "ben@example.com", id="another name"),
        pytest.param("ana@example.com", "ana@example.org", id="another domain"),
        pytest.param("a.na@example.com", "ana@example.com", id="dots elsewhere count"),
        pytest.param("+a@example.com", "+b@example.com", id="nothing but a tag"),
    ],
)
def test_different_mailboxes_have_different_fingerprints(one: str, other: str):
    assert fingerprint(one) != fingerprint(other)


@pure
@pytest.mark.parametrize(
    "strange", ["", "ana", "@", "ana@", "@example.com", "ana@..", f"a@{'x' * 80}.com"]
)
def test_a_strange_address_still_has_a_fingerprint(strange: str):
    assert len(fingerprint(strange)) == 64
    assert not is_throwaway(strange)


@pure
def test_a_fingerprint_does_not_show_the_address():
    assert "ana" not in fingerprint("ana@example.com")


@pytest.mark.parametrize(("one", "other"), SAME_MAILBOX)
def test_another_account_for_the_same_mailbox_gets_nothing(
    ana: UUID, ben: UUID, one: str, other: str
):
    assert claim_trial(ana, one, NOW) == 1_000
    assert claim_trial(ben, other, NOW) == 0
    assert left(ben) == (0, 0)


def test_another_address_of_the_same_person_gets_nothing_and_is_used_up(
    ana: UUID, ben: UUID
):
    claim_trial(ana, "ana@example.com", NOW)
    assert claim_trial(ana, "ana@work.example", NOW) == 0
    assert claim_trial(ben, "ana@work.example", NOW) == 0
    assert left(ana) == (1_000, 0)


def test_who_deletes_the_account_and_comes_back_gets_nothing(ana: UUID, make_person):
    claim_trial(ana, "ana@example.com", NOW)
    get_user_model().objects.get(pk=ana).delete()
    again = make_person("ana@example.com")
    assert claim_trial(again, "ana@example.com", NOW) == 0
    assert left(again) == (0, 0)
    assert TrialClaim.objects.get().user is None


@pure
@pytest.mark.parametrize(
    ("email", "throwaway"),
    [
        ("ana@mailinator.com", True),
        ("ana@MAILINATOR.com", True),
        ("ana@deep.sub.mailinator.com", True),
        ("ana+x@yopmail.com", True),
        ("ana@notmailinator.com", False),
        ("ana@gmail.com", False),
        ("ana@example.com", False),
    ],
)
def test_throwaway_mailboxes_are_known(email: str, throwaway: bool):
    assert is_throwaway(email) is throwaway


def test_a_throwaway_mailbox_gets_nothing_and_an_ordinary_one_still_does(ana: UUID):
    assert claim_trial(ana, "ana@mailinator.com", NOW) == 0
    assert not TrialClaim.objects.exists()
    assert claim_trial(ana, "ana@example.com", NOW) == 1_000


@pure
def test_the_throwaway_list_is_sorted_and_spelt_as_on_the_wire():
    lines = THROWAWAY_LIST.read_text(encoding="utf-8").splitlines()
    domains = [line for line in lines if not line.startswith("#")]
    assert domains == sorted(set(domains))
    assert all(normal(f"a@{domain}") == f"a@{domain}" for domain in domains)


def test_the_statement_does_not_carry_the_fingerprint(ana: UUID):
    claim_trial(ana, "ana@example.com", NOW)
    mark = fingerprint("ana@example.com")
    for entry in LedgerEntry.objects.all():
        assert mark not in f"{entry.key} {entry.ref_id} {entry.reason}"
    assert ledger.statement(ana).lines[0].ref_type == "trial"
