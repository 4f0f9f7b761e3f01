"""The itemised list a person sees."""

from uuid import UUID, uuid4

from billing import ledger
from tests.billing.conftest import DAY, NOW, give, hold, spend


def story(user_id: UUID) -> None:
    give(user_id, 100, "trial", expires_at=NOW + DAY)
    pack = give(user_id, 50)
    spend(user_id, 120, "run:1")  # from two lots, one line
    hold(user_id, 5, "run:2")
    ledger.release("run:2", NOW)  # moved nothing: no line
    ledger.adjust(user_id, key="f", credits=7, reason="sorry", actor="staff", now=NOW)
    ledger.claw_back(pack.pk, key="re_1", credits=30, now=NOW)
    ledger.claw_back(pack.pk, key="re_2", credits=30, now=NOW)  # nothing left: no line
    ledger.reinstate(pack.pk, key="re_1", credits=10, now=NOW)


EXPECTED = [
    ("reinstate", 10, 17, "pack"),
    ("claw_back", -30, 7, "pack"),
    ("adjust", 7, 37, "adjust"),
    ("spend", -120, 30, "hold"),
    ("grant", 50, 150, "pack"),
    ("grant", 100, 100, "trial"),
]


def lines(statement: ledger.Statement) -> list[tuple]:
    return [
        (line.kind, line.credits, line.balance_after, line.ref_type)
        for line in statement.lines
    ]


def test_every_movement_is_one_line_with_the_balance_after_it(ana: UUID, ben: UUID):
    give(ben, 9_999)
    story(ana)
    statement = ledger.statement(ana)
    assert lines(statement) == EXPECTED
    assert statement.next is None
    spent = statement.lines[3]
    assert spent.ref_id == "run:1"
    assert spent.created_at == NOW


def test_pages_join_into_the_whole(ana: UUID):
    story(ana)
    pages, after = [], None
    for _ in range(3):
        page = ledger.statement(ana, after_id=after, limit=2)
        pages += lines(page)
        after = page.next
    assert pages == EXPECTED
    assert after is None


def test_a_later_movement_does_not_shift_an_open_page(ana: UUID):
    story(ana)
    first = ledger.statement(ana, limit=2)
    give(ana, 1_000)
    assert lines(ledger.statement(ana, after_id=first.next)) == EXPECTED[2:]


def test_a_stranger_has_no_lines(db: None):
    assert ledger.statement(uuid4()) == ledger.Statement((), None)


def test_the_newest_balance_is_what_the_wallet_has(ana: UUID):
    story(ana)
    hold(ana, 3, "run:3")
    wallet = ledger.wallet_of(ana)
    assert (
        ledger.statement(ana).lines[0].balance_after == wallet.available + wallet.held
    )
    assert ledger.statement_of(wallet) == ledger.statement(ana)
