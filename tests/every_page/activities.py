"""Activities in every state, with pictures, papers and a plan."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor
from tests.foundation.files.samples import jpg, pdf
from tests.outreach.activity_made import HEAD, OFFICER, UNION, WARD, logged, planned

from vidan.outreach.services.activity_files import add_file
from vidan.outreach.services.end_activity import cancel_activity, void_activity


def furnish_activities(long: str) -> None:
    """Held, to come, late to be told of, called off and struck out; more than one page of them."""
    for n in range(52):
        logged(OFFICER, on=date(2018, 3, 1) - timedelta(days=n))
    words = {"title": long, "place": long, "materials": long, "partners": long, "cost": 12_345_678, "reached": 987_654}
    full = logged(WARD, **words)
    for alt in (long, ""):
        add_file(code=full.code, upload=SimpleUploadedFile("a.jpg", jpg()), alt=alt, actor=actor(WARD))
    add_file(code=full.code, upload=SimpleUploadedFile("a.pdf", pdf()), alt="", actor=actor(WARD))
    logged(UNION, reached=3)
    logged(WARD, on=date(2018, 4, 2), reached=None)
    logged(WARD, on=date(2018, 4, 30), reached=None, title=long)
    off = logged(HEAD, on=date(2018, 4, 30), reached=None)
    cancel_activity(code=off.code, reason=long, actor=actor(HEAD))
    void_activity(code=logged(WARD).code, reason=long, actor=actor(WARD))
    for local, quarter, count in ((WARD, 1, 2), (WARD, 2, 1), (UNION, 1, 1), (OFFICER, 4, 40)):
        planned(local, quarter=quarter, count=count, responsible=long[:100])
