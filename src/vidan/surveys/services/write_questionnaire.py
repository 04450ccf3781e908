"""Soạn mẫu phiếu: a draft is begun, taken over, changed, dropped; a published version is never touched."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from vidan.domain.questionnaire.form import Questionnaire, Text
from vidan.domain.questionnaire.written import from_written, to_written
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Unit
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.supplied import Supplied


class Published(PermissionError):
    """A published version never changes; a new version may be drafted from it."""


class Overtaken(RuntimeError):
    """Somebody else changed the version in the meantime; nothing was changed here."""

    sentence = _("Mẫu phiếu vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


class DraftThere(ValueError):
    """The questionnaire has a draft already; `pk` is its."""

    def __init__(self, pk: int) -> None:
        super().__init__(pk)
        self.pk = pk


Edit = Callable[[Questionnaire], Questionnaire]
"""One change; domain/questionnaire/edit.py has them."""


def form_of(version: QuestionnaireVersion) -> Questionnaire:
    """What a version asks."""
    return from_written(version.written)


def draft_questionnaire(*, front: Unit, form: Questionnaire, actor: Actor) -> QuestionnaireVersion:
    """Begin a questionnaire, empty or with what a file brought; its name in addresses comes from the title."""
    return _draft(front, "", form, actor)


def take_over(*, front: Unit, supplied: Supplied, actor: Actor) -> QuestionnaireVersion:
    """Draft a version with the content of a supplied questionnaire. Raises DraftThere."""
    return _draft(front, supplied.slug, supplied.form, actor)


def draft_next(*, pk: int, actor: Actor) -> QuestionnaireVersion:
    """Draft the next version from one of the actor's own Front. Raises QuestionnaireVersion.DoesNotExist, DraftThere."""
    old = QuestionnaireVersion.objects.of_own(actor).select_related("front").get(pk=pk)
    return _draft(old.front, old.slug, form_of(old), actor)


def change_questionnaire(
    *, pk: int, version: int, what: str, edit: Edit, actor: Actor, code: str = ""
) -> QuestionnaireVersion:
    """Change a draft in one way. `what` and `code` are what the journal says of it.

    Raises QuestionnaireVersion.DoesNotExist for one that the actor's Front does not keep, Published, Overtaken when it is
    no longer at `version`, and what the edit raises.
    """
    with transaction.atomic():
        draft = lock_draft(pk, version, actor)
        form = edit(form_of(draft))
        _write(draft, form)
        draft.save()
        facts: dict[str, Fact] = {"what": what, "questions": sum(1 for _question in form.questions())}
        journal("questionnaire.change", draft, actor, facts | ({"code": code} if code else {}))
    return draft


def drop_questionnaire(*, pk: int, version: int, actor: Actor) -> None:
    """Drop a draft. Raises as change_questionnaire() does."""
    with transaction.atomic():
        draft = lock_draft(pk, version, actor)
        journal("questionnaire.drop", draft, actor, {"number": draft.number})
        draft.delete()


def lock_draft(pk: int, version: int, actor: Actor) -> QuestionnaireVersion:
    """The draft, for whoever raises its version first; the other is told."""
    draft = QuestionnaireVersion.objects.of_own(actor).get(pk=pk)
    if draft.published_at:
        raise Published(pk)
    rows = QuestionnaireVersion.objects.filter(pk=pk, version=version, published_at__isnull=True)
    if not rows.update(version=version + 1):
        raise Overtaken
    draft.refresh_from_db()  # what another wrote between the two is not lost
    return draft


def journal(event: str, version: QuestionnaireVersion, actor: Actor, facts: dict[str, Fact]) -> None:
    """One entry of the journal about a version; what it asks is free text and stays out."""
    record(event, subject=f"mau-phieu-{version.pk}", actor=actor.code, unit_id=version.front_id, facts=facts)


def retitled(form: Questionnaire, title: Text) -> Questionnaire:
    """The form under another title."""
    return Questionnaire(title, form.sections)


def _write(version: QuestionnaireVersion, form: Questionnaire) -> None:
    version.written = to_written(form)
    version.title, version.title_en = form.title.vi, form.title.en


def _draft(front: Unit, slug: str, form: Questionnaire, actor: Actor) -> QuestionnaireVersion:
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=front.pk)  # two who begin at once are told apart
        slug = slug or _free_slug(front, form.title.vi)
        versions = QuestionnaireVersion.objects.filter(front=front, slug=slug)
        if open_one := versions.filter(published_at__isnull=True).first():
            raise DraftThere(open_one.pk)
        number = (versions.aggregate(last=Max("number"))["last"] or 0) + 1
        made = QuestionnaireVersion(
            front=front, slug=slug, number=number, drafted_by=actor.code, drafted_at=clock.now()
        )
        _write(made, form)
        made.save()
        facts: dict[str, Fact] = {"number": number, "questions": sum(1 for _question in form.questions())}
        journal("questionnaire.draft", made, actor, facts)
    return made


def _free_slug(front: Unit, title: str) -> str:
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in fold(title)).split()
    stem = "-".join(words)[:50].strip("-") or "mau-phieu"
    taken = set(QuestionnaireVersion.objects.filter(front=front).values_list("slug", flat=True))
    return next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)
