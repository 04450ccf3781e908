"""What the worker does by itself, and how often."""

from datetime import timedelta

from vidan.cases.services.ask import end_unanswered
from vidan.cases.services.erase import propose_erasures
from vidan.consultations.services.erase import propose_erasures as propose_opinions
from vidan.foundation.accounts import memory
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.files.sweep import sweep_orphans
from vidan.foundation.intake import drafts
from vidan.foundation.jobs.schedule import Scheduled
from vidan.foundation.journal.seals import seal_new_entries
from vidan.foundation.notices.morning import send_mornings
from vidan.foundation.sheets import exports
from vidan.foundation.vault.sitting import end_sittings
from vidan.outreach.services import subscribe
from vidan.outreach.services.bring_archive import bring_archives
from vidan.outreach.services.mail_bulletin import mail_bulletins
from vidan.outreach.services.show_article import publish_due
from vidan.oversight.services.erase_inspection import propose_erasures as propose_inspections
from vidan.oversight.services.follow_recommendations import note_overdue
from vidan.scorecards.services.remind import remind_units
from vidan.site.contacts_findable import hide_ended
from vidan.surveys.services.journal_counts import journal_counts
from vidan.surveys.services.move import move_replies
from vidan.surveys.services.open_round import close_over

SCHEDULE = (
    Scheduled("seal the journal", timedelta(minutes=1), seal_new_entries),
    Scheduled("end sittings that are over", timedelta(minutes=1), end_sittings),
    Scheduled("sum up the months", timedelta(minutes=1), sum_up),
    Scheduled("send the mail of the morning", timedelta(minutes=5), send_mornings),
    Scheduled("propose what is due to be erased", timedelta(hours=12), propose_erasures),
    Scheduled("propose opinions that are due to be erased", timedelta(hours=12), propose_opinions),
    Scheduled("propose inspections that are due to be erased", timedelta(hours=12), propose_inspections),
    Scheduled("go on where a teller did not answer", timedelta(hours=1), end_unanswered),
    Scheduled("remind units of their last days", timedelta(hours=1), remind_units),
    Scheduled("note recommendations that are overdue", timedelta(hours=1), note_overdue),
    Scheduled("move replies of surveys", timedelta(minutes=1), move_replies),
    Scheduled("close surveys that are over", timedelta(minutes=10), close_over),
    Scheduled("journal the replies of the hour", timedelta(hours=1), journal_counts),
    Scheduled("publish articles at their time", timedelta(minutes=1), publish_due),
    Scheduled("bring archives of old pages", timedelta(seconds=10), bring_archives),
    Scheduled("find no contact point that ended", timedelta(hours=1), hide_ended),
    Scheduled("mail bulletins", timedelta(minutes=1), mail_bulletins),
    Scheduled("destroy addresses nobody confirmed", timedelta(hours=1), subscribe.sweep),
    Scheduled("end drafts of yesterday", timedelta(minutes=10), drafts.sweep),
    Scheduled("forget tries to sign in", timedelta(minutes=10), memory.sweep),
    Scheduled("remove files nobody owns", timedelta(hours=6), lambda: sweep_orphans(older_than=timedelta(days=2))),
    Scheduled("remove old spreadsheets", timedelta(hours=6), exports.sweep),
)
