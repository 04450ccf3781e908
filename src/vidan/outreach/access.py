"""Who may do what so that people know. Routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

_PROCEDURES_PERMISSIONS = (
    Permission(
        "outreach.see_procedures",
        "See the catalogue of procedures at the desk: one's own Front's, and what the Front above has published.",
        frozenset({Role.WARD_OFFICER, Role.DISTRICT_OFFICER, Role.HEAD, Role.EDITOR}),
    ),
    Permission(
        "outreach.write_procedures", "Write procedures, one by one or as a spreadsheet.", frozenset({Role.EDITOR})
    ),
    Permission(
        "outreach.publish_procedures",
        "Publish, end and withdraw procedures.",
        frozenset({Role.EDITOR, Role.HEAD}),
    ),
)

_PROCEDURES = {
    "outreach:procedures": PUBLIC,
    "outreach:procedure": PUBLIC,
    "outreach:checklist": PUBLIC,
    "outreach:form_file": PUBLIC,
    "outreach:procedures_desk": "outreach.see_procedures",
    "outreach:procedures_sheet": "outreach.see_procedures",
    "outreach:procedure_desk": "outreach.see_procedures",
    "outreach:procedure_form": "outreach.see_procedures",
    "outreach:procedure_new": "outreach.write_procedures",
    "outreach:procedures_bring": "outreach.write_procedures",
    "outreach:procedure_change": "outreach.write_procedures",
    "outreach:procedure_forms": "outreach.write_procedures",
    "outreach:procedure_show": "outreach.publish_procedures",
    "outreach:procedure_end": "outreach.publish_procedures",
    "outreach:procedure_take_back": "outreach.publish_procedures",
}


_REVIEWERS = frozenset({Role.EDITOR, Role.DISTRICT_OFFICER, Role.HEAD})

_NEWS_PERMISSIONS = (
    Permission(
        "outreach.see_news",
        "Read the articles of one's own Front before they come out; put out what was approved.",
        _REVIEWERS,
    ),
    Permission(
        "outreach.write_news", "Write, change and correct articles of one's own Front.", frozenset({Role.EDITOR})
    ),
    Permission("outreach.review_news", "Approve what somebody else wrote, give it back, withdraw it.", _REVIEWERS),
)

_NEWS = {
    "outreach:news": PUBLIC,
    "outreach:news_feed": PUBLIC,
    "outreach:news_films": PUBLIC,
    "outreach:news_day": PUBLIC,
    "outreach:news_article": PUBLIC,
    "outreach:news_file": PUBLIC,
    "outreach:articles": "outreach.see_news",
    "outreach:article_new": "outreach.write_news",
    "outreach:article_from_word": "outreach.write_news",
    "outreach:old_pages": "outreach.see_news",
    "outreach:old_pages_bring": "outreach.write_news",
    "outreach:old_pages_step": "outreach.see_news",
    "outreach:old_archive": "outreach.see_news",
    "outreach:article": "outreach.see_news",
    "outreach:article_write": "outreach.write_news",
    "outreach:article_repair": "outreach.write_news",
    "outreach:article_correct": "outreach.write_news",
    "outreach:article_preview": "outreach.see_news",
    "outreach:article_compare": "outreach.see_news",
    "outreach:article_step": "outreach.see_news",
    "outreach:article_parts": "outreach.write_news",
    "outreach:article_add": "outreach.write_news",
    "outreach:article_drop": "outreach.write_news",
    "outreach:article_file": "outreach.see_news",
}

# The bulletin, gathered from the articles by those who write and review them.
_BULLETINS = {
    "outreach:bulletins": PUBLIC,
    "outreach:bulletin_asked": PUBLIC,
    "outreach:bulletin_confirm": PUBLIC,
    "outreach:bulletin_leave": PUBLIC,
    "outreach:bulletin": PUBLIC,
    "outreach:bulletin_paper": PUBLIC,
    "outreach:bulletins_desk": "outreach.see_news",
    "outreach:bulletin_new": "outreach.write_news",
    "outreach:bulletin_desk": "outreach.see_news",
    "outreach:bulletin_write": "outreach.write_news",
    "outreach:bulletin_as_mail": "outreach.see_news",
    "outreach:bulletin_as_paper": "outreach.see_news",
    "outreach:bulletin_step": "outreach.see_news",
}

# Activities, their plan, posters.
_LOGGING = frozenset({Role.WARD_OFFICER, Role.MEMBER, Role.DISTRICT_OFFICER, Role.HEAD})
_PLANNING = frozenset({Role.DISTRICT_OFFICER, Role.HEAD})
_OVERSEEING = _PLANNING | {Role.EDITOR}

_ACTIVITY_PERMISSIONS = (
    Permission(
        "outreach.see_activities",
        "Read activities and their plan at the desk: one's own unit's, or those one oversees.",
        _LOGGING | _OVERSEEING,
    ),
    Permission("outreach.log_activity", "Log and change the activities of one's own unit.", _LOGGING),
    Permission(
        "outreach.oversee_activities",
        "Read the activities and costs of all units in the territory of one's own Front.",
        _OVERSEEING,
    ),
    Permission("outreach.plan_activities", "Write the plan of the year of one's own Front's territory.", _PLANNING),
    Permission(
        "outreach.posters",
        "Print posters with the QR of counters, hotlines and boxes in one's own territory.",
        _LOGGING | _OVERSEEING,
    ),
)

_ACTIVITY_ROUTES = {
    "outreach:activities": "outreach.see_activities",
    "outreach:activities_sheet": "outreach.see_activities",
    "outreach:activity": "outreach.see_activities",
    "outreach:activity_file": "outreach.see_activities",
    "outreach:activity_new": "outreach.log_activity",
    "outreach:activity_paste": "outreach.log_activity",
    "outreach:activity_template": "outreach.log_activity",
    "outreach:activity_change": "outreach.log_activity",
    "outreach:activity_cancel": "outreach.log_activity",
    "outreach:activity_void": "outreach.log_activity",
    "outreach:activity_add_file": "outreach.log_activity",
    "outreach:activity_describe": "outreach.log_activity",
    "outreach:activity_drop_file": "outreach.log_activity",
    "outreach:activity_plan": "outreach.see_activities",
    "outreach:activity_plan_line": "outreach.plan_activities",
    "outreach:told_activities": PUBLIC,
    "outreach:told_activity": PUBLIC,
    "outreach:told_picture": PUBLIC,
    "outreach:posters": "outreach.posters",
    "outreach:poster": "outreach.posters",
    "outreach:poster_picture": "outreach.posters",
    "outreach:poster_file": "outreach.posters",
}

PERMISSIONS: tuple[Permission, ...] = (*_PROCEDURES_PERMISSIONS, *_NEWS_PERMISSIONS, *_ACTIVITY_PERMISSIONS)

ROUTES: dict[str, str] = {**_PROCEDURES, **_NEWS, **_BULLETINS, **_ACTIVITY_ROUTES}
