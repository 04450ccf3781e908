"""Khóa và người giữ khóa: a custodian's passphrase, who else keeps the Front's key, a new key, and what a loss means."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from nacl.public import PrivateKey

from vidan.foundation.accounts.actors import acting
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.staff import AlreadyThere
from vidan.foundation.calendar import clock
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import on_day
from vidan.foundation.vault import keys
from vidan.foundation.vault.cookie import secret_of
from vidan.foundation.vault.custody import SHORTEST, NoCopy, fingerprint
from vidan.foundation.vault.models import Keeper
from vidan.foundation.vault.sitting import NoSitting, own_key

View = Callable[..., HttpResponse]


class NewPassphraseForm(forms.Form):
    """Câu mật khẩu mới."""

    passphrase = forms.CharField(
        label=gettext_lazy("Câu mật khẩu mới"),
        min_length=SHORTEST,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy(
            "Một câu dài dễ nhớ, ít nhất 16 chữ cái. Không ai cấp lại được; ghi ra giấy và cất riêng."
        ),
        error_messages={
            "required": gettext_lazy("Cần một câu mật khẩu."),
            "min_length": gettext_lazy("Câu mật khẩu cần ít nhất 16 chữ cái, kể cả dấu cách."),
        },
    )
    passphrase_again = forms.CharField(
        label=gettext_lazy("Gõ lại câu mật khẩu mới"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Gõ lại câu mật khẩu một lần nữa.")},
    )

    def clean(self) -> dict[str, Any]:
        """Typed twice, so that a slip of the finger does not lock her out."""
        told: dict[str, Any] = super().clean() or {}
        first, second = told.get("passphrase"), told.get("passphrase_again")
        if first and second and first != second:
            self.add_error("passphrase_again", _("Hai lần gõ chưa giống nhau."))
        return told


class InviteForm(forms.Form):
    """Thêm người giữ khóa."""

    person = forms.ChoiceField(
        label=gettext_lazy("Người được giao giữ khóa"),
        widget=PlainSelect,
        error_messages={"required": gettext_lazy("Chọn một người của Mặt trận.")},
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        held = Assignment.objects.filter(on_day(clock.today()), unit=unit)
        staff = User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("name", "pk")
        people = staff.exclude(pk__in=keys.custodians_of(unit).order_by())
        field.choices = [("", _("Chọn người")), *people.values_list("code", "name")]


def of_the_front(view: View) -> View:
    """Hand the view the Front whose key the actor keeps, or whose head he is."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        unit = keys.unit_of(acting(request))
        if unit is None:
            raise Http404
        return view(request, unit, **kwargs)

    return asked


def in_sitting(view: View) -> View:
    """Hand the view the custodian's own key of her open sitting, for this request alone."""

    @wraps(view)
    def asked(request: HttpRequest, unit: Unit, **kwargs: Any) -> HttpResponse:
        actor = acting(request)
        try:
            own = own_key(actor=actor, secret=secret_of(request))
        except NoSitting:
            messages.error(request, _("Việc này cần phiên đang mở. Mở phiên rồi làm lại."))
            return redirect("site:custody")
        try:
            return view(request, unit, own, **kwargs)
        except NoCopy:
            messages.error(request, _("Ông/bà chưa được trao khóa này, hoặc người kia đã có đủ khóa."))
            return redirect("site:keys")

    return asked


@never_cache
@require_http_methods(["GET", "POST"])
@of_the_front
def page(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Who keeps the Front's key; a custodian without a passphrase sets hers first."""
    actor = acting(request)
    form = NewPassphraseForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            keys.set_passphrase(actor=actor, passphrase=form.cleaned_data["passphrase"])
        except AlreadyThere:
            messages.error(request, _("Ông/bà đã có câu mật khẩu; đổi câu khác thì cần mở phiên."))
        else:
            messages.success(
                request, _("Đã đặt câu mật khẩu. Đọc dãy số của mình cho người đang giữ khóa để được trao khóa.")
            )
        return redirect("site:keys")
    return _show(request, unit, form)


@never_cache
@require_POST
@of_the_front
@in_sitting
def passphrase(request: HttpRequest, unit: Unit, own: PrivateKey) -> HttpResponse:
    """Change one's own passphrase; the sitting ends, so that the new one is tried at once."""
    form = NewPassphraseForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _show(request, unit, form)
    actor = acting(request)
    keys.change_passphrase(actor=actor, own=own, passphrase=form.cleaned_data["passphrase"])
    messages.success(request, _("Đã đổi câu mật khẩu. Phiên đã đóng; mở lại bằng câu mới."))
    return redirect("site:custody")


@require_POST
@of_the_front
@in_sitting
def invited(request: HttpRequest, unit: Unit, own: PrivateKey) -> HttpResponse:
    """Give somebody of the Front the role; it opens nothing yet."""
    return _invite(request, unit, back="site:keys")


@require_POST
@of_the_front
@in_sitting
def handed_over(request: HttpRequest, unit: Unit, own: PrivateKey) -> HttpResponse:
    """Seal copies of the Front's keys to another custodian, whose digits were read aloud."""
    actor = acting(request)
    user = _custodian(request, unit)
    try:
        keys.hand_over(user=user, unit=unit, read_aloud=request.POST.get("digits", "")[:40], actor=actor, own=own)
    except keys.NotHers:
        messages.error(request, _("Dãy số của người này đã khác lúc ông/bà xem. So lại với người ấy rồi mới trao."))
    else:
        messages.success(request, _("Đã trao khóa. Từ phiên sau, người ấy mở được bằng câu mật khẩu của mình."))
    return redirect("site:keys")


@require_POST
@of_the_front
@in_sitting
def removed(request: HttpRequest, unit: Unit, own: PrivateKey) -> HttpResponse:
    """Let somebody keep the key no longer."""
    actor = acting(request)
    try:
        keys.remove(user=_custodian(request, unit), unit=unit, actor=actor)
    except keys.LastOne:
        messages.error(request, _("Không ai tự thôi giữ khóa, và phải còn ít nhất một người giữ khóa khác."))
    else:
        messages.success(request, _("Người ấy không giữ khóa nữa. Nên làm khóa mới ngay, rồi niêm lại các tên cũ."))
    return redirect("site:keys")


@require_POST
@of_the_front
@in_sitting
def rotated(request: HttpRequest, unit: Unit, own: PrivateKey) -> HttpResponse:
    """Make a new key pair; new names go to it."""
    actor = acting(request)
    keys.rotate(unit=unit, actor=actor, own=own)
    messages.success(request, _("Đã có khóa mới. Tên nhận từ nay niêm bằng khóa mới; bấm Niêm lại cho các tên cũ."))
    return redirect("site:keys")


@require_POST
@of_the_front
@in_sitting
def resealed(request: HttpRequest, unit: Unit, own: PrivateKey) -> HttpResponse:
    """Seal a batch of old names to the new key."""
    actor = acting(request)
    done, left = keys.reseal(unit=unit, actor=actor, own=own), keys.to_reseal(unit)
    told = _("Đã niêm lại %(done)d tên, còn %(left)d.") if left else _("Đã niêm lại %(done)d tên; khóa cũ đã được hủy.")
    messages.success(request, told % {"done": done, "left": left})
    return redirect("site:keys")


@require_POST
@of_the_front
def lost(request: HttpRequest, unit: Unit) -> HttpResponse:
    """A custodian says that she lost her passphrase."""
    if request.POST.get("sure") != "1":
        messages.error(request, _("Đánh dấu vào ô đã hiểu rồi bấm lại."))
        return redirect("site:keys")
    keys.declare_loss(actor=acting(request))
    messages.success(
        request, _("Đã bỏ khóa riêng cũ. Đặt câu mật khẩu mới, rồi nhờ người giữ khóa khác trao lại khóa.")
    )
    return redirect("site:keys")


@never_cache
@require_http_methods(["GET", "POST"])
@of_the_front
def state(request: HttpRequest, unit: Unit) -> HttpResponse:
    """For the head: who keeps the key, and the way out when nobody does."""
    if request.method == "POST":
        return _invite(request, unit, back="site:key_state")
    told = _keeping(unit) | {"invite": InviteForm(unit=unit)}
    return render(request, "site/keys/state.html", told)


@require_POST
@of_the_front
def started_over(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Make a new key for a custodian who has her passphrase, while nobody holds the present one."""
    actor = acting(request)
    keeper = Keeper.objects.select_related("user").filter(user=_custodian(request, unit)).first()
    try:
        if keeper is None:
            raise keys.NotHers
        keys.start_over(unit=unit, keeper=keeper, actor=actor)
    except keys.StillHeld:
        messages.error(request, _("Vẫn còn người giữ khóa; chỉ người ấy làm khóa mới được."))
    except keys.NotHers:
        messages.error(request, _("Người này chưa đặt câu mật khẩu giữ khóa."))
    else:
        messages.success(request, _("Đã có khóa mới. Người dân lại gửi ý kiến giữ kín tên được."))
    return redirect("site:key_state")


def _show(request: HttpRequest, unit: Unit, form: NewPassphraseForm) -> HttpResponse:
    actor = acting(request)
    keeping = _keeping(unit)
    told = keeping | {
        "form": form,
        "mine": next((keeper for user, keeper, *_more in keeping["rows"] if user.code == actor.code), None),
        "invite": InviteForm(unit=unit),
        "old": keys.to_reseal(unit),
        "me": actor.code,
    }
    if told["mine"]:
        told["my_digits"] = fingerprint(told["mine"])
    return render(request, "site/keys/page.html", told, status=422 if form.errors else 200)


def _keeping(unit: Unit) -> dict[str, Any]:
    """Who has the role, who has a passphrase, and who holds the present key since when."""
    key = keys.current_key(unit)
    people = list(keys.custodians_of(unit))
    since = Max("copies__since", filter=Q(copies__key=key))
    keepers = {one.user_id: one for one in Keeper.objects.filter(user__in=people).annotate(held_since=since)}
    rows = [
        (user, keepers[user.pk], fingerprint(keepers[user.pk]), keepers[user.pk].held_since if key else None)
        if user.pk in keepers
        else (user, None, "", None)
        for user in people
    ]
    return {
        "unit": unit,
        "key": key,
        "rows": rows,
        "holding": sum(row[3] is not None for row in rows),
        "lost": keys.lost_for_ever(unit),
    }


def _invite(request: HttpRequest, unit: Unit, *, back: str) -> HttpResponse:
    form = InviteForm(request.POST, unit=unit)
    if not form.is_valid():
        messages.error(request, _("Chọn một người của Mặt trận."))
        return redirect(back)
    user = User.objects.get(code=form.cleaned_data["person"])
    try:
        keys.invite(user=user, unit=unit, actor=acting(request))
    except keys.StillHeld:
        messages.error(request, _("Vẫn còn người giữ khóa; chỉ người ấy giao thêm người được."))
    else:
        messages.success(
            request, _("Đã giao vai trò. Người ấy đăng nhập, mở Giữ khóa danh tính và đặt câu mật khẩu của mình.")
        )
    return redirect(back)


def _custodian(request: HttpRequest, unit: Unit) -> User:
    user = keys.custodians_of(unit).filter(code=request.POST.get("person", "")[:20]).first()
    if user is None:
        raise Http404
    return user
