"""Where sign-up meets the product: one verified person gets one trial."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from billing import trial
from coaching.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Grants the trial at the moment the address is known to be the person's."""

    def save_user(
        self, request: HttpRequest, user: User, form: Any, commit: bool = True
    ) -> User:
        """Without a mailbox there is nothing to wait for: signing up verifies."""
        super().save_user(request, user, form, commit)
        if commit and settings.ACCOUNT_EMAIL_VERIFICATION == "none":
            verified(user)
        return user

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Grant the trial once the address is confirmed."""
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            verified(email_address.user)
        return confirmed


def verified(user: User) -> None:
    """Give a verified person their trial, if they never had one."""
    trial.claim_trial(user.pk, user.email, timezone.now())


def make_verified(email: str, password: str | None, *, staff: bool = False) -> User:
    """Make a person whose address needs no confirmation."""
    make = User.objects.create_superuser if staff else User.objects.create_user
    user = make(email, password)
    EmailAddress.objects.create(
        user=user, email=user.email, verified=True, primary=True
    )
    verified(user)
    return user
