"""Articles for the furnished house: in each state, with everything that can be attached, corrected, waiting to be."""

import zipfile
from datetime import timedelta
from io import BytesIO
from typing import Any

from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR, REVIEWER, article, with_everything, written
from tests.outreach.old_pages_made import framed, plain

from vidan.foundation.calendar import clock
from vidan.outreach.article_kinds import State
from vidan.outreach.services import show_article
from vidan.outreach.services.bring_archive import bring_archives, hand_in
from vidan.outreach.services.write_article import correct, write


def furnish_articles(long: str) -> None:
    """Put them in their place."""
    table = "<table><tr><th>Phường</th><th>Số hộp thư góp ý</th></tr><tr><td>An Phú</td><td>3</td></tr></table>"
    for state in (State.DRAFT, State.IN_REVIEW, State.APPROVED, State.WITHDRAWN):
        made = article(state, title=f"{long[:150]} ({state})", body=f"<h2>{long}</h2><p>{long}</p>{table}")
        if state == State.DRAFT:
            write(code=made.code, written=written(title="Bài đang viết"), actor=actor(EDITOR))
    scanned = "Trách nhiệm cùa cán bộ. công chức trong việc phối hp; nghĩa vụ cùa nguời dân và y ban nhân dân " * 3
    article(title="Bài quét từ trang củ", body=f"<h2>{scanned}</h2><p>{scanned}</p>{table}")
    furnish_old_pages(long)
    with_everything(State.DRAFT)
    scheduled = article(State.APPROVED, title="Bài hẹn giờ")
    show_article.schedule(code=scheduled.code, at=clock.now() + timedelta(days=90), actor=actor(EDITOR))
    for n in range(22):
        article(State.PUBLISHED, title=f"{long[:120]} ({n})")
    with clock.at(clock.now() - timedelta(days=1)):
        with_everything()
    for is_approved in (True, False):
        made = article(State.PUBLISHED, title="Bài có đính chính")
        correct(code=made.code, written=written(summary="Giờ mới."), note="Nhầm giờ tiếp dân.", actor=actor(EDITOR))
        if is_approved:
            show_article.approve_correction(code=made.code, actor=actor(REVIEWER))


def furnish_old_pages(long: str) -> None:
    """An archive whose pages were taken, taken with doubts and refused, and one that waits for its turn."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("tin/1.html", framed())
        archive.writestr(f"tin/{'thu-muc-' * 12}/2.txt", plain(title=long[:190], views=""))
        archive.writestr("tin/3.txt", long)
    told: dict[str, Any] = {"front": unit(FRONT), "only_try": False, "actor": actor(EDITOR)}
    hand_in(name="trang-cu-cua-cong-thong-tin-quan-2-nam-2017.zip", data=kept.getvalue(), **told)
    bring_archives()
    hand_in(name="1.txt", data=plain(title="Bài chờ").encode(), **told)
