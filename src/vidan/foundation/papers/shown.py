"""What a paper shows besides its text: the number or the room for it, and place and date as the rules write them."""

from datetime import date


def number_shown(number: str, symbol: str) -> str:
    """The number, or the room for it in a draft: `      /PC-MTTQ-BTT`."""
    return number or f"      /{symbol}"


def place_and_date(place: str, day: date | None) -> str:
    """`Quận 2, ngày 05 tháng 9 năm 2018`: days below 10 and months 1 and 2 get a leading 0 (NĐ 30/2020, Phụ lục I)."""
    if day is None:
        return f"{place}, ngày       tháng       năm"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}"
