"""What staff may type: every fault is told beside its field."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from routing import rollout, shipped
from routing.core import catalogue
from routing.core.errors import PolicyError
from routing.models import Model, Policy, Price
from routing.providers import quirks

MICRO = 1_000_000


class UsdField(forms.DecimalField):
    """Dollars per million tokens on the page, integer micro-dollars in the row."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            min_value=Decimal(0),
            max_digits=15,
            decimal_places=6,
            help_text="$ per million tokens",
            error_messages={"min_value": "A price cannot be negative."},
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        """Show a row's micro-dollars as dollars."""
        return Decimal(value) / MICRO if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Return micro-dollars."""
        usd = super().clean(value)
        if usd is None:
            return None
        if usd * MICRO >= catalogue.PRICE_LIMIT_MICROUSD:
            raise ValidationError(
                "Must be less than $1,000 per million tokens. Was it typed per token?"
            )
        return int(usd * MICRO)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what was shown with what came back."""
        return super().has_changed(self.prepare_value(initial), data)


class PriceForm(forms.ModelForm[Price]):
    """One price of a model."""

    input_microusd = UsdField(label="input")
    output_microusd = UsdField(label="output")
    cached_microusd = UsdField(label="cached input", required=False)

    class Meta:
        model = Price
        fields = [
            "since",
            "up_to_tokens",
            "input_microusd",
            "output_microusd",
            "cached_microusd",
        ]


class PriceFormSet(BaseInlineFormSet[Price, Model, forms.ModelForm[Price]]):
    """All prices of a model together."""

    def clean(self) -> None:
        """Refuse prices that leave a day or a size without one."""
        super().clean()
        if any(self.errors):
            return
        kept = [
            form.instance.value()
            for form in self.forms
            if form.has_changed() or form.instance.pk
            if not self._should_delete_form(form)  # type: ignore[attr-defined]
        ]
        if fault := catalogue.price_fault(tuple(kept)):
            raise ValidationError(fault[0].upper() + fault[1:] + ".")


class CatalogueForm(forms.ModelForm[Model]):
    """One row of the catalogue."""

    class Meta:
        model = Model
        exclude = ["edited"]  # noqa: DJ006 (staff may edit everything else)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slots = [(slot, slot) for slot in shipped.slots()]
        self.fields["slot"] = forms.ChoiceField(choices=slots)
        self.fields["also"] = forms.MultipleChoiceField(
            choices=slots, required=False, help_text="further slots, at usual prices"
        )

    def clean_quirks(self) -> dict[str, Any]:
        """Return quirks that the adapter knows."""
        value = self.cleaned_data["quirks"] or {}
        if not isinstance(value, dict):
            raise ValidationError('Write an object, such as {"temperature": 0.7}.')
        try:
            quirks.parse(value)
        except PolicyError as error:
            raise ValidationError(str(error)) from None
        return value

    def clean_also(self) -> list[str]:
        """Return further slots, of which the row's own is none."""
        also: list[str] = self.cleaned_data["also"]
        if self.cleaned_data.get("slot") in also:
            raise ValidationError("The row fills this slot already.")
        return also

    def clean_first_token_s(self) -> float | None:
        """Return a limit that is one."""
        return self._limit("first_token_s")

    def clean_idle_s(self) -> float | None:
        """Return a limit that is one."""
        return self._limit("idle_s")

    def _limit(self, name: str) -> float | None:
        value: float | None = self.cleaned_data[name]
        if value is not None and not 0 < value <= 600:  # noqa: PLR2004 (ten minutes)
            raise ValidationError("Must be more than 0 and at most 600 seconds.")
        return value

    def clean(self) -> dict[str, Any]:
        """Refuse a successor that cannot take the row's place."""
        cleaned = super().clean() or self.cleaned_data
        if "ends_on" in cleaned and "successor" in cleaned:
            self._check_successor(cleaned)
        return cleaned

    def _check_successor(self, cleaned: dict[str, Any]) -> None:
        name = cleaned.get("name") or self.instance.name
        if cleaned["ends_on"] and cleaned["successor"] is None:
            self.add_error("successor", "A model that ends needs a successor.")
            return
        heirs = dict(Model.objects.values_list("name", "successor_id"))
        heir = cleaned["successor"].name if cleaned["successor"] else None
        while heir is not None:
            if heir == name:
                self.add_error("successor", "The model would succeed itself.")
                return
            heir = heirs.get(heir)


class PolicyForm(forms.ModelForm[Policy]):
    """A new version of a policy."""

    class Meta:
        model = Policy
        fields = ["document", "note"]

    def clean_document(self) -> str:
        """Return a document without faults."""
        text: str = self.cleaned_data["document"].replace("\r\n", "\n")
        try:
            rollout.read(text)
        except PolicyError as error:
            raise ValidationError(str(error).splitlines()) from None
        return text
