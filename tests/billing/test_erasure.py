"""The ledger outlives the person, who is no longer to be found in it: case 57."""

from uuid import UUID

from django.contrib.auth import get_user_model

from billing import ledger
from billing.entitlements import set_plan
from billing.models import CreditLot, Hold, LedgerEntry, PlanGrant, Wallet
from billing.trial import claim_trial
from tests.billing.conftest import NOW, hold, rows, spend


def test_deleting_an_account_keeps_the_ledger_without_the_person(ana: UUID):
    claim_trial(ana, "ana@example.com", NOW)
    set_plan(ana, "growthplus", "staff-1", "gift", NOW)
    spend(ana, 5)
    history = rows(LedgerEntry)
    get_user_model().objects.get(pk=ana).delete()
    assert rows(LedgerEntry) == history
    assert Wallet.objects.get().user is None
    assert not PlanGrant.objects.exists()
    assert ledger.audit() == []
    for table in (Wallet, CreditLot, Hold, LedgerEntry):
        said = str(rows(table))
        assert str(ana) not in said
        assert ana.hex not in said
        assert "ana@example.com" not in said


def test_an_answer_that_outlives_its_person_is_still_closed(ana: UUID):
    claim_trial(ana, "ana@example.com", NOW)
    hold(ana, 5)
    get_user_model().objects.get(pk=ana).delete()
    assert ledger.settle("answer", 5, NOW) == ledger.Settled(5, ledger.Balance(995, 0))
    assert ledger.audit() == []


def test_deleting_a_member_of_staff_leaves_their_adjustments(ana: UUID, ben: UUID):
    ledger.adjust(ana, key="f", credits=5, reason="sorry", actor=str(ben), now=NOW)
    get_user_model().objects.get(pk=ben).delete()
    assert set(LedgerEntry.objects.values_list("actor", flat=True)) == {str(ben)}


def test_a_deleted_wallet_is_known_by_a_name_of_its_own(ana: UUID):
    wallet = ledger.wallet_of(ana)
    assert str(wallet) == "ana@example.com"
    get_user_model().objects.get(pk=ana).delete()
    wallet.refresh_from_db()
    assert str(wallet) == f"deleted account {wallet.pk}"
