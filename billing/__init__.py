"""Credits and money: wallets, lots, holds, ledger, plans."""
