"""Reading a saved mail: what it says is found, and no mail of whatever shape is more than refused."""

from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vidan.foundation.intake import mail
from vidan.foundation.intake.mail import NotRead, read_mail

HEAD = b"From: Ba Thu <ba-thu@vidan.example>\r\nDate: Mon, 12 Mar 2018 08:00:00 +0700\r\nSubject: Hen lai\r\n"


def message(**headers: str) -> EmailMessage:
    one = EmailMessage()
    told = {"From": "Bà Thử <ba-thu@vidan.example>", "Subject": "Hẹn lại ba lần"}
    for name, value in (told | {"Date": "Mon, 12 Mar 2018 23:30:00 +0700"} | headers).items():
        one[name] = value
    one.set_content("Tôi đã đến quầy ba lần.\n")
    return one


def test_who_wrote_when_and_what() -> None:
    told = read_mail(message().as_bytes())
    assert (told.name, told.address) == ("Bà Thử", "ba-thu@vidan.example")
    assert (told.sent_on, told.subject, told.text) == (date(2018, 3, 12), "Hẹn lại ba lần", "Tôi đã đến quầy ba lần.")


def test_a_page_is_read_as_its_words_when_there_is_no_plain_text() -> None:
    html = (
        "<head><style>p{}</style></head><p>Tôi đã đến&nbsp;quầy</p><script>alert(1)</script><p>ba lần &lt;thật&gt;</p>"
    )
    told = read_mail(HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + html.encode())
    assert told.text == "Tôi đã đến quầy\nba lần <thật>"


def test_files_come_along_and_a_mail_inside_the_mail_is_only_counted() -> None:
    one = message()
    one.add_attachment(b"\xff\xd8\xff", maintype="image", subtype="jpeg", filename="ảnh.jpg")
    one.add_attachment(message(Subject="bên trong"))
    told = read_mail(one.as_bytes())
    assert [(part.name, part.data) for part in told.enclosed] == [("ảnh.jpg", b"\xff\xd8\xff")]
    assert told.unopened == 1
    assert "bên trong" not in told.text


def test_a_long_text_is_cut_and_said_to_be() -> None:
    one = message()
    one.set_content("a" * 70 + "\n" + "b" * (mail.LONGEST_TEXT + 5))
    told = read_mail(one.as_bytes())
    assert told.is_cut
    assert len(told.text) == mail.LONGEST_TEXT


@pytest.mark.parametrize(
    ("head", "field", "found"),
    [
        (b"Subject: =?utf-8?B?SOG6uW4=?=", "subject", "Hẹn"),
        (b"Subject: =?nonsense?B?SOG6uW4=?=", "subject", "Hẹn"),
        (b"Subject: =?utf-8?B?====?=", "subject", None),
        (b"Subject: \xff\xfe\xed\xa0\x80 x", "subject", None),
        (b"Subject: a\x00b\xe2\x80\xaec", "subject", None),
        (b"Subject: " + b"a" * 3_000_000, "subject", None),
        (b"Date: 31 Feb 2018", "sent_on", None),
        (b"Date: Mon, 12 Mar 99999999999 08:00:00 +0700", "sent_on", None),
        (b"Date: Mon, 12 Mar 2018 08:00:00 +9999999999", "sent_on", None),
    ],
)
def test_strange_headers_are_read_as_far_as_they_go(head: bytes, field: str, found: str | None) -> None:
    rest = [line for line in HEAD.split(b"\r\n") if line and not line.startswith(head.split(b":")[0])]
    told = read_mail(b"\r\n".join([*rest, head, b"", b"x"]))
    if found is not None:
        assert getattr(told, field) == found
    assert all(letter.isprintable() for letter in told.subject)
    assert len(told.subject) <= 300


def nested(depth: int) -> bytes:
    body = b"Content-Type: text/plain\r\n\r\nx\r\n"
    for n in range(depth):
        mark = b"m%d" % n
        head = b"Content-Type: multipart/mixed; boundary=" + mark + b"\r\n\r\n--" + mark + b"\r\n"
        body = head + body + b"\r\n--" + mark + b"--\r\n"
    return HEAD + body


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, id="a mail of Outlook's own"),
        pytest.param(b"%PDF-1.7\n", id="a PDF"),
        pytest.param(b"To: x\r\n\r\nhello", id="nobody wrote it"),
        pytest.param(nested(20), id="nested too deep"),
        pytest.param(nested(100), id="nested hundredfold"),
        pytest.param(nested(5000), id="nested without end"),
        pytest.param(HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 3000, id="mails in mails"),
        pytest.param(
            HEAD + b"Content-Type: multipart/mixed; boundary=m\r\n\r\n" + b"--m\r\n\r\nx\r\n" * 5000, id="5,000 parts"
        ),
        pytest.param(HEAD + b"\r\n" + b"a" * (mail.MOST_BYTES + 1), id="too large"),
    ],
)
def test_a_file_that_is_no_mail_to_be_read_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NotRead) as refused:
        read_mail(data)
    assert str(refused.value)


@pytest.mark.parametrize("charset", ["x-unknown", "utf-7", "utf-16", "\xff", "a" * 500, "rot13", "zlib", "punycode"])
def test_a_strange_charset_breaks_nothing(charset: str) -> None:
    head = f'Content-Type: text/plain; charset="{charset}"\r\n\r\n'.encode("latin-1")
    assert isinstance(read_mail(HEAD + head + b"\xff\xfe\xed\xa0\x80 Toi" + b"ab-" * 100_000).text, str)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_whatever_follows_a_head_is_read_or_refused(data: bytes) -> None:
    try:
        told = read_mail(HEAD + data)
    except NotRead:
        return
    told.text.encode()
