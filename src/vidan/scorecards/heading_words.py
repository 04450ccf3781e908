"""What a version of a rubric says of the whole, in words, and what of it differs from another version."""

from django.utils.translation import gettext as _

from vidan.domain.scoring.bands import Band, Bands, Basis
from vidan.domain.scoring.written import bands_from
from vidan.scorecards.gates import event_words
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubric_words import number_words
from vidan.scorecards.services.write_rubric import tree_of


def heading_differences(was: RubricVersion, now: RubricVersion) -> list[tuple[str, str, str]]:
    """The name of each part that differs, what it was and what it is; `–` for nothing."""
    before, after = _told(was), _told(now)
    return [(name, before[name] or "–", after[name] or "–") for name in after if before[name] != after[name]]


def start_words(bands: Bands, band: Band) -> str:
    """From where on a band counts: `từ 80% trở lên`."""
    start = number_words(band.start) + ("%" if bands.basis == Basis.PERCENT else "")
    return (_("trên %(start)s") if band.above else _("từ %(start)s trở lên")) % {"start": start}


def _told(version: RubricVersion) -> dict[str, str]:
    rescale = tree_of(version).rescale
    bands = bands_from(version.bands) if version.bands else None
    return {
        _("Tên bộ tiêu chí"): version.title,
        _("Văn bản ban hành"): version.decision,
        _("Dùng cho cấp"): version.get_level_display(),
        _("Năm áp dụng"): f"{version.first_year}–{version.last_year}",
        _("Chưa nơi nào định trọng số"): _("không") if version.weighed else _("có"),
        _("Quy về thang điểm"): number_words(rescale) if rescale else "",
        _("Xếp loại"): "; ".join(f"{one.name}: {start_words(bands, one)}" for one in bands.bands) if bands else "",
        _("Xếp loại cao nhất"): "; ".join(f"{event_words([one.event])}: {one.highest}" for one in bands.gates)
        if bands
        else "",
    }
