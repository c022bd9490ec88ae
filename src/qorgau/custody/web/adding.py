"""Adding an entry: one touch where it happened just now, a form made from the table of kinds otherwise."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qorgau.access.actor import Actor
from qorgau.access.named_accounts import account_signing_in_as
from qorgau.access.permission import may
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.actions import add_entry
from qorgau.custody.actions.naming import NAMES_ACCOUNTS
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.record import CustodyRecord, ShownEntry
from qorgau.custody.facts.relations import WISHES
from qorgau.custody.kind_forms import Asks, FactAsked, KindForm, form_of
from qorgau.custody.queries.reach import seen_whereabouts
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.custody.times import read_when
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.body_chart import chart
from qorgau.custody.web.fields import MomentField, long_text, said, short_text, worded, written, yes_or_no
from qorgau.custody.web.names import name_of
from qorgau.custody.web.record import groups_of_forms, open_objects, seen_record
from qorgau.custody.web.titles import all_places, cell_choices, kind_title, source_title
from qorgau.lawbook import Language
from qorgau.wording import in_language, say, say_instant
from qorgau.wording.templatetags.wording import active_language

_LONG = frozenset({"described", "note", "items", "told_of", "address", "described_as"})
_WORDS = ("police_entry", "place_entry", "person", "relative", "lawyer", "doctor", "place_doctor", "camera",
          "paper", "witness", "prosecutor", "court", "npm", "investigator_entry")  # fmt: skip
_FEW = 5


class EntryForm(ActForm):
    """A form for one kind, made from its line in the table."""

    happened = MomentField(label=said("custody.happened"), help_text=said("custody.hint_happened"))
    until = MomentField(label=said("custody.until"), required=False)
    said_by = forms.ChoiceField(label=said("custody.said_by"))

    def __init__(
        self, *args: Any, form: KindForm, record: CustodyRecord, actor: Actor, **kwargs: Any
    ) -> None:
        """Ask what the kind asks, offering the words, places and open objects there are."""
        super().__init__(*args, **kwargs)
        self.form, self.record, self.language = form, record, active_language()
        sources = [actor.said_by, *(word for word in _WORDS if word != actor.said_by)]
        self.offer("said_by", [(word, source_title(word, self.language)) for word in sources])
        self.fields["said_by"].initial = form.by_word or actor.said_by
        for asked in form.asks:
            self.fields[f"fact_{asked.name}"] = _fact_field(asked, self.language)
        for personal in form.personal:
            make = long_text if personal.name in _LONG else short_text
            title = in_language(personal.title, self.language)
            self.fields[f"personal_{personal.name}"] = make(label=title, required=personal.required)
        self._ask_account()
        self._ask_where(actor)
        self._ask_which()
        self.order_fields([*(n for n in self.fields if n not in _TIMES), *_TIMES, "confirmed", "act_id"])

    def entry(self, *, account_of: str = "") -> NewEntry:
        """What was typed, as the desk takes it; raises CustodyRefusal."""
        typed = self.given("happened")
        when = read_when(typed, self.record.zone, until=self.given("until"), said_by=self.given("said_by"))
        return NewEntry(
            kind=self.form.kind,
            happened=(when,),
            facts={name: value for name, value in self._answers("fact_") if value != ""},
            personal={name: str(value) for name, value in self._answers("personal_") if value != ""},
            objects={name: str(value) for name, value in self._answers("object_") if value != ""},
            place=self.given("place"),
            cell=self.given("cell"),
            destination=self.given("destination"),
            account_of=account_of,
        )

    def _answers(self, prefix: str) -> list[tuple[str, Any]]:
        found = ((name, value) for name, value in self.cleaned_data.items() if name.startswith(prefix))
        return [(name.removeprefix(prefix), "" if value is None else value) for name, value in found]

    def _ask_account(self) -> None:
        """By which account a lawyer or relative is known here: typed exactly, never chosen from a list."""
        if self.form.kind in NAMES_ACCOUNTS:
            hint = "custody.hint_account_wish" if self.form.kind in WISHES else "custody.hint_account"
            self.fields["object_account"] = short_text(
                label=said("custody.field_account"), help_text=said(hint), required=False
            )

    def clean_object_account(self) -> str:
        """The account behind the name that was typed."""
        typed, roles = self.given("object_account"), NAMES_ACCOUNTS[self.form.kind]
        if not typed:
            return ""
        named = (account_signing_in_as(typed, role, now=self.record.as_of) for role in roles)
        found = next((each for each in named if each), "")
        if not found:
            raise forms.ValidationError(say(f"custody.no_such_account_{roles[0].value}", self.language))
        return found

    def _ask_where(self, actor: Actor) -> None:
        kind, language = self.form.place, self.language
        if kind in ("place", "destination"):
            label = say(f"custody.{kind}", language)
            self.fields[kind] = forms.ChoiceField(
                label=label, choices=[("", ""), *all_places(actor, language)]
            )
            self.fields[kind].initial = self.record.whereabouts.place if kind == "place" else ""
        elif kind == "cell":
            cells = [("", say("custody.not_said", language)), *cell_choices(self.record.whereabouts.place)]
            label = say("custody.cell", language)
            self.fields[kind] = forms.ChoiceField(label=label, choices=cells, required=False)

    def _ask_which(self) -> None:
        """Which of several open things it is about; nothing to ask where there is one or none."""
        role = self.form.ends or self.form.at
        open_now = open_objects(self.record).get(role, []) if role else []
        if len(open_now) < 2:
            return
        choices = [(each, self._began(kind, at)) for each, at, kind in open_now]
        self.fields[f"object_{role}"] = forms.ChoiceField(
            label=say("custody.object", self.language), choices=choices, widget=forms.RadioSelect
        )

    def _began(self, kind: str, at: int) -> str:
        title = in_language(kind_title(kind), self.language)
        return f"{title}: {say_instant(at, self.record.zone, self.language)}"


_TIMES = ("happened", "until", "said_by")


def _fact_field(asked: FactAsked, language: Language) -> forms.Field:
    title = capfirst(in_language(asked.title, language))
    if asked.sort is Asks.YES_NO:
        choices = yes_or_no()[: 2 if asked.required else 3]
        return forms.ChoiceField(
            label=title, choices=choices, widget=forms.RadioSelect, required=asked.required
        )
    if asked.sort is Asks.WORD:
        words = worded(asked.words, language)
        if len(words) < _FEW:
            blank = [] if asked.required else [("", say("custody.not_said", language))]
            choices = [*words, *blank]
            return forms.ChoiceField(
                label=title, choices=choices, widget=forms.RadioSelect, required=asked.required
            )
        return forms.ChoiceField(label=title, choices=[("", ""), *words], required=asked.required)
    if asked.sort is Asks.NUMBER:
        return forms.IntegerField(label=title, min_value=0, required=asked.required)
    if asked.sort in (Asks.DATE, Asks.INSTANT):
        return MomentField(label=title, required=asked.required)
    return short_text(label=title, required=asked.required)


@permit("custody.add")
@require_GET
def choose_kind(request: HttpRequest, custody_id: str) -> HttpResponse:
    """Everything the actor may add, by group."""
    actor, language = actor_of(request), active_language()
    found = seen_record(actor, custody_id, now=moment_of(request))
    shown = {"record": found, "name": name_of(found, language), "groups": groups_of_forms(found, language)}
    return render(request, "custody/choose.html", shown)


@permit("custody.see")
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, custody_id: str, kind: str) -> HttpResponse:
    """One entry by its form; `account_of` makes it a further account of an entry that is there."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_record(actor, custody_id, now=now)
    table = addable(found, kind)
    account_of = _known_entry(found, request.GET.get("account_of", ""), kind)
    started = {**_asked_for(request, table), "happened": written(now, found.zone)}
    form = EntryForm(request.POST or None, form=table, record=found, actor=actor, initial=started)
    if request.method == "POST" and form.is_valid():
        try:
            new = form.entry(account_of=account_of.id if account_of else "")
            done = add_entry(actor, custody_id, new, now=now, act_id=form.act, confirmed=form.is_confirmed)
        except CustodyRefusal as refusal:
            form.refused(refusal)
        else:
            if done.needs_confirmation:
                messages.warning(request, say("custody.corrected_waits", language))
            else:
                messages.success(
                    request, say("custody.added", language, title=in_language(table.title, language))
                )
            return redirect("custody:record", custody_id)
    shown = {
        "record": found,
        "name": name_of(found, language),
        "form": form,
        "table": table,
        "account_of": account_of,
        "chart": chart(form, language) if "fact_body_part" in form.fields else None,
    }
    return render(request, "custody/add.html", shown, status=422 if form.errors else 200)


@permit("custody.see")
@require_POST
def add_at_once(request: HttpRequest, custody_id: str, kind: str) -> HttpResponse:
    """One touch: it happened now. What the desk refuses or asks about goes on with the form."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    table = touched(actor, custody_id, kind)
    act = ActForm(request.POST)
    try:
        act_id = act.act if act.is_valid() else None
        add_entry(actor, custody_id, NewEntry(kind=kind), now=now, act_id=act_id)
    except CustodyRefusal as refusal:
        messages.error(request, refusal.said(language))
        return redirect("custody:add", custody_id, kind)
    messages.success(request, say("custody.added", language, title=in_language(table.title, language)))
    return redirect("custody:record", custody_id)


def touched(actor: Actor, custody_id: str, kind: str) -> KindForm:
    """The same as `addable` without the whole record, which one touch does not show."""
    table = form_of(kind)
    if table is None or actor.role not in table.added_by:
        raise Http404
    try:
        where = seen_whereabouts(actor, custody_id)
    except NoSuchCustody as refusal:
        raise Http404(refusal.said(active_language())) from refusal
    if not any(may(actor, act, at=where) for act in table.acts):
        raise Http404
    return table


def addable(found: CustodyRecord, kind: str) -> KindForm:
    """The form of a kind that the actor may add here; 404 otherwise."""
    table = form_of(kind)
    if table is None or kind not in found.may_add:
        raise Http404
    return table


def _asked_for(request: HttpRequest, table: KindForm) -> dict[str, str]:
    """Answers that the address brings along: a gap of the register names the field it wants, an end what ends."""
    names = {*(f"fact_{each.name}" for each in table.asks), f"object_{table.ends or table.at}"}
    return {name: value for name, value in request.GET.dict().items() if name in names}


def _known_entry(found: CustodyRecord, entry_id: str, kind: str) -> ShownEntry | None:
    return next((each for each in found.entries if each.id == entry_id and each.kind == kind), None)
