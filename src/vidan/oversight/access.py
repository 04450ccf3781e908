"""Who may do what with programme, plan and duties, and with inspections and supervisions. Routes cite these names."""

from vidan.foundation.accounts.permissions import Permission

_PROGRAMME_PERMISSIONS: tuple[Permission, ...] = ()

_PROGRAMME: dict[str, str] = {}


_INSPECTION_PERMISSIONS: tuple[Permission, ...] = ()

_INSPECTIONS: dict[str, str] = {}


PERMISSIONS: tuple[Permission, ...] = (*_PROGRAMME_PERMISSIONS, *_INSPECTION_PERMISSIONS)

ROUTES: dict[str, str] = {**_PROGRAMME, **_INSPECTIONS}
