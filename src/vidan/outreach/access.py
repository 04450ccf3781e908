"""Who may do what so that people know. Routes cite these names; the units of a role bound where they hold."""

from vidan.foundation.accounts.permissions import PUBLIC, Permission
from vidan.foundation.accounts.roles import Role

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
    "outreach:activity_drop_file": "outreach.log_activity",
    "outreach:activity_plan": "outreach.see_activities",
    "outreach:activity_plan_line": "outreach.plan_activities",
    "outreach:told_activities": PUBLIC,
    "outreach:told_picture": PUBLIC,
    "outreach:posters": "outreach.posters",
    "outreach:poster": "outreach.posters",
    "outreach:poster_picture": "outreach.posters",
    "outreach:poster_file": "outreach.posters",
}

PERMISSIONS: tuple[Permission, ...] = (*_ACTIVITY_PERMISSIONS,)

ROUTES: dict[str, str] = {**_ACTIVITY_ROUTES}
