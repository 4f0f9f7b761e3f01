"""Make a verified person, or change what is asked about an existing one."""

import json
import secrets
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from billing import entitlements, ledger
from coaching import accounts, tokens
from coaching.models import User

MOST_CREDITS = 1_000_000_000


class Command(BaseCommand):
    """`make_user EMAIL [--staff] [--plan PLAN] [--credits N] [--token]`."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("email")
        parser.add_argument("--staff", action="store_true")
        parser.add_argument("--plan", choices=["trial", "growthplus"])
        parser.add_argument("--credits", type=int, metavar="N")
        parser.add_argument("--token", action="store_true")
        parser.add_argument("--json", action="store_true")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is asked and print the person."""
        user, password = _person(options["email"], options["staff"])
        if options["plan"]:
            entitlements.set_plan(
                user.pk, options["plan"], actor="make_user", reason="made by command"
            )
        if options["credits"] is not None:
            _set_credits(user, options["credits"])
        token = tokens.create(user, "make_user")[1] if options["token"] else None
        made = {
            "id": str(user.pk),
            "email": user.email,
            "password": password,
            "token": token,
        }
        if options["json"]:
            self.stdout.write(json.dumps(made))
            return
        for name, value in made.items():
            if value is not None:
                self.stdout.write(f"{name}: {value}")


def _person(email: str, staff: bool) -> tuple[User, str | None]:
    email = email.lower()
    user = User.objects.filter(email=email).first()
    if user is None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email}: {error.messages[0]}") from None
        password = secrets.token_urlsafe(12)
        return accounts.make_verified(email, password, staff=staff), password
    if staff and not user.is_staff:
        user.is_staff = user.is_superuser = True
        user.save(update_fields=["is_staff", "is_superuser"])
    return user, None


def _set_credits(user: User, wanted: int) -> None:
    if not 0 <= wanted <= MOST_CREDITS:
        raise CommandError(f"--credits: from 0 to {MOST_CREDITS:,}")
    now = timezone.now()
    difference = wanted - ledger.balance(user.pk, now).available
    if difference:
        ledger.adjust(
            user.pk,
            key=f"make_user:{uuid4()}",
            credits=difference,
            reason=f"set to {wanted} by make_user",
            actor="make_user",
        )
