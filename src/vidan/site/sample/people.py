"""The cast of the sample installation and how to sign in as each of them."""

from datetime import date
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import make_password
from django.db import transaction

from vidan.foundation.accounts.models import Assignment, Official, Status, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.custody import make_front_key, make_keeper

PASSWORD = "ban-mau-quan-2"  # noqa: S105 - the sample installation's, shown on its own sign-in page
PASSPHRASE = "giu-khoa-ban-mau"  # noqa: S105 - the same
SECRET = "VIDANBANMAUQUAN2VIDANBANMAUQUAN2"  # noqa: S105 - the same
DOMAIN = "vidan.example"
SINCE = date(2018, 1, 1)

CAST = (
    ("can-bo-quan", "Cán bộ quận (mẫu)", Role.DISTRICT_OFFICER, "mttq-a-quan-2"),
    ("can-bo-quan-2", "Cán bộ quận thứ hai (mẫu)", Role.DISTRICT_OFFICER, "mttq-a-quan-2"),
    ("can-bo-phuong", "Cán bộ phường An Phú (mẫu)", Role.WARD_OFFICER, "mttq-a-an-phu"),
    ("lanh-dao", "Lãnh đạo Mặt trận (mẫu)", Role.HEAD, "mttq-a-quan-2"),
    ("giu-khoa", "Người giữ khóa (mẫu)", Role.CUSTODIAN, "mttq-a-quan-2"),
    ("can-bo-ubnd", "Cán bộ UBND phường An Phú (mẫu)", Role.COMMITTEE_OFFICER, "ubnd-a-an-phu"),
    ("chu-tich-ubnd", "Chủ tịch UBND phường An Phú (mẫu)", Role.COMMITTEE_HEAD, "ubnd-a-an-phu"),
    ("can-bo-ubnd-quan", "Cán bộ UBND quận (mẫu)", Role.COMMITTEE_OFFICER, "ubnd-a-quan-2"),
    ("theo-doi", "Cán bộ Phòng Nội vụ (mẫu)", Role.MONITOR, "phong-noi-vu-a-quan-2"),
    ("phu-nu", "Hội Phụ nữ phường An Phú (mẫu)", Role.MEMBER, "phu-nu-a-an-phu"),
    ("bien-tap", "Biên tập viên (mẫu)", Role.EDITOR, "mttq-a-quan-2"),
    ("dieu-tra", "Điều tra viên (mẫu)", Role.INTERVIEWER, "mttq-a-quan-2"),
    ("mat-tran-tp", "Mặt trận Thành phố (mẫu)", Role.CITY_FRONT, "mttq-tp-ho-chi-minh"),
)
"""Local part of the address, name, role, unit."""

OFFICIALS = (
    ("Chủ tịch UBND phường An Phú (mẫu)", "Chủ tịch", Status.CADRE, "ubnd-a-an-phu", "chu-tich-ubnd", True),
    (
        "Cán bộ UBND phường An Phú (mẫu)",
        "Văn phòng - thống kê",
        Status.CIVIL_SERVANT,
        "ubnd-a-an-phu",
        "can-bo-ubnd",
        False,
    ),
    ("Công chức trực quầy số 1 (mẫu)", "Tư pháp - hộ tịch", Status.CIVIL_SERVANT, "mot-cua-a-an-phu", "", False),
    ("Công chức trực quầy số 2 (mẫu)", "Địa chính - xây dựng", Status.CIVIL_SERVANT, "mot-cua-a-an-phu", "", False),
    ("Người hướng dẫn tại quầy (mẫu)", "Hướng dẫn thủ tục", Status.CONTRACT, "mot-cua-a-an-phu", "", False),
)
"""Name, position, status, unit, local part of the address of who also signs in, whether this is the leader."""


@transaction.atomic
def make_cast() -> dict[str, User]:
    """Make the sign-ins once and return them by the local part of their address."""
    people = {}
    password = make_password(PASSWORD)  # one for all: making it is slow on purpose
    for local, name, role, slug in CAST:
        user = User.objects.filter(email=address(local)).first()
        if user is None:
            user = User.objects.create(email=address(local), name=name, password=password)
            Assignment.objects.create(user=user, role=role, unit=Unit.objects.get(slug=slug), valid_from=SINCE)
            secret = get_adapter().encrypt(SECRET)
            Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})
            if role == Role.CUSTODIAN:
                keeper = make_keeper(user=user, passphrase=PASSPHRASE)
                make_front_key(unit=Unit.objects.get(slug=slug), keepers=[keeper])
        people[local] = user
    for name, position, status, slug, local, leads in OFFICIALS:
        told = {"position": position, "status": status, "leads": leads, "user": people.get(local), "valid_from": SINCE}
        Official.objects.get_or_create(name=name, unit=Unit.objects.get(slug=slug), defaults=told)
    return people


def address(local: str) -> str:
    """The e-mail address of one of the cast."""
    return f"{local}@{DOMAIN}"


def code_now() -> str:
    """The six digits that the cast's shared authenticator shows at this moment."""
    counters = list(yield_hotp_counters_from_time())
    counter = counters[len(counters) // 2]
    return str(format_hotp_value(hotp_value(SECRET, counter)))


def sign_in_help() -> dict[str, Any]:
    """What the sign-in page of the sample installation shows."""
    people = [(address(local), role.label, slug) for local, _name, role, slug in CAST]
    units = dict(Unit.objects.values_list("slug", "short_name"))
    return {
        "sample_password": PASSWORD,
        "sample_code": code_now(),
        "sample_people": [(email, role, units.get(slug, slug)) for email, role, slug in people],
    }
