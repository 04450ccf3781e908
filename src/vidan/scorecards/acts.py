"""Every move of a sheet that has a page of its own: what it asks for, what it does, and what is said when it is done."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.services import keep_file
from vidan.scorecards.act import Act, by_service
from vidan.scorecards.appraisal_acts import APPRAISAL_ACTS
from vidan.scorecards.forms.moves import (
    CardForm,
    ConsultForm,
    IndexForm,
    RecordRemarkForm,
    RemarkForm,
    ReturnForm,
    SubmitForm,
)
from vidan.scorecards.services.consult import consult, record_remark, remark
from vidan.scorecards.services.correct import correct
from vidan.scorecards.services.decide import decide, give_back, publish, send, submit
from vidan.scorecards.services.record_index import record_index


def scans_of(code: str) -> str:
    """Under which subject the scans of papers about a sheet lie."""
    return f"{code}.den"


def _record_remark(form: Any, actor: Actor) -> object:
    told = dict(form.cleaned_data)
    upload, code = told.pop("scan"), form.card.code
    del told["version"]
    scan = keep_file(subject=scans_of(code), upload=upload, position=1, at_most=20) if upload else None
    return record_remark(code=code, scan=scan, actor=actor, **told)


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        **APPRAISAL_ACTS,
        "consult": Act(
            "lay-y-kien",
            ConsultForm,
            lambda form, actor: consult(code=form.card.code, actor=actor, **form.cleaned_data),
            _("Đã gửi lấy ý kiến. Các nơi được hỏi thấy phiếu chấm từ bây giờ."),
            _(
                "Tổ chức thành viên và Mặt trận cấp dưới trên địa bàn góp ý từng mục; đơn vị được chấm nêu ý kiến. "
                "Điểm vẫn sửa được trong thời gian này."
            ),
        ),
        "remark": Act(
            "y-kien-don-vi",
            RemarkForm,
            lambda form, actor: remark(
                code=form.card.code,
                item=form.cleaned_data["item"],
                text=form.cleaned_data["text"],
                actor=actor,
            ),
            _("Mặt trận đã nhận ý kiến của đơn vị."),
        ),
        "record_remark": Act(
            "ghi-y-kien-don-vi",
            RecordRemarkForm,
            _record_remark,
            _("Đã ghi ý kiến bằng văn bản; văn bản đã vào sổ công văn đến."),
        ),
        "submit": Act(
            "trinh",
            SubmitForm,
            lambda form, actor: submit(code=form.card.code, actor=actor, **form.cleaned_data),
            _("Đã trình Ban Thường trực."),
        ),
        "give_back": Act("tra-lai", ReturnForm, by_service(give_back), _("Đã trả lại; cán bộ soạn phiếu được báo.")),
        "decide": Act(
            "quyet-dinh",
            CardForm,
            by_service(decide),
            _("Đã quyết định. Phiếu chấm được niêm giữ, không ai sửa được nữa."),
            _(
                "Sau khi quyết định, mọi số liệu, lý do và điểm được giữ nguyên cùng mã kiểm. "
                "Sai sót về sau chỉ sửa bằng bản đính chính."
            ),
            shows="result",
        ),
        "send": Act(
            "gui",
            CardForm,
            by_service(send),
            _("Công văn đã có số và được ghi là đã gửi."),
            _("Công văn được cấp số theo sổ công văn đi của năm. Tải bản PDF để ký và gửi."),
            shows="letter",
        ),
        "publish": Act(
            "cong-bo",
            CardForm,
            by_service(publish),
            _("Phiếu chấm đã công bố; ai cũng đọc được."),
            _("Trang công khai ghi điểm, lý do, số liệu, góp ý và ý kiến của đơn vị, đúng như khi quyết định."),
            shows="result",
        ),
        "record_index": Act(
            "ket-qua-cong-bo",
            IndexForm,
            lambda form, actor: record_index(
                code=form.card.code,
                actor=actor,
                **{name: form.cleaned_data[name] for name in ("published", "source", "published_on", "version")},
            ),
            _("Đã ghi kết quả do cơ quan thẩm định công bố."),
            _("Ghi theo đúng văn bản. Mục nào không được công bố thì để trống."),
            shows="index",
        ),
        "correct": Act(
            "dinh-chinh",
            CardForm,
            by_service(correct),
            _("Đã mở bản đính chính với các số liệu cũ; bản đã công bố vẫn còn nguyên."),
            _("Bản đính chính đi lại đủ các bước. Khi bản mới công bố, trang của bản cũ ghi rõ đã được thay thế."),
        ),
    }
)
"""Every move that has a page of its own, in the order of the way."""

BY_SLUG = {act.slug: name for name, act in ACTS.items()}
