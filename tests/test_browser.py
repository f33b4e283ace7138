"""A whole workshop in real browsers, from the first click to the deck, on plain http."""

import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pptx import Presentation
from windows import CHROMIUM, HOST, SIZES, has_no_barriers

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not here")


def write(phone, text):
    expect(phone.locator("#still")).to_have_count(0)  # the page has come to life
    phone.get_by_role("textbox").first.fill(text)
    phone.get_by_role("button", name="Lähetä").click()
    expect(phone.get_by_text(text)).to_be_visible()


def main_button(desk):
    return desk.locator("button.step")


def test_a_workshop_from_its_question_to_its_deck(room):
    desk = room.window("desk")
    desk.goto(f"{room.url}/new")
    has_no_barriers(desk)
    desk.locator("#question").fill("Miten saamme lisää lukijoita?")
    desk.get_by_role("button", name="Avaa työpaja").click()
    expect(main_button(desk)).to_be_visible()
    assert "#" not in desk.url, "the ticket leaves the address bar"

    link = desk.get_by_role("link", name="Valkokangas")
    address = link.get_attribute("href")
    with desk.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_text("0 mukana")).to_be_visible()
    opened.value.close()
    # A window of its own, as on a wall: a tab behind another draws once a second.
    wall = room.window("projector")
    wall.goto(address)
    expect(wall.get_by_role("heading", name="Miten saamme lisää lukijoita?")).to_be_visible()
    code = "".join(wall.locator(".code").first.inner_text().split())

    aino, eino = room.window("phone"), room.window("phone")
    aino.goto(f"{room.url}/{code}")
    eino.goto(room.url)
    has_no_barriers(eino)
    eino.get_by_role("textbox").fill(code)
    eino.keyboard.press("Enter")
    for phone in (aino, eino):
        expect(phone.get_by_text("Pohdimme yhdessä")).to_be_visible()
    expect(wall.get_by_text("2 mukana")).to_be_visible()

    # Blue opens; then white, and both phones and the wall turn to it at once.
    main_button(desk).click()
    expect(wall.get_by_role("heading", name="Kokonaisuus")).to_be_visible()
    expect(aino.get_by_role("heading", name="Katse valkokankaalle")).to_be_visible()
    desk.get_by_role("button", name="Sulje kierros").first.click()
    expect(main_button(desk)).to_contain_text("Faktat")
    main_button(desk).click()
    expect(wall.get_by_role("heading", name="Faktat")).to_be_visible()
    write(aino, "lainat vähenivät kymmenyksen")
    write(aino, "käynnit lisääntyivät")
    write(eino, "lukusalia ei laske kukaan")
    expect(aino.get_by_text("tallessa").first).to_be_visible()
    has_no_barriers(aino)
    for screen in (wall, desk, eino):
        expect(screen.get_by_text("käynnit lisääntyivät")).to_have_count(0)
    expect(wall.locator(".counts b")).to_have_text("3")
    expect(wall.locator(".blank-card")).to_have_count(3)

    # A reload brings the same person back, with their notes.
    aino.reload()
    expect(aino.get_by_text("käynnit lisääntyivät")).to_be_visible()

    main_button(desk).click()  # close
    main_button(desk).click()  # reveal
    for screen in (wall, desk, eino):
        expect(screen.get_by_text("käynnit lisääntyivät")).to_be_visible()
    expect(aino.get_by_text("taululla").first).to_be_visible()
    has_no_barriers(wall)

    # Two notes ticked, a theme named, both under it.
    desk.get_by_text("lainat vähenivät kymmenyksen").click()
    desk.get_by_text("käynnit lisääntyivät").click()
    desk.get_by_role("button", name="Uusi teema").first.click()
    desk.get_by_role("textbox", name="Teeman nimi").fill("Luvut")
    desk.keyboard.press("Enter")
    desk.locator(".scenes").get_by_text("Teemat").click()
    expect(wall.get_by_role("heading", name="Luvut")).to_be_visible()
    desk.keyboard.press("Control+z")
    expect(wall.get_by_role("heading", name="Luvut")).to_have_count(0)
    desk.get_by_text("käynnit lisääntyivät").click()
    desk.get_by_role("button", name="Uusi teema").first.click()
    desk.get_by_role("textbox", name="Teeman nimi").fill("Käynnit")
    desk.keyboard.press("Enter")
    expect(wall.get_by_role("heading", name="Käynnit")).to_be_visible()

    desk.get_by_role("textbox", name="Yhteenveto").fill("Käydään enemmän, lainataan vähemmän.")
    desk.locator(".scenes").get_by_text("Yhteenveto").click()
    expect(wall.get_by_text("Käydään enemmän, lainataan vähemmän.")).to_be_visible()
    has_no_barriers(desk)
    has_no_barriers(wall)

    with desk.expect_download() as download:
        desk.get_by_role("button", name="Lataa PPTX").click()
    deck = Presentation(io.BytesIO(Path(download.value.path()).read_bytes()))
    said = json.dumps([[s.text_frame.text for s in slide.placeholders] for slide in deck.slides],
                      ensure_ascii=False)  # fmt: skip
    for note in (
        "lainat vähenivät kymmenyksen",
        "käynnit lisääntyivät",
        "lukusalia ei laske kukaan",
    ):
        assert said.count(note) == 2, f"{note}: under its hat, and in the appendix"
    for text in ("Käynnit (1 lappu)", "Käydään enemmän, lainataan vähemmän."):
        assert said.count(text) == 1, text


def test_what_is_written_while_the_server_is_away_arrives_when_it_is_back(room, served):
    workshop = served.workshop(question="Mitä jää?", language="fi")
    workshop.put_on("white")
    phone = room.window("phone")
    phone.goto(f"{room.url}/{workshop.code}")
    write(phone, "ennen katkosta")
    expect(phone.get_by_text("tallessa")).to_have_count(1)
    served.kill()
    write(phone, "katkoksen aikana")
    write(phone, "ja vielä toinen")
    expect(phone.get_by_text("odottaa").first).to_be_visible()
    phone.close()  # a closed tab takes nothing along
    served.start()
    again = room.window("phone", like=phone)
    again.goto(f"{room.url}/{workshop.code}")
    expect(again.get_by_text("tallessa")).to_have_count(3)
    workshop.reveal("white")
    workshop.projector.sees("ennen katkosta", "katkoksen aikana", "ja vielä toinen")
    workshop.close()


def test_a_note_that_was_begun_under_a_hat_stays_with_it_when_the_hat_changes(room, served):
    workshop = served.workshop(question="Mikä hattu?", language="fi")
    workshop.put_on("white")
    phone = room.window("phone")
    phone.goto(f"{room.url}/{workshop.code}")
    phone.get_by_role("textbox").first.fill("kesken jäänyt tieto")
    workshop.put_on("red")
    expect(phone.locator("#composer")).to_have_attribute("data-hat", "white")
    phone.get_by_role("button", name="Lähetä").click()
    expect(phone.locator("#composer")).to_have_attribute("data-hat", "red")
    workshop.reveal("white")
    workshop.desk.sees("kesken jäänyt tieto")
    assert workshop.desk.all("note")[0]["hat"] == "white"
    workshop.close()


def test_without_javascript_a_note_can_still_be_posted(chromium, served):
    workshop = served.workshop(question="Ilman?", language="fi")
    workshop.put_on("black")
    context = chromium.new_context(
        java_script_enabled=False, viewport=SIZES["phone"], locale="fi-FI"
    )
    page = context.new_page()
    page.goto(f"http://{HOST}:{served.port}/{workshop.code}")
    page.get_by_role("textbox").first.fill("ei mene läpi")
    page.get_by_role("button", name="Lähetä").click()
    workshop.reveal("black")
    workshop.projector.sees("ei mene läpi")
    context.close()
    workshop.close()


def test_hostile_text_is_shown_as_text_on_every_screen(room, served):
    workshop = served.workshop(question="<img src=x onerror=alert(1)>", title="<script>x</script>")
    phone = workshop.join("<b>Aino</b>")
    workshop.put_on("white")
    nasty = ["<script>alert(1)</script>", "${alert(1)}", "{{7*7}}", "javascript:alert(1)"]
    for text in nasty:
        phone.writes(text, "white")
    workshop.reveal("white")
    for kind in ("desk", "projector", "phone"):
        page = room.window(kind)
        page.on("dialog", lambda dialog: room.wrong.append(dialog.message))
        address = f"{room.url}/{workshop.code}"
        if kind != "phone":
            ticket = workshop.links[f"{kind}_ticket"]
            address = f"{room.url}/{kind}/{workshop.code}#{ticket}"
        page.goto(address)
        for text in nasty:
            expect(page.get_by_text(text, exact=True).first).to_be_visible()
    workshop.close()


@pytest.fixture
def revealed(room, served):
    """A desk that looks at a revealed white board with three notes and two themes; two phones."""
    workshop = served.workshop(question="Mitä jää?", language="fi")
    workshop.phones = [workshop.join(), workshop.join()]
    workshop.put_on("white")
    for text in ("kysely", "mittari", "palaute"):
        workshop.phones[0].writes(text, "white", id=f"note-{text}")
    workshop.reveal("white")
    for n, name in enumerate(("Kysyminen", "Mittaaminen")):
        workshop.desk.does("name_theme", id=f"theme-{n:04}", hat="white", name=name)
    workshop.desk.does("file_notes", notes=["note-kysely"], theme="theme-0000")
    workshop.page = room.window("desk")
    workshop.page.goto(workshop.links["desk_url"])
    yield workshop
    workshop.close()


def test_the_room_weighs_and_the_desk_sees_no_count_too_early(revealed):
    desk, aino = revealed.page, revealed.phones[0]
    desk.get_by_role("button", name="Anna huoneen äänestää").click()
    desk.get_by_role("spinbutton", name="Ääniä kullakin").fill("2")
    desk.get_by_role("button", name="Aloita äänestys").click()
    expect(desk.get_by_text("0/2 on äänestänyt")).to_be_visible()
    aino.does("set_votes", target="theme-0000", votes=1)
    expect(desk.get_by_text("1/2 on äänestänyt")).to_be_visible()
    theme = desk.get_by_role("region", name="Kysyminen")
    expect(theme.get_by_text("1 ääni")).to_have_count(0)
    has_no_barriers(desk)
    desk.get_by_role("button", name="Sulje äänestys").click()
    expect(theme.get_by_text("1 ääni")).to_be_visible()
    desk.get_by_role("button", name="Jatka äänestystä").click()
    expect(desk.get_by_text("1/2 on äänestänyt")).to_be_visible()
    desk.get_by_role("button", name="Peru äänestys…").click()
    desk.get_by_role("button", name="kaikki äänet katoavat").click()
    expect(desk.get_by_role("button", name="Anna huoneen äänestää")).to_be_focused()


def test_stars_are_given_by_mouse_and_by_key_and_taken_back(revealed):
    desk = revealed.page
    star = desk.get_by_role("button", name="Tähti teemalle: Kysyminen")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    desk.keyboard.press("Control+z")
    expect(star).to_have_attribute("aria-pressed", "false")
    desk.get_by_role("option", name="kysely").click()
    desk.get_by_role("option", name="mittari").click()
    desk.keyboard.press("s")
    expect(desk.get_by_role("option", name="tähti")).to_have_count(2)
    desk.get_by_role("option", name="mittari").locator(".star").click()
    expect(desk.get_by_role("option", name="tähti")).to_have_count(1)
    revealed.desk.until(
        lambda: [row["id"] for row in revealed.desk.all("star")] == ["note-kysely"], "one star"
    )


def test_the_room_says_what_a_synthesis_misses(revealed):
    desk, (aino, eino) = revealed.page, revealed.phones
    expect(desk.get_by_role("button", name="Kysy huoneelta")).to_be_disabled()
    desk.get_by_role("textbox", name="Yhteenveto").fill("Kysymme paljon.")
    desk.get_by_role("button", name="Kysy huoneelta").click()
    expect(desk.get_by_text("0/2 on vastannut")).to_be_visible()
    aino.does("agree", hat="white", agrees=1)
    eino.does("agree", hat="white", agrees=0, remark="Ja kuuntelemme.")
    expect(desk.get_by_text("Juuri näin: 1")).to_be_visible()
    desk.get_by_role("button", name="Lopeta kysely").click()
    expect(desk.get_by_text("Tarkistettu huoneen kanssa")).to_be_visible()
    expect(desk.get_by_text("Juuri näin: 1/2")).to_be_visible()
    has_no_barriers(desk)
    desk.get_by_role("button", name="Pidä koosteessa").click()
    expect(desk.get_by_text("Jotain puuttuu")).to_have_count(0)
    desk.get_by_text("1 käsitelty").click()
    desk.get_by_role("button", name="Avaa uudelleen", exact=True).last.click()
    expect(desk.get_by_text("Jotain puuttuu")).to_be_visible()


def test_a_decision_rests_on_ticked_notes_and_is_not_lost_while_it_is_written(revealed):
    desk = revealed.page
    desk.get_by_role("option", name="kysely").click()
    desk.get_by_role("button", name="Päätökseksi").click()
    text = desk.get_by_role("textbox", name="Mitä päätettiin")
    expect(text).to_be_focused()
    text.fill("Kysymme joka kuu")
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="Jatka keskeneräistä").click()
    expect(text).to_have_value("Kysymme joka kuu")
    desk.reload()
    desk.get_by_role("button", name="Päätökset ja toimenpiteet (0)").click()
    desk.get_by_role("button", name="Jatka keskeneräistä").click()
    text.fill("Kysymme joka kuukausi.")
    revealed.desk.does("name_theme", id="theme-0002", hat="white", name="Toinen")  # a frame comes
    expect(text).to_have_value("Kysymme joka kuukausi.")
    has_no_barriers(desk)
    desk.get_by_role("button", name="Tallenna").click()
    outcomes = revealed.desk
    outcomes.until(lambda: outcomes.all("outcome"))
    row = outcomes.all("outcome")[0]
    said = (row["text"], row["themes"], row["notes"])
    assert said == ("Kysymme joka kuukausi.", ["theme-0000"], ["note-kysely"])
    desk.get_by_role("button", name="Toiminnot: Kysymme").click()
    desk.get_by_role("button", name="Poista", exact=True).click()
    outcomes.until(lambda: not outcomes.all("outcome"))
    desk.get_by_role("button", name="Kumoa").last.click()
    outcomes.until(lambda: outcomes.all("outcome") == [row])


def test_the_slides_are_looked_at_one_by_one_and_what_is_left_out_is_said(revealed):
    desk = revealed.page
    desk.get_by_role("button", name="Diat: kaikki").click()
    desk.get_by_role("button", name="Dia 1: ").click()
    expect(desk.get_by_text("Dia 1/")).to_be_visible()
    has_no_barriers(desk)
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_text("Dia 2/")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("button", name="Dia 2: ")).to_be_focused()
    desk.get_by_role("checkbox", name="Kansi").uncheck()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("button", name="Diat: 11/12 osaa")).to_be_visible()
