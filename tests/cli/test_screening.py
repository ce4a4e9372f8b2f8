"""Similar cases, from the command line."""

from tests.cli.running import Yici

GUIDE, SUPERVISOR, CLERK = "0003", "0002", "0105"


def test_similar_cases_are_the_halls_own_and_the_known_ones(yici: Yici) -> None:
    number = yici.done(
        "exception", "open", "--summary", "老人激活社保卡要刷脸", "--category", "special_people",
        staff=GUIDE,
    )["exception"]["number"]  # fmt: skip
    found = yici.done("exception", "similar", "老人激活社保卡", "--top", "2")["similar"]
    assert [(one["number"], one["open"], one["known"]) for one in found] == [
        (number, True, False),
        ("EX048", False, True),
    ]
    assert found[0]["score"] > found[1]["score"] > 0
    assert (found[0]["remedy"], found[0]["category"]) == ("", "special_people")
    assert "上门" in found[1]["remedy"]


def test_an_answer_becomes_the_remedy(yici: Yici) -> None:
    opened = yici.done("exception", "open", "--summary", "无人机登记打不开", staff=GUIDE)
    number = opened["exception"]["number"]
    yici.done("exception", "triage", number, staff=SUPERVISOR)
    yici.done("exception", "assign", number, "--handler", CLERK, staff=SUPERVISOR)
    yici.done("exception", "take", number, staff=CLERK)
    yici.done("exception", "answer", number, "--text", "换浏览器可办", staff=CLERK)
    found = yici.done("exception", "similar", "无人机登记")["similar"]
    assert (found[0]["number"], found[0]["remedy"]) == (number, "换浏览器可办")
    words = yici.plain("--database", yici.url, "--lang", "zh", "exception", "similar", "无人机登记").out
    assert "换浏览器可办" in words
