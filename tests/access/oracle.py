"""The oracle of access: who may know of which case, written by hand from the table of design.md, never computed."""

ORACLE = """
can-bo-quan       new                yes
can-bo-quan       sent               yes
can-bo-quan       guarded            yes
can-bo-quan       elsewhere          yes
can-bo-quan       confidential       yes
can-bo-quan       about_monitor      yes
can-bo-quan       of_the_ward        no
can-bo-quan       about_the_front    no
can-bo-quan-2     new                yes
can-bo-quan-2     sent               yes
can-bo-quan-2     confidential       yes
can-bo-quan-2     of_the_ward        no
can-bo-quan-2     about_the_front    no
lanh-dao          new                yes
lanh-dao          sent               yes
lanh-dao          guarded            yes
lanh-dao          elsewhere          yes
lanh-dao          confidential       yes
lanh-dao          about_monitor      yes
lanh-dao          of_the_ward        no
lanh-dao          about_the_front    no
can-bo-phuong     of_the_ward        yes
can-bo-phuong     new                no
can-bo-phuong     sent               no
can-bo-phuong     guarded            no
can-bo-phuong     confidential       no
can-bo-phuong     about_the_front    no
can-bo-ubnd       sent               yes
can-bo-ubnd       confidential       yes
can-bo-ubnd       new                no
can-bo-ubnd       guarded            no
can-bo-ubnd       elsewhere          no
can-bo-ubnd       about_monitor      no
can-bo-ubnd       of_the_ward        no
can-bo-ubnd       about_the_front    no
chu-tich-ubnd     sent               yes
chu-tich-ubnd     guarded            yes
chu-tich-ubnd     confidential       yes
chu-tich-ubnd     new                no
chu-tich-ubnd     elsewhere          no
chu-tich-ubnd     of_the_ward        no
can-bo-ubnd-quan  about_monitor      yes
can-bo-ubnd-quan  sent               no
can-bo-ubnd-quan  guarded            no
can-bo-ubnd-quan  new                no
can-bo-ubnd-quan  about_the_front    no
theo-doi          sent               yes
theo-doi          guarded            yes
theo-doi          elsewhere          yes
theo-doi          confidential       yes
theo-doi          new                no
theo-doi          about_monitor      no
theo-doi          of_the_ward        no
theo-doi          about_the_front    no
giu-khoa          new                no
giu-khoa          confidential       no
giu-khoa          sent               no
phu-nu            new                no
phu-nu            sent               no
bien-tap          new                no
bien-tap          sent               no
dieu-tra          new                no
mat-tran-tp       new                no
mat-tran-tp       about_the_front    no
lanh-dao          about_an_officer   yes
lanh-dao          about_a_leader     yes
chu-tich-ubnd     about_an_officer   yes
chu-tich-ubnd     about_a_leader     no
can-bo-ubnd       about_an_officer   no
can-bo-ubnd       about_a_leader     no
can-bo-ubnd-quan  about_an_officer   no
can-bo-ubnd-quan  about_a_leader     yes
theo-doi          about_an_officer   yes
theo-doi          about_a_leader     yes
phu-nu            about_a_leader     no
can-bo-quan       handed_up          yes
lanh-dao          handed_up          yes
can-bo-phuong     handed_up          no
chu-tich-ubnd     handed_up          no
theo-doi          handed_up          no
can-bo-phuong     handed_down        yes
can-bo-quan       handed_down        no
lanh-dao          handed_down        no
can-bo-quan       merged             yes
lanh-dao          merged             yes
can-bo-phuong     merged             no
chu-tich-ubnd     merged             no
phu-nu            merged             no
mat-tran-tp       handed_up          no
lanh-dao          proposed           yes
chu-tich-ubnd     proposed           yes
can-bo-ubnd       proposed           no
can-bo-ubnd-quan  proposed           no
theo-doi          proposed           yes
can-bo-phuong     proposed           no
can-bo-quan       reopened           yes
chu-tich-ubnd     reopened           yes
can-bo-ubnd-quan  reopened           no
theo-doi          reopened           yes
nobody            proposed           no
nobody            new                no
nobody            sent               no
nobody            confidential       no
"""
"""Person, case, whether he may know of it.

new: received by the district, nothing sent yet. sent: transferred, about An Phú's counter, nobody in particular.
guarded: the same while the person complained of is not known. elsewhere: transferred, about another ward.
confidential: transferred, the teller asked for confidence. about_monitor: transferred, about the home-affairs office.
about_an_officer: transferred, about An Phú's officer by name, who also signs in. about_a_leader: the same about its
chairman, so the district's committee settles. of_the_ward: carried by the ward's Front. about_the_front: about the
district's Front, so carried by the city's. handed_up: the ward's, offered to the district. handed_down: the district's,
offered to the ward. merged: the district's, merged into another of its cases.
chairman, so the district's committee settles. proposed: about An Phú's officer by name, verified, a proposal with its chairman.
reopened: about An Phú's counter, closed and opened again by the head. of_the_ward: carried by the ward's Front.
about_the_front: about the district's Front, so carried by the city's.
"""

CUSTODY = """
giu-khoa          confidential             yes
giu-khoa          confidential_of_ward     yes
giu-khoa          new                      no
giu-khoa          about_the_front          no
giu-khoa          confidential_of_her_own  no
lanh-dao          confidential             no
can-bo-quan       confidential             no
can-bo-ubnd       confidential             no
chu-tich-ubnd     confidential             no
theo-doi          confidential             no
mat-tran-tp       confidential             no
nobody            confidential             no
"""
"""Person, case, whether the name given in confidence lies in his keeping (design.md section 5, "Vault").

confidential_of_ward: carried by the ward's Front, whose names go to the key of the district. confidential_of_her_own: in
confidence, about the custodian's own Front.
"""

SUCCESSION = """
chu-tich-ubnd    sent       before  yes
chu-tich-ubnd    guarded    before  yes
chu-tich-ubnd    sent       after   no
chu-tich-ubnd    guarded    after   no
can-bo-ubnd      sent       before  yes
can-bo-ubnd      guarded    before  no
can-bo-ubnd      sent       after   no
can-bo-ubnd      guarded    after   no
theo-doi         sent       before  yes
theo-doi         sent       after   no
new_head         sent       before  no
new_head         guarded    before  no
new_head         sent       after   yes
new_head         guarded    after   yes
new_head         divided    after   no
new_head         named      after   no
new_officer      sent       before  no
new_officer      sent       after   yes
new_officer      guarded    after   no
new_monitor      sent       before  no
new_monitor      sent       after   yes
new_member       sent       after   no
another_head     sent       after   no
another_head     guarded    after   no
first_heir       divided    after   no
first_heir       named      after   no
second_heir      divided    after   no
second_heir      named      after   yes
second_heir      sent       after   no
nobody           sent       after   no
"""
"""Person, case, before or after its body ended, whether he may know of it.

new_head, new_officer, new_member: of the one committee that succeeded An Phú's; new_monitor: of the office that succeeded the
district's. another_head: of another new ward. divided: with a body that two heirs succeeded, nobody named. named: the same,
and the Front has named the second.
"""


def rows(table: str = ORACLE) -> list[tuple[str, str, bool]]:
    """The oracle as rows."""
    return [
        (who, what, verdict == "yes") for who, what, verdict in (line.split() for line in table.strip().splitlines())
    ]
