"""What people do at the desk, as journeys do it: through the page, by its labels' fields and its buttons."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from urllib.parse import quote

from playwright.sync_api import Locator, Page

STATION, CENTRE = "demo-almaty-station-1", "demo-almaty-ivs-1"
# Kazakhstan has one time since 2024; a journey types what the clock on the wall there shows.
ALMATY = timezone(timedelta(hours=5))
_numbers = count(1)

Moment = tuple[str, str]


def ago(*, hours: float = 0) -> Moment:
    """So long ago, as a day and a time to type."""
    return typed(datetime.now(UTC) - timedelta(hours=hours))


def last_night() -> datetime:
    """The last 23:40 in Almaty that lies an hour back or more."""
    now = datetime.now(ALMATY)
    night = now.replace(hour=23, minute=40, second=0, microsecond=0)
    return night if now - night >= timedelta(hours=1) else night - timedelta(days=1)


def typed(moment: datetime) -> Moment:
    """A moment as it is typed: day and time at the place."""
    local = moment.astimezone(ALMATY)
    return f"{local:%d.%m.%Y}", f"{local:%H:%M}"


def type_moment(page: Page, name: str, moment: Moment) -> None:
    """Type a day and a time into the field of that name."""
    page.locator(f"[name={name}_0]").fill(moment[0])
    page.locator(f"[name={name}_1]").fill(moment[1])


def fill_booking(
    page: Page,
    *,
    name: str,
    birth: str = "34",
    apprehended: Moment,
    delivered: Moment | None = None,
    place: str = STATION,
) -> None:
    """Fill the page that registers a person."""
    page.goto("/custody/new/")
    page.select_option("[name=place]", place)
    page.fill("[name=family_name]", name)
    page.fill("[name=given_name]", "Journey")
    page.fill("[name=birth]", birth)
    page.select_option("[name=gender]", "male")
    page.locator("[name=foreign_national][value=no]").check()
    type_moment(page, "apprehended", apprehended)
    type_moment(page, "delivered", delivered or apprehended)
    page.select_option("[name=ground]", "criminal")


def register(page: Page, **booking: object) -> str:
    """Register a person whose name no other journey uses; gives the address of the record."""
    given = {"name": f"Invented{next(_numbers)}", "apprehended": ago(hours=3), **booking}
    fill_booking(page, **given)  # type: ignore[arg-type]
    send(page)
    assert "/custody/new/" not in page.url, page.locator(".govuk-error-summary").all_inner_texts()
    return page.url


def send(page: Page) -> None:
    """Press the button of the page's own form, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()


def add(page: Page, record: str, kind: str, *, moment: Moment | None = None, **more: str) -> None:
    """Add an entry by its form."""
    page.goto(f"{record}add/{kind}/")
    for name, value in more.items():
        answer(page, name, value)
    if moment:
        type_moment(page, "happened", moment)
    send(page)
    assert page.url == record, page.locator(".govuk-error-summary").all_inner_texts()


def answer(page: Page, name: str, value: str) -> None:
    """Answer a question by choosing from its list or ticking its circle."""
    if page.locator(f"select[name={name}]").count():
        page.select_option(f"select[name={name}]", value)
    else:
        page.locator(f"[name={name}][value='{value}']").check()


def entries(page: Page, title: str) -> Locator:
    """The entries of that title in the timeline."""
    return page.locator(".moj-timeline__item").filter(
        has=page.locator(".moj-timeline__title", has_text=title)
    )


def verdict(page: Page, safeguard: str, basis: str = "national_law") -> Locator:
    """The row of a verdict on the record page."""
    query = f"safeguard={safeguard}&basis={basis}"
    return page.locator("tr").filter(
        has=page.locator(f"a[href*='{query}'], a[href*='{quote(query, safe='=&')}']")
    )


def open_tab(page: Page, name: str) -> None:
    """Open a tab of the record, as one does with a mouse."""
    page.locator(f"a.govuk-tabs__tab[href='#{name}']").click()


def state(row: Locator) -> str:
    """The word of the state that a verdict's row shows, by its style: met, late, breached, open."""
    styles = row.locator(".q-state").first.get_attribute("class") or ""
    return next(each.removeprefix("q-state--") for each in styles.split() if each.startswith("q-state--"))
