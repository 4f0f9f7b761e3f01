"""Forms of the pages."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TokenForm(forms.Form):
    """What to call a new access token."""

    name = forms.CharField(label=_("Name"), max_length=80)
