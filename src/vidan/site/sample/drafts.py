"""Sample drafts: one that takes opinions now, one that came late and was criticised to the end, one whose text is mended."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from vidan.consultations.kinds import DraftKind
from vidan.consultations.models import Draft
from vidan.consultations.services.keep_papers import add_paper
from vidan.consultations.services.register import About, register
from vidan.consultations.services.set_text import bring_text, fix_text
from vidan.consultations.services.set_window import gather, open_draft, set_window
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.site.sample.criticism import conference, criticism
from vidan.site.sample.opinions import opinions_on

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BODY = "ubnd-a-quan-2"
DRAFTER = "Phòng Nội vụ quận (mẫu)"
CONTACT = "Phòng Nội vụ, điện thoại 028 0000 0000 (mẫu)"

AT_HOME = "Quy chế trả kết quả thủ tục hành chính tại nhà và tại điểm hẹn trên địa bàn Quận 2 (mẫu)"
SATURDAY = "Quyết định về việc tiếp nhận hồ sơ sáng thứ Bảy tại quận và 11 phường (mẫu)"
WAITING = "Kế hoạch giảm thời gian chờ tại quầy của quận và các phường (mẫu)"

ASKED_AT_HOME = (
    "Quận định mang kết quả hồ sơ đến tận nhà người già, người khuyết tật, và mở điểm hẹn trong khu phố cho mọi người.\n"
    "Mặt trận muốn nghe ông/bà: ai cần được mang đến nhà, hẹn thế nào cho tiện, mức cước có hợp lý không (mẫu)."
)
ASKED_SATURDAY = "Quận định nhận hồ sơ thêm sáng thứ Bảy. Giờ nào, thủ tục nào thì ông/bà dùng được (mẫu)?"
EXPLAINED = (
    "BẢN THUYẾT MINH (MẪU)",
    "1. Năm 2019 có 38.200 lượt người đến nhận kết quả; 6.100 lượt là người từ đủ 70 tuổi (mẫu).",
    "2. Ba phường đã làm thử từ tháng 3 đến tháng 8 năm 2020, trả tại nhà 412 lượt (mẫu).",
    "3. Kinh phí dự kiến 320 triệu đồng một năm (mẫu).",
)

Steps = Sequence[tuple[date, Callable[[], object]]]


@transaction.atomic
def make_drafts(*, last: datetime, people: Mapping[str, Actor]) -> None:
    """Take the drafts in and carry them on, each step on its day, as far as the sample's today lets."""
    for steps in (_saturday(people), _at_home(people), _waiting(people)):
        for day, step in steps:
            moment = datetime.combine(day, time(9, 30), tzinfo=ZONE)
            if moment > last:
                break
            with clock.at(moment):
                step()


def lines_of(name: str) -> list[str]:
    """The paragraphs of a sample text."""
    path = settings.DATA_FOLDER / "sample" / "drafts" / f"{name}.txt"
    return str(path.read_text(encoding="utf-8")).splitlines()


def docx_of(lines: Sequence[str]) -> bytes:
    """Paragraphs as a Word file, as an office would send it."""
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _at_home(people: Mapping[str, Actor]) -> Steps:
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    about = _about(AT_HOME, DraftKind.REGULATION, date(2020, 10, 19), date(2020, 12, 18), ASKED_AT_HOME, officer)
    first, final = date(2020, 10, 26), date(2020, 11, 25)
    return (
        (date(2020, 10, 19), lambda: _register(about, officer)),
        (date(2020, 10, 20), lambda: _bring(AT_HOME, "tra-ket-qua", officer)),
        (date(2020, 10, 21), lambda: _add_paper(officer)),
        (date(2020, 10, 22), lambda: fix_text(code=_code(AT_HOME), actor=officer)),
        (first, lambda: set_window(code=_code(AT_HOME), opens_on=first, closes_on=final, actor=officer)),
        (first, lambda: open_draft(code=_code(AT_HOME), actor=head)),
        *opinions_on("tra-ket-qua", AT_HOME, people),
    )


def _saturday(people: Mapping[str, Actor]) -> Steps:
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    about = _about(SATURDAY, DraftKind.DECISION, date(2019, 3, 4), date(2019, 3, 13), ASKED_SATURDAY, officer)
    first, final = date(2019, 3, 5), date(2019, 3, 10)
    return (
        (date(2019, 3, 4), lambda: _register(about, officer)),
        (date(2019, 3, 4), lambda: _bring(SATURDAY, "gio-lam-viec", officer)),
        (first, lambda: fix_text(code=_code(SATURDAY), actor=officer)),
        (first, lambda: set_window(code=_code(SATURDAY), opens_on=first, closes_on=final, actor=officer)),
        (first, lambda: open_draft(code=_code(SATURDAY), actor=head)),
        *conference(SATURDAY, people)[:1],
        *opinions_on("gio-lam-viec", SATURDAY, people),
        *conference(SATURDAY, people)[1:],
        (date(2019, 3, 11), lambda: gather(code=_code(SATURDAY), actor=officer)),
        *criticism(SATURDAY, lines_of("gio-lam-viec"), people),
    )


def _waiting(people: Mapping[str, Actor]) -> Steps:
    officer = people["can-bo-quan"]
    about = _about(WAITING, DraftKind.PLAN, date(2020, 11, 12), date(2020, 12, 1), "", officer)
    return (
        (date(2020, 11, 12), lambda: _register(about, officer)),
        (date(2020, 11, 13), lambda: _bring(WAITING, "giam-thoi-gian-cho", officer)),
    )


def _about(title: str, kind: DraftKind, received: date, submits: date, summary: str, officer: Actor) -> About:
    return About(
        title=title,
        kind=kind,
        body=Unit.objects.get(slug=BODY),
        drafter=DRAFTER,
        contact=CONTACT,
        received_on=received,
        submits_on=submits,
        summary=summary,
        officer=officer.code,
    )


def _register(about: About, officer: Actor) -> None:
    front = Unit.objects.select_related("parent__parent", "area").get(slug=settings.FRONT)
    register(front=front, about=about, actor=officer, is_sample=True)


def _bring(title: str, name: str, officer: Actor) -> None:
    lines = lines_of(name)
    bring_text(code=_code(title), paragraphs=lines, upload=_upload(name, lines), actor=officer)


def _add_paper(officer: Actor) -> None:
    file = _upload("thuyet-minh", EXPLAINED)
    add_paper(code=_code(AT_HOME), label="Bản thuyết minh (mẫu)", file=file, actor=officer)


def _upload(name: str, lines: Sequence[str]) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{name}.docx", docx_of(lines))


def _code(title: str) -> str:
    return Draft.objects.get(front__slug=settings.FRONT, title=title).code
